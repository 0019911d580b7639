#include "forms/extract.hpp"

#include "forms/line_fields.hpp"
#include "forms/row_labels.hpp"
#include "grammars/indicator_value.hpp"
#include "text/clean.hpp"

#include <jixiao/decimal.hpp>

#include <algorithm>
#include <vector>

namespace jixiao {

namespace {

/// What the rows that follow belong to.
enum class Zone : std::uint8_t { open, below, series, matrix, records };

/// A header whose values stand in the cells below it.
struct Heading {
  LabelRule const* rule = nullptr;
  std::int32_t x = 0;
  std::uint32_t cell = 0;
  std::int32_t last_x = 0; ///< beyond x where the heading is repeated over the columns it covers
};

/// True for a field whose text may be wrapped over rows.
bool can_be_broken(FieldId field) {
  auto const kind = kind_of(field);
  return kind == FieldKind::text || kind == FieldKind::prose || kind == FieldKind::party;
}

class Extraction {
public:
  Extraction(Page const& page, FormCandidate const& candidate, FormGrammar const& grammar, ClaimMap& claims)
      : page_(page), grammar_(grammar), claims_(claims), form_{candidate, &grammar, {}, {}, {}, {}, false} {}

  RawForm run() {
    for (auto row = form_.candidate.first_row; row < form_.candidate.end_row; ++row)
      take(row);
    find_missing();
    return std::move(form_);
  }

private:
  void take(std::uint32_t row);
  void find_missing();
  bool take_title(std::uint32_t row);
  bool take_records_header(std::uint32_t row, RowLabels const& labels);
  bool take_matrix_header(std::uint32_t row, RowLabels const& labels);
  bool take_record(std::uint32_t row, RowLabels const& labels);
  bool is_judged(PageCell const& cell) const;
  bool goes_on(RawTable const& table, std::uint32_t row) const;
  bool take_total(std::uint32_t row, RowLabels const& labels);
  bool take_matrix_row(std::uint32_t row, RowLabels const& labels);
  bool take_headings(std::uint32_t row, RowLabels const& labels);
  bool take_values_below(std::uint32_t row, RowLabels const& labels);
  Heading const* heading_over(std::int32_t x) const;
  void take_series_value(std::uint32_t row);
  void take_pairs(std::uint32_t row, RowLabels const& labels);
  bool take_side_text(std::uint32_t row, RowLabels const& labels);
  bool take_value_ends(std::uint32_t row);
  void take_line(std::uint32_t row);

  void claim_sides(RowLabels const& labels);
  void add_annotation(PageCell const& cell, LabelRule const& rule);
  void add_header(RawTable& table, std::uint32_t row, RowLabels const& labels, LabelRole role, std::uint8_t block);
  bool is_side_only(std::uint32_t row, RowLabels const& labels) const;

  Page const& page_;
  FormGrammar const& grammar_;
  ClaimMap& claims_;
  RawForm form_;
  Zone zone_ = Zone::open;
  std::vector<Heading> headings_;
  std::uint32_t heading_width_ = 0;
  LabelRule const* heading_side_ = nullptr; ///< the side label beside the headings, if any
  LabelRule const* open_side_ = nullptr;    ///< the last side label of pairs that takes the block's other text
  std::size_t first_below_ = 0;             ///< of form_.fields: those that the headings give come from here on
  std::size_t first_pair_ = 0;              ///< of form_.fields: those of the last row of pairs come from here on
  std::int64_t pairs_row_ = -2;             ///< the last row of pairs or of ends of their values
  std::vector<LabelRule const*> seen_;      ///< of the labels printed on the form
  std::vector<FieldId> lines_;              ///< fields that lines of their own have given
  std::int32_t side_x_ = -1;                ///< column of the last side label, for noticing dropped covered cells
};

void Extraction::add_annotation(PageCell const& cell, LabelRule const& rule) {
  if (cell.label.fit != LabelFit::annotated || !rule.annotation)
    return;
  form_.fields.push_back({nullptr, *rule.annotation, cell.cell, {}, page_.text(cell).substr(cell.label.rest), {}});
}

void Extraction::claim_sides(RowLabels const& labels) {
  for (auto const& label : labels.all) {
    if (label.use->role != LabelRole::side)
      continue;
    claims_.label(label.cell->cell);
    add_annotation(*label.cell, *label.use->rule);
    side_x_ = label.cell->x;
    open_side_ = label.use->rule->destination ? label.use->rule : nullptr;
  }
}

/// A text without a label goes to the side label of its block, where that has a field.
bool Extraction::take_side_text(std::uint32_t row, RowLabels const& labels) {
  auto const is_own_side = [&](RowLabel const& label) { return label.use->rule == open_side_; };
  if (!open_side_ || !std::all_of(labels.all.begin(), labels.all.end(), is_own_side) ||
      is_line_row(page_, row, grammar_))
    return false;
  claim_sides(labels);
  RawField field{&*open_side_->destination, open_side_->destination->field, -1, {}, {}, {}};
  for (auto const& cell : page_.row(row).subspan(labels.all.size())) {
    bool const again =
        !field.value_cells.empty() && page_.text(cell) == page_.reading->cells[field.value_cells[0]].text;
    if (again)
      claims_.layout(cell.cell);
    else
      field.value_cells.push_back(cell.cell);
  }
  form_.fields.push_back(std::move(field));
  return true;
}

bool Extraction::take_title(std::uint32_t row) {
  if (!is_title_row(page_, row))
    return false;
  for (auto const& cell : page_.row(row))
    claims_.layout(cell.cell);
  return true;
}

void Extraction::add_header(RawTable& table, std::uint32_t row, RowLabels const& labels, LabelRole role,
                            std::uint8_t block) {
  RawHeader header{{}, page_.rows[row].width};
  for (auto const& label : labels.all) {
    if (label.use->role != role || label.use->block != block)
      continue;
    claims_.label(label.cell->cell);
    // A merged header cell that was flattened repeats its label; the first position counts.
    auto const x = label.cell->x, last = x + page_.reading->cells[label.cell->cell].x_span - 1;
    auto const known = std::find_if(header.columns.begin(), header.columns.end(),
                                    [&](RawColumn const& c) { return c.rule == label.use->entry; });
    if (known == header.columns.end())
      header.columns.push_back({label.use->entry, x, last, label.cell->cell});
    else
      known->last_x = last;
    add_annotation(*label.cell, *label.use->rule);
  }
  table.headers.push_back(std::move(header));
}

bool Extraction::take_records_header(std::uint32_t row, RowLabels const& labels) {
  auto const block = labels.most_frequent_block(LabelRole::column);
  if (!block)
    return false;
  auto const& columns = grammar_.records[*block].columns;
  auto const required = static_cast<std::size_t>(
      std::count_if(columns.begin(), columns.end(), [](ColumnRule const& c) { return !c.optional; }));
  auto const seen = labels.distinct(LabelRole::column, *block);
  if (seen < 2 || 2 * seen < required)
    return false;
  bool const again = zone_ == Zone::records && !form_.records.empty() && form_.records.back().block == *block;
  if (!again)
    form_.records.push_back({*block, {}, {}});
  add_header(form_.records.back(), row, labels, LabelRole::column, *block);
  claim_sides(labels);
  zone_ = Zone::records;
  return true;
}

bool Extraction::take_matrix_header(std::uint32_t row, RowLabels const& labels) {
  auto const block = labels.most_frequent_block(LabelRole::matrix_column);
  if (!block || labels.distinct(LabelRole::matrix_column, *block) < 2 || labels.has(LabelRole::column, 3))
    return false;
  form_.matrices.push_back({*block, {}, {}});
  add_header(form_.matrices.back(), row, labels, LabelRole::matrix_column, *block);
  claim_sides(labels);
  zone_ = Zone::matrix;
  return true;
}

/// True when a row can hold the values of the headings above it: no label but the block's own side label, and no name
/// of the taxonomy, which is a row of an indicator table without a header.
bool Extraction::is_side_only(std::uint32_t row, RowLabels const& labels) const {
  auto const own_side = [&](RowLabel const& label) {
    return label.use->role == LabelRole::side &&
           (zone_ == Zone::series || label.use->rule == heading_side_ || !heading_side_);
  };
  auto const cells = page_.row(row);
  return std::all_of(labels.all.begin(), labels.all.end(), own_side) &&
         std::none_of(cells.begin(), cells.end(), [&](PageCell const& cell) {
           return cell.label.fit == LabelFit::whole && (*page_.lexicon)[cell.label.lexeme].canonical;
         });
}

bool Extraction::take_total(std::uint32_t row, RowLabels const& labels) {
  auto const* total = labels.first(LabelRole::total);
  if (!total || total->cell != &page_.row(row)[0])
    return false;
  claims_.label(total->cell->cell);
  auto& table = form_.records.back();
  auto const& rule = grammar_.records[table.block].totals[total->use->entry];
  auto const& header = table.headers.back();
  auto const& columns = grammar_.records[table.block].columns;
  auto const first = form_.fields.size();
  auto const put = [&](FieldId field, PageCell const& cell) {
    form_.fields.push_back({nullptr, field, total->cell->cell, {cell.cell}, {}, {}});
  };
  for (auto const& [column_field, form_field] : rule.fields)
    for (auto const& column : header.columns)
      for (auto const& cell : page_.row(row))
        if (columns[column.rule].label.destination->field == column_field && cell.x == column.x)
          put(form_field, cell);
  // Without the cells that 总分 covers, the totals stand further left, in the order of their columns.
  std::vector<PageCell const*> numbers;
  for (auto const& cell : page_.row(row))
    if (parse_decimal(clean_value(page_.text(cell))))
      numbers.push_back(&cell);
  bool const in_order = page_.rows[row].width < header.width && numbers.size() == rule.fields.size();
  for (std::size_t i = 0; in_order && form_.fields.size() == first + i && i < numbers.size(); ++i)
    put(rule.fields[i].second, *numbers[i]);
  zone_ = Zone::open;
  return true;
}

/// True for a value with a comparator, which nothing but an indicator has.
bool Extraction::is_judged(PageCell const& cell) const {
  constexpr std::size_t longest = 60;
  auto const text = page_.text(cell);
  return text.size() <= longest && grammars::read_indicator_value(clean_value(text)).op != Comparator::none;
}

/// True unless the row begins another table that has neither the shape of this one nor a label of the taxonomy: a
/// site's imprint behind the form.
bool Extraction::goes_on(RawTable const& table, std::uint32_t row) const {
  auto const& reading = *page_.reading;
  auto const block = reading.rows[row].block;
  if (table.rows.empty() || reading.rows[table.rows.back().row].block == block)
    return true;
  auto const first = reading.blocks[block].first_row, end = first + reading.blocks[block].row_count;
  for (auto r = first; r < end; ++r) {
    if (2 * page_.rows[r].width > table.headers.back().width)
      return true;
    for (auto const& cell : page_.row(r))
      if ((cell.label.fit == LabelFit::whole && (*page_.lexicon)[cell.label.lexeme].canonical) || is_judged(cell))
        return true;
  }
  return false;
}

bool Extraction::take_record(std::uint32_t row, RowLabels const& labels) {
  if (zone_ != Zone::records)
    return false;
  if (take_total(row, labels))
    return true;
  // A line between the rows of a table (a page number, a note) is no record.
  if (page_.reading->blocks[page_.reading->rows[row].block].kind == BlockKind::paragraph)
    return false;
  // A label of another part of the form ends the table, unless it is also a name of the taxonomy.
  auto const ends_table = std::any_of(labels.all.begin(), labels.all.end(), [&](RowLabel const& label) {
    auto const& lexeme = (*page_.lexicon)[label.cell->label.lexeme];
    return (label.use->role == LabelRole::pair || label.use->role == LabelRole::ignored) && lexeme.level1 < 0 &&
           lexeme.level2 < 0 && label.cell == &page_.row(row)[0];
  });
  if (ends_table) {
    zone_ = Zone::open;
    return false;
  }
  auto& table = form_.records.back();
  if (!goes_on(table, row)) {
    zone_ = Zone::open;
    return false;
  }
  table.rows.push_back({row, static_cast<std::uint16_t>(table.headers.size() - 1)});
  return true;
}

bool Extraction::take_matrix_row(std::uint32_t row, RowLabels const& labels) {
  if (zone_ != Zone::matrix)
    return false;
  if (!labels.first(LabelRole::matrix_row)) {
    zone_ = Zone::open;
    return false;
  }
  form_.matrices.back().rows.push_back({row, 0});
  claim_sides(labels);
  return true;
}

bool Extraction::take_headings(std::uint32_t row, RowLabels const& labels) {
  auto const* series = labels.first(LabelRole::series);
  if (!series && !labels.first(LabelRole::below_header))
    return false;
  if (series && zone_ == Zone::series && !headings_.empty() && headings_[0].rule == series->use->rule) {
    take_series_value(row); // the merged label of the series, repeated beside its values
    return true;
  }
  headings_.clear();
  heading_width_ = page_.rows[row].width;
  auto const* side = labels.first(LabelRole::side);
  heading_side_ = side ? side->use->rule : nullptr;
  claim_sides(labels);
  if (series) {
    claims_.label(series->cell->cell);
    for (auto const& cell : page_.row(row)) {
      if (&cell == series->cell)
        continue;
      bool const again = !headings_.empty() && headings_.back().last_x + 1 == cell.x &&
                         page_.text(cell) == page_.reading->cells[headings_.back().cell].text;
      if (again) {
        claims_.layout(cell.cell);
        headings_.back().last_x = cell.x;
      } else {
        headings_.push_back({series->use->rule, cell.x, cell.cell, cell.x});
      }
    }
    zone_ = Zone::series;
    return true;
  }
  for (auto const& label : labels.all) {
    if (label.use->role != LabelRole::below_header)
      continue;
    claims_.label(label.cell->cell);
    add_annotation(*label.cell, *label.use->rule);
    if (headings_.empty() || headings_.back().rule != label.use->rule)
      headings_.push_back({label.use->rule, label.cell->x, label.cell->cell, label.cell->x});
  }
  first_below_ = form_.fields.size();
  zone_ = Zone::below;
  return true;
}

void Extraction::take_series_value(std::uint32_t row) {
  std::vector<PageCell const*> values;
  for (auto const& cell : page_.row(row)) {
    auto const* use = find_use(page_, cell, form_.candidate.form, LabelRole::series);
    auto const covers = [&](Heading const& h) { return h.x < cell.x && cell.x <= h.last_x; };
    if (use)
      claims_.label(cell.cell);
    else if (std::any_of(headings_.begin(), headings_.end(), covers))
      claims_.layout(cell.cell);
    else
      values.push_back(&cell);
  }
  // As many values as headings belong together one by one, wherever they stand.
  bool const one_by_one = values.size() == headings_.size();
  for (std::size_t i = 0; i < headings_.size(); ++i) {
    auto const& heading = headings_[i];
    std::vector<std::uint32_t> cells{heading.cell};
    for (std::size_t k = 0; k < values.size(); ++k)
      if (one_by_one ? k == i : values[k]->x == heading.x)
        cells.push_back(values[k]->cell);
    form_.fields.push_back(
        {&*heading.rule->destination, heading.rule->destination->field, -1, std::move(cells), {}, {}});
  }
  zone_ = Zone::open;
}

/// The last heading that stands at `x` or left of it.
Heading const* Extraction::heading_over(std::int32_t x) const {
  Heading const* over = nullptr;
  for (auto const& heading : headings_)
    if (heading.x <= x)
      over = &heading;
  return over;
}

bool Extraction::take_values_below(std::uint32_t row, RowLabels const& labels) {
  if (zone_ != Zone::below && zone_ != Zone::series)
    return false;
  if (!is_side_only(row, labels)) {
    zone_ = Zone::open;
    return false;
  }
  claim_sides(labels);
  if (zone_ == Zone::series) {
    take_series_value(row);
    return true;
  }
  // Where covered cells are dropped, the cell of the side label is missing here and all others stand one to the left.
  auto const width = page_.rows[row].width;
  bool const one_short = heading_side_ && width + 1 == heading_width_ &&
                         find_use(page_, page_.row(row)[0], form_.candidate.form, LabelRole::side) == nullptr;
  // A text for each heading stands under its own.
  bool const dropped = one_short && (form_.covered_cells_dropped || page_.row(row).size() == headings_.size());
  for (auto const& cell : page_.row(row)) {
    if (find_use(page_, cell, form_.candidate.form, LabelRole::side))
      continue;
    auto const* under = heading_over(cell.x + (dropped ? 1 : 0));
    if (!under)
      continue;
    auto const* other = one_short && !dropped ? heading_over(cell.x + 1) : under;
    auto const known =
        std::find_if(form_.fields.begin() + static_cast<std::ptrdiff_t>(first_below_), form_.fields.end(),
                     [&](RawField const& f) { return f.label_cell == under->cell && f.destination; });
    if (known == form_.fields.end())
      form_.fields.push_back({&*under->rule->destination,
                              under->rule->destination->field,
                              under->cell,
                              {cell.cell},
                              {},
                              other == under ? std::nullopt : std::optional(other->rule->destination->field)});
    else if (clean_value(page_.text(cell)) == clean_value(page_.reading->cells[known->value_cells.back()].text))
      claims_.layout(cell.cell); // a merged cell repeated in each position it covers
    else
      known->value_cells.push_back(cell.cell);
  }
  return true;
}

/// A row right below pairs whose every cell stands under one of their texts holds the ends of texts that were broken
/// over rows. Amounts and dates are not joined: half a number is another number.
bool Extraction::take_value_ends(std::uint32_t row) {
  if (row != pairs_row_ + 1 || is_line_row(page_, row, grammar_))
    return false;
  std::vector<RawField*> above;
  for (auto const& cell : page_.row(row)) {
    auto const first = form_.fields.begin() + static_cast<std::ptrdiff_t>(first_pair_);
    auto const field = std::find_if(first, form_.fields.end(), [&](RawField const& f) {
      return !f.value_cells.empty() && page_.reading->cells[f.value_cells[0]].x == cell.x && can_be_broken(f.field);
    });
    if (field == form_.fields.end() || cell.label.lexeme >= 0)
      return false;
    above.push_back(&*field);
  }
  for (std::size_t i = 0; i < above.size(); ++i)
    above[i]->value_cells.push_back(page_.row(row)[i].cell);
  pairs_row_ = row;
  return true;
}

void Extraction::take_pairs(std::uint32_t row, RowLabels const& labels) {
  claim_sides(labels);
  first_pair_ = form_.fields.size();
  pairs_row_ = row;
  auto const cells = page_.row(row);
  for (std::size_t i = 0; i < labels.all.size(); ++i) {
    auto const& label = labels.all[i];
    if (label.use->role != LabelRole::pair && label.use->role != LabelRole::ignored)
      continue;
    claims_.label(label.cell->cell);
    if (label.use->role == LabelRole::pair && label.use->panel == 0 && label.cell->x == side_x_ &&
        !grammar_.pairs[label.use->block].sides.empty())
      form_.covered_cells_dropped = true;
    auto const* rule = label.use->rule;
    add_annotation(*label.cell, *rule);
    RawField field{rule->destination ? &*rule->destination : nullptr,
                   rule->destination ? rule->destination->field : FieldId::title,
                   label.cell->cell,
                   {},
                   {},
                   {}};
    if (label.cell->label.fit == LabelFit::inline_value)
      field.text = page_.text(*label.cell).substr(label.cell->label.rest);
    auto const next = i + 1 < labels.all.size() ? labels.all[i + 1].cell : cells.data() + cells.size();
    for (auto const* cell = label.cell + 1; cell != next; ++cell) {
      if (!rule->destination)
        claims_.label(cell->cell);
      else if (field.value_cells.empty())
        field.value_cells.push_back(cell->cell);
      else if (clean_value(page_.text(*cell)) == clean_value(page_.reading->cells[field.value_cells[0]].text))
        claims_.layout(cell->cell);
    }
    if (rule->destination)
      form_.fields.push_back(std::move(field));
  }
}

void Extraction::take_line(std::uint32_t row) {
  for (auto const& cell : page_.row(row)) {
    if (auto const field = line_field(page_.text(cell), grammar_)) {
      if (std::find(lines_.begin(), lines_.end(), *field) != lines_.end()) {
        claims_.layout(cell.cell);
        continue;
      }
      lines_.push_back(*field);
      form_.fields.push_back({nullptr, *field, -1, {cell.cell}, {}, {}});
    }
  }
}

void Extraction::take(std::uint32_t row) {
  if (page_.row(row).empty() || take_title(row))
    return;
  auto const labels = read_row_labels(page_, row, form_.candidate.form, side_x_);
  for (auto const& label : labels.all)
    seen_.push_back(label.use->rule);
  if (take_records_header(row, labels) || take_record(row, labels))
    return;
  if (take_matrix_header(row, labels) || take_matrix_row(row, labels))
    return;
  if (take_headings(row, labels) || take_values_below(row, labels))
    return;
  if (take_side_text(row, labels))
    return;
  if (!labels.all.empty())
    take_pairs(row, labels);
  else if (!take_value_ends(row))
    take_line(row);
}

/// A label that is printed nowhere was lost with its value, or the office changed the form: its field is empty for
/// another reason than a blank cell. A form of which little is there at all is a fragment, and no label stands out.
void Extraction::find_missing() {
  std::sort(seen_.begin(), seen_.end());
  std::size_t seen = 0;
  auto const look = [&](LabelRule const& rule) {
    if (!rule.destination)
      return;
    if (std::binary_search(seen_.begin(), seen_.end(), &rule))
      ++seen;
    else
      form_.missing.push_back(&rule);
  };
  auto const look_all = [&](std::vector<LabelRule> const& rules) { std::for_each(rules.begin(), rules.end(), look); };
  for (auto const& block : grammar_.pairs)
    std::for_each(block.panels.begin(), block.panels.end(), look_all);
  for (auto const& block : grammar_.matrices)
    look_all(block.rows);
  for (auto const& block : grammar_.below)
    look_all(block.headers);
  for (auto const& table : form_.records)
    for (auto const& column : grammar_.records[table.block].columns)
      if (!column.optional)
        look(column.label);
  if (seen < 2 * form_.missing.size())
    form_.missing.clear();
}

} // namespace

RawForm extract_form(Page const& page, FormCandidate const& candidate, FormGrammar const& grammar, ClaimMap& claims) {
  return Extraction(page, candidate, grammar, claims).run();
}

} // namespace jixiao
