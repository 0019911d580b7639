#include "forms/extract.hpp"

#include "forms/extraction.hpp"
#include "forms/line_fields.hpp"
#include "text/clean.hpp"

#include <algorithm>

namespace jixiao {

namespace {

/// True for a field whose text may be wrapped over rows.
bool can_be_broken(FieldId field) {
  auto const kind = kind_of(field);
  return kind == FieldKind::text || kind == FieldKind::prose || kind == FieldKind::party;
}

} // namespace

RawForm Extraction::run() {
  for (auto row = form_.candidate.first_row; row < form_.candidate.end_row; ++row)
    take(row);
  find_missing();
  return std::move(form_);
}

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

RawForm extract_form(Page const& page, FormCandidate const& candidate, FormGrammar const& grammar, ClaimMap& claims) {
  return Extraction(page, candidate, grammar, claims).run();
}

} // namespace jixiao
