#include "forms/extraction.hpp"
#include "grammars/indicator_value.hpp"
#include "text/clean.hpp"

#include <jixiao/decimal.hpp>

#include <algorithm>

// Tables of records: their headers, rows and totals.
namespace jixiao {

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

} // namespace jixiao
