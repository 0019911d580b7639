#include "repairs/record_row.hpp"

#include "text/clean.hpp"

#include <jixiao/decimal.hpp>

#include <algorithm>

namespace jixiao {

namespace {

constexpr std::size_t longest_fragment = 60;  ///< bytes
constexpr std::size_t fragment_reach = 16;    ///< rows
constexpr std::size_t most_record_cells = 64; ///< of a record; what a wider row has more stays unclaimed

bool is_rule(std::string_view text) {
  auto const bare = trim(text);
  return bare.size() >= 2 && bare.find_first_not_of("-=:|+") == std::string_view::npos;
}

RawColumn const* column_of(RawForm const& form, RawTable const& table, RawHeader const& header, FieldId field) {
  auto const& rules = form.grammar->records[table.block].columns;
  for (auto const& column : header.columns)
    if (rules[column.rule].label.destination->field == field)
      return &column;
  return nullptr;
}

/// True when the cell repeats its left neighbour within the span of one printed header.
bool is_repeated(RawHeader const& header, RecordCell const& before, RecordCell const& cell) {
  if (before.text != cell.text)
    return false;
  return std::any_of(header.columns.begin(), header.columns.end(),
                     [&](RawColumn const& c) { return c.x <= before.x && cell.x <= c.last_x; });
}

RecordCell read_cell(Page const& page, PageCell const& cell, std::int32_t shift) {
  RecordCell result{&cell, page.text(cell), cell.x + shift};
  if (cell.label.fit == LabelFit::whole) {
    auto const& lexeme = (*page.lexicon)[cell.label.lexeme];
    result.level1 = lexeme.level1;
    result.level2 = lexeme.level2;
    result.canonical = lexeme.canonical;
  }
  return result;
}

/// Decides what a label that names groups of both levels (成本指标) means here. `above` is the level-1 group of the
/// rows above; the tree that has 成本指标 as a level 1 prints it first, so that within 产出指标 it is the level 2 of
/// the older tree.
void settle_levels(RecordRow& row, RawForm const& form, RawTable const& table, Taxonomy const& taxonomy,
                   std::int16_t& above) {
  auto const* first = column_of(form, table, *row.header, FieldId::level1);
  auto const* second = column_of(form, table, *row.header, FieldId::level2);
  std::int16_t seen_level1 = -1;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    auto& cell = row.cells[i];
    if (cell.level1 >= 0 && cell.level2 >= 0) {
      bool const child_follows = std::any_of(
          row.cells.begin() + static_cast<std::ptrdiff_t>(i) + 1, row.cells.end(), [&](RecordCell const& c) {
            return c.level2 >= 0 && c.level1 < 0 && taxonomy.parent(c.level2) == cell.level1;
          });
      bool const in_second = second && (!first || std::abs(cell.x - second->x) < std::abs(cell.x - first->x));
      bool const within_parent = seen_level1 < 0 && taxonomy.parent(cell.level2) == above;
      if (child_follows || (seen_level1 < 0 && !in_second && !within_parent))
        cell.level2 = -1;
      else
        cell.level1 = -1;
    } else if (cell.level1 >= 0 && cell.level1 == seen_level1 && second && cell.x == second->x) {
      // 满意度指标 | 满意度指标: a group with one child may print its own name for it.
      auto const child = static_cast<std::size_t>(cell.level1) + 1;
      bool const only = child < taxonomy.nodes.size() && taxonomy.nodes[child].parent == cell.level1 &&
                        (child + 1 == taxonomy.nodes.size() || taxonomy.nodes[child + 1].parent < 0);
      if (only) {
        cell.level2 = static_cast<std::int16_t>(child);
        cell.level1 = -1;
      }
    }
    if (cell.level1 >= 0)
      seen_level1 = above = cell.level1;
  }
}

std::string fold(std::string_view text) {
  std::string folded;
  fold_label(text, folded);
  return folded;
}

/// The rest that is missing from a group's name of which `start` is the beginning; empty when it is none.
std::string_view missing_rest(TaxonomyNode const& node, std::string_view start) {
  std::string_view const name = node.name;
  return name.size() > start.size() && name.starts_with(start) ? name.substr(start.size()) : std::string_view{};
}

/// Joins labels whose end stands some rows further down.
class FragmentJoiner {
public:
  FragmentJoiner(RecordRows& rows, Lexicon const& lexicon, Taxonomy const& taxonomy, ClaimMap& claims)
      : rows_(rows), lexicon_(lexicon), taxonomy_(taxonomy), claims_(claims) {}

  void run() {
    for (std::size_t r = 0; r < rows_.rows.size(); ++r)
      for (std::size_t c = 0; c < rows_.rows[r].cells.size(); ++c)
        try_join(r, c);
    for (auto& row : rows_.rows)
      std::erase_if(row.cells, [](RecordCell const& cell) { return cell.joined_with == -2; });
    std::erase_if(rows_.rows, [](RecordRow const& row) { return row.cells.empty(); });
  }

private:
  void try_join(std::size_t r, std::size_t c) {
    auto& cell = rows_.rows[r].cells[c];
    if (cell.canonical || cell.joined_with == -2 || cell.text.size() > longest_fragment)
      return;
    auto const start = fold(cell.text);
    if (start.size() < 6)
      return;
    for (auto const& node : taxonomy_.nodes) {
      auto const rest = missing_rest(node, start);
      if (rest.empty())
        continue;
      auto pieces = find_rest(r, c, rest);
      if (pieces.empty())
        continue;
      auto const& lexeme = lexicon_[lexicon_.find(fold(node.name))];
      JoinedLabel joined{lexeme.level1, lexeme.level2, {cell.cell}};
      cell.level1 = joined.level1;
      cell.level2 = joined.level2;
      cell.canonical = true;
      for (auto* piece : pieces) {
        joined.pieces.push_back(piece->cell);
        claims_.label(piece->cell->cell);
        piece->joined_with = -2;
      }
      cell.joined_with = static_cast<std::int32_t>(rows_.joined.size());
      rows_.joined.push_back(std::move(joined));
      return;
    }
  }

  /// The cells below whose texts together are `rest`; each must be all of a cell.
  std::vector<RecordCell*> find_rest(std::size_t r, std::size_t c, std::string_view rest) {
    std::vector<RecordCell*> pieces;
    auto const x = rows_.rows[r].cells[c].x;
    auto const end = std::min(rows_.rows.size(), r + 1 + fragment_reach);
    for (auto below = r + 1; below < end && !rest.empty(); ++below) {
      for (auto& cell : rows_.rows[below].cells) {
        if (cell.text.size() > longest_fragment)
          continue;
        // 服务对象 | 满意度指标: what is a label of its own can be the rest only right below.
        if (cell.canonical && (below != r + 1 || cell.x != x || rows_.rows[r].cells[c].is_label()))
          continue;
        bool const in_place = cell.x == x || rows_.rows[below].cells.size() == 1;
        auto const piece = fold(cell.text);
        if (!in_place || !rest.starts_with(piece))
          continue;
        rest.remove_prefix(piece.size());
        pieces.push_back(&cell);
        break;
      }
    }
    if (!rest.empty())
      pieces.clear();
    return pieces;
  }

  RecordRows& rows_;
  Lexicon const& lexicon_;
  Taxonomy const& taxonomy_;
  ClaimMap& claims_;
};

/// How well a row's cells suit the columns they stand under when all of them are moved by `shift`.
int suits_columns(Page const& page, RawForm const& form, RawTable const& table, RawRow const& raw, std::int32_t shift) {
  auto const& rules = form.grammar->records[table.block].columns;
  int score = 0;
  for (auto const& cell : page.row(raw.row)) {
    auto const x = cell.x + shift;
    for (auto const& column : table.headers[raw.header].columns) {
      if (x < column.x || column.last_x < x)
        continue;
      auto const field = rules[column.rule].label.destination->field;
      bool const is_level = kind_of(field) == FieldKind::level;
      auto const text = clean_value(page.text(cell));
      bool const is_label = cell.label.fit == LabelFit::whole && (*page.lexicon)[cell.label.lexeme].canonical;
      bool const is_number = parse_decimal(text).has_value();
      score += is_label == is_level ? (is_label ? 1 : 0) : -1;
      score += is_number == (kind_of(field) == FieldKind::decimal) ? (is_number ? 1 : 0) : -1;
    }
  }
  return score;
}

/// True when the rows that have fewer cells than the header lack those in front: cells that a merged one covers were
/// dropped. Where blank cells at the end are missing instead, the cells stand under their headers.
bool lacks_covered_cells(Page const& page, RawForm const& form, RawTable const& table) {
  constexpr std::size_t enough = 64; // rows; the habit is that of the whole table
  int in_place = 0, moved = 0;
  std::size_t narrow = 0;
  for (auto const& raw : table.rows) {
    auto const width = page.rows[raw.row].width, whole = table.headers[raw.header].width;
    auto const* level1 = column_of(form, table, table.headers[raw.header], FieldId::level1);
    auto const cells = page.row(raw.row);
    // Another row keeps its covered cells, as empty ones: then this one slid.
    if (width >= whole && level1 &&
        std::none_of(cells.begin(), cells.end(), [&](PageCell const& cell) { return cell.x == level1->x; }))
      return false;
    if (width >= whole || narrow == enough)
      continue;
    ++narrow;
    in_place += suits_columns(page, form, table, raw, 0);
    moved += suits_columns(page, form, table, raw, static_cast<std::int32_t>(whole - width));
  }
  return narrow > 1 && moved > in_place;
}

RecordRow read_row(Page const& page, RawForm const& form, RawTable const& table, RawRow const& raw, bool dropped,
                   ClaimMap& claims) {
  auto const& reading = *page.reading;
  RecordRow row{raw.row, &table.headers[raw.header], {}, reading.blocks[reading.rows[raw.row].block].in_columns};
  auto const width = page.rows[raw.row].width;
  auto const shift = dropped && width < row.header->width ? static_cast<std::int32_t>(row.header->width - width) : 0;
  auto const cells = page.row(raw.row);
  if (std::all_of(cells.begin(), cells.end(), [&](PageCell const& c) { return is_rule(page.text(c)); })) {
    for (auto const& cell : cells)
      claims.layout(cell.cell);
    return row;
  }
  row.cells.reserve(cells.size());
  for (auto const& cell : cells) {
    if (row.cells.size() == most_record_cells)
      break;
    if (find_use(page, cell, form.candidate.form, LabelRole::side)) {
      claims.label(cell.cell);
      continue;
    }
    auto const read = read_cell(page, cell, shift);
    if (!row.cells.empty() && is_repeated(*row.header, row.cells.back(), read)) {
      claims.layout(cell.cell);
      continue;
    }
    row.cells.push_back(read);
  }
  return row;
}

} // namespace

RecordRows read_record_rows(Page const& page, RawForm const& form, RawTable const& table, Taxonomy const& taxonomy,
                            ClaimMap& claims) {
  RecordRows result;
  result.rows.reserve(table.rows.size());
  bool const dropped = form.covered_cells_dropped || lacks_covered_cells(page, form, table);
  for (auto const& raw : table.rows) {
    auto row = read_row(page, form, table, raw, dropped, claims);
    if (!row.cells.empty())
      result.rows.push_back(std::move(row));
  }
  FragmentJoiner(result, *page.lexicon, taxonomy, claims).run();
  std::int16_t above = -1;
  for (auto& row : result.rows)
    settle_levels(row, form, table, taxonomy, above);
  return result;
}

} // namespace jixiao
