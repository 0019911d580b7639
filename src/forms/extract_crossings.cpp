#include "forms/extraction.hpp"
#include "text/clean.hpp"

#include <algorithm>

// Values that stand under a heading or where a row and a column cross: matrices, values below, series.
namespace jixiao {

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

} // namespace jixiao
