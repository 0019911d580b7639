#include "recognition/groups/centred_labels.hpp"
#include "recognition/pieces/garbled.hpp"
#include "restore/scraped_document.hpp"
#include "text/alike.hpp"
#include "text/clean.hpp"

#include <algorithm>

namespace jixiao {
namespace {

constexpr std::int32_t no_last_x = 1 << 20;

/// Gives the columns that no header names the room between those it does: one column, or as many as there is room for.
void place_missing(ScrapedColumns& columns) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].x >= 0)
      continue;
    auto end = i;
    while (end < columns.size() && columns[end].x < 0)
      ++end;
    auto const from = i == 0 ? 0 : columns[i - 1].last_x + 1;
    auto const to = end == columns.size() ? no_last_x : columns[end].x - 1;
    auto const missing = static_cast<std::int32_t>(end - i);
    if (missing == 1)
      columns[i].x = from, columns[i].last_x = to;
    else if (to - from + 1 == missing || end == columns.size())
      for (auto k = i; k < end; ++k)
        columns[k].x = columns[k].last_x = from + static_cast<std::int32_t>(k - i);
    i = end;
  }
  std::erase_if(columns, [](ScrapedColumn const& column) { return column.x < 0 || column.last_x < column.x; });
}

/// A token that covers all of another's place in a column.
Token over(ScrapedRow const& row, Token const& below) {
  for (auto const& token : row.tokens)
    if (token.x <= below.last_x && below.x <= token.last_x && token.lexeme < 0)
      return token;
  return {};
}

Token merged(std::vector<Token> const& tokens) {
  auto token = tokens.front();
  token.last_cell = tokens.back().last_cell;
  return token;
}

} // namespace

/// Finds the columns that a header row names, alone or together with the row that holds its other half.
void ScrapedDocument::read_header(ScrapedRow const& row, ScrapedRow const& other, ScrapedColumns& columns) {
  auto const place = [&](int lexeme, Token const& token) {
    auto const* found = labels_.use(lexeme, LabelRole::column);
    if (found && columns[found->entry].x < 0) {
      auto& column = columns[found->entry];
      column.x = token.x, column.last_x = token.last_x, column.header = token;
    }
    return found != nullptr;
  };
  for (auto const& token : row.tokens)
    place(token.lexeme, token);
  for (auto const& token : row.tokens) {
    auto const half = over(other, token);
    if (token.lexeme >= 0 || half.text.empty())
      continue;
    std::vector<std::string_view> const down = {token.text, half.text}, up = {half.text, token.text};
    place(labels_.guess(down).lexeme, token) || place(labels_.guess(up).lexeme, token);
  }
}

namespace {

std::ptrdiff_t named(ScrapedColumns const& columns) {
  return std::count_if(columns.begin(), columns.end(), [](ScrapedColumn const& column) { return column.x >= 0; });
}

/// A column reaches as far as the next begins.
void stretch(ScrapedColumns& columns) {
  for (std::size_t i = 0; i + 1 < columns.size(); ++i)
    if (columns[i].x >= 0 && columns[i + 1].x >= 0)
      columns[i].last_x = std::max(columns[i].last_x, columns[i + 1].x - 1);
  if (columns.back().x >= 0)
    columns.back().last_x = no_last_x;
}

} // namespace

/// The header may be printed over two rows: its other half is the row below, or the row above, which then was taken for
/// text of the goals.
bool ScrapedDocument::take_records_header(ScrapedRow const& row) {
  if (grammar_.records.empty() || count(row, LabelRole::column) < 3)
    return false;
  auto const& rules = grammar_.records[0].columns;
  ScrapedColumns plain;
  for (auto const& rule : rules)
    plain.push_back({rule.label.destination->field, -1, -1, {}});
  auto with_above = plain, with_below = plain;
  auto const above = zone_ == Zone::goals && !goals_.empty() ? goals_.back() : ScrapedRow{};
  read_header(row, {}, plain);
  read_header(row, above, with_above);
  read_header(row, next_, with_below);
  columns_ = plain;
  if (named(with_below) > named(plain) && named(with_below) >= named(with_above)) {
    columns_ = with_below;
    skips_next_ = true;
  } else if (named(with_above) > named(plain)) {
    columns_ = with_above;
    goals_.pop_back();
  }
  finish_goals();
  stretch(columns_);
  place_missing(columns_);
  header_block_ = row.block;
  header_width_ = row.width;
  zone_ = Zone::records;
  lines_.clear();
  std::vector<RestoredCell> cells;
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    auto cell = restored(columns_[c].header.text.empty() ? row.tokens.front() : columns_[c].header,
                         static_cast<std::int32_t>(c));
    auto const rule = std::find_if(rules.begin(), rules.end(), [&](ColumnRule const& r) {
      return r.label.destination->field == columns_[c].field;
    });
    cell.text = rule->label.texts[0];
    cells.push_back(std::move(cell));
  }
  write(row.block, std::move(cells));
  return true;
}

ScrapedColumns ScrapedDocument::columns_for(std::uint32_t block, std::uint32_t width) const {
  if (block == header_block_ || width == header_width_)
    return columns_;
  // On another page every column of the table may be one of the scraped ones.
  auto columns = columns_;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    columns[c].x = static_cast<std::int32_t>(c);
    columns[c].last_x = c + 1 == columns.size() ? no_last_x : columns[c].x;
  }
  return columns;
}

void ScrapedDocument::take_record_line(ScrapedRow const& row) {
  auto line = read_record_line(row, columns_for(row.block, row.width));
  line.begins_block = !lines_.empty() && lines_.back().block != row.block;
  lines_.push_back(std::move(line));
}

bool ScrapedDocument::take_total(ScrapedRow const& row) {
  auto const total = std::find_if(row.tokens.begin(), row.tokens.end(),
                                  [&](Token const& token) { return use(token, LabelRole::total) != nullptr; });
  if (total == row.tokens.end())
    return false;
  auto const weight = column_index(columns_, FieldId::weight), score = column_index(columns_, FieldId::score);
  auto const columns = columns_for(row.block, row.width);
  std::vector<Token> numbers;
  for (auto token = total + 1; token != row.tokens.end(); ++token)
    if (parse_decimal(token->text))
      numbers.push_back(*token);
  std::vector<RestoredCell> cells = {restored(*total, 0)};
  auto const put = [&](int column, Token const& token, std::optional<Decimal>& number) {
    cells.push_back(restored(token, column));
    number = parse_decimal(token.text);
  };
  if (numbers.size() >= 2 && weight >= 0 && score >= 0) {
    put(weight, numbers[0], totals_.weight);
    put(score, numbers[1], totals_.score);
  } else if (numbers.size() == 1 && score >= 0) {
    bool const is_weight = weight >= 0 && numbers[0].x <= columns[static_cast<std::size_t>(weight)].last_x;
    put(is_weight ? weight : score, numbers[0], is_weight ? totals_.weight : totals_.score);
  }
  finish_records();
  write(row.block, std::move(cells));
  return true;
}

/// True for a text of a column that the edges of columns cut, or whose header is damaged: what is left of it may be a
/// part.
bool ScrapedDocument::can_be_clipped(std::size_t column, RecordLine const& line) const {
  auto const field = columns_[column].field;
  auto const kind = kind_of(field);
  if (line.block != header_block_ || (kind != FieldKind::text && kind != FieldKind::prose))
    return false;
  auto const& header = columns_[column].header;
  bool const spans = field == FieldId::level3 && columns_[column].last_x > columns_[column].x;
  return spans || header.text.empty() || header.is_guessed || header.is_cut;
}

void ScrapedDocument::write_record(std::vector<RecordLine> const& lines, LineGroup const& group, PlannedRow& row) {
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    auto const field = columns_[c].field;
    if (field == FieldId::level1 || field == FieldId::level2)
      continue;
    bool const is_number = kind_of(field) == FieldKind::decimal;
    std::vector<Token> pieces;
    for (auto i = group.first; i <= group.last; ++i) {
      auto const& cell = lines[i].cells[c];
      // Of a line printed twice only the better one gives values; both give lines of wrapped texts.
      bool const other_values = i != group.values && lines[i].has_values && kind_of(field) == FieldKind::value;
      if ((is_number && i != group.values) || other_values) {
        for (auto const& token : cell)
          plan_.left_over.emplace_back(lines[i].block, token);
        continue;
      }
      for (auto const& token : cell)
        if (i != group.values && ideographs_of(token.text).empty())
          plan_.left_over.emplace_back(lines[i].block, token);
        else
          pieces.push_back(token);
    }
    if (pieces.empty())
      continue;
    std::vector<std::string_view> texts;
    for (auto const& piece : pieces)
      texts.push_back(piece.text);
    auto token = merged(pieces);
    // A number is whole in its first piece.
    token.text = is_number ? pieces.front().text : join_cut(texts);
    bool const cut = !is_number && (pieces.size() > 1 || can_be_clipped(c, lines[group.values]));
    bool const garbled = kind_of(field) == FieldKind::prose && recognition::is_garbled(token.text);
    row.cells.push_back(restored(token, static_cast<std::int32_t>(c),
                                 garbled ? Doubt::garbled
                                 : cut   ? Doubt::cut
                                         : Doubt::none));
  }
}

void ScrapedDocument::write_levels(std::vector<LineGroup> const& groups, std::vector<PlannedRow>& rows) {
  auto const level1 = column_index(columns_, FieldId::level1), level2 = column_index(columns_, FieldId::level2);
  auto const name = column_index(columns_, FieldId::level3);
  if (level1 < 0 || level2 < 0)
    return;
  std::vector<double> top = {0};
  for (auto const& line : lines_)
    top.push_back(top.back() + line.height);
  std::vector<recognition::CentredRecord> records;
  for (auto const& group : groups) {
    recognition::CentredRecord record;
    record.top = top[group.first];
    record.bottom = top[group.last + 1];
    for (auto i = group.first; i <= group.last; ++i) {
      record.after_page_break |= lines_[i].begins_block;
      fold_label(text_of(lines_[i], name), record.name);
      auto fragment = ideographs_of(text_of(lines_[i], level2));
      if (!fragment.empty())
        record.fragments.push_back({std::move(fragment), top[i], top[i + 1]});
      std::string folded;
      auto const found = context_.lexicon.find(fold_label(text_of(lines_[i], level1), folded));
      if (found >= 0 && context_.lexicon[found].level1 >= 0)
        record.level1 = context_.lexicon[found].level1;
    }
    records.push_back(std::move(record));
  }
  // The place of a label whose row the levels are read from.
  auto const token_of = [&](std::size_t first, std::size_t last, int column) {
    for (auto g = first; g <= last; ++g)
      for (auto i = groups[g].first; i <= groups[g].last; ++i)
        if (!lines_[i].cells[static_cast<std::size_t>(column)].empty())
          return lines_[i].cells[static_cast<std::size_t>(column)].front();
    Token none;
    none.first_cell = none.last_cell = rows[first].cells.empty() ? 0 : rows[first].cells.front().first_cell;
    return none;
  };
  auto const choices = recognition::place_centred_labels(records, context_.taxonomy, context_.cues);
  for (std::size_t r = 0; r < choices.size() && choices[r].node >= 0; ++r) {
    auto const& choice = choices[r];
    bool const is_new = r == 0 || choice.first == r;
    if (!is_new && choices[r - 1].is_sure == choice.is_sure)
      continue;
    auto end = r + 1;
    while (end < choices.size() && choices[end].first == choice.first)
      ++end;
    auto const doubt = choice.is_sure ? Doubt::none : Doubt::placed;
    auto const put = [&](int column, int node) {
      auto cell = restored(token_of(choice.first, end - 1, column), column, doubt);
      cell.text = context_.taxonomy.name(node);
      rows[r].cells.push_back(std::move(cell));
    };
    put(level2, choice.node);
    auto const parent = context_.taxonomy.parent(choice.node);
    if (is_new && (r == 0 || context_.taxonomy.parent(choices[r - 1].node) != parent))
      put(level1, parent);
  }
}

void ScrapedDocument::finish_records() {
  if (zone_ != Zone::records)
    return;
  zone_ = Zone::pairs;
  auto const groups = group_lines(lines_, columns_, totals_, context_.taxonomy);
  std::vector<PlannedRow> rows;
  for (auto const& group : groups) {
    auto& row = rows.emplace_back();
    row.block = lines_[group.values].block;
    write_record(lines_, group, row);
  }
  write_levels(groups, rows);
  for (auto& row : rows)
    plan_.rows.push_back(std::move(row));
  lines_.clear();
}

} // namespace jixiao
