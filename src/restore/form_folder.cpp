#include "restore/form_folder.hpp"

#include "grammars/indicator_value.hpp"
#include "text/clean.hpp"

#include <algorithm>

namespace jixiao {
namespace {

/// An empty line stands for an empty cell; more than a row can have of them are space between tables.
constexpr std::uint32_t most_blanks = 8;

/// Labels are broken over up to this many lines: 项目, 绩效, 目标.
constexpr std::size_t most_label_lines = 3;

} // namespace

FormFolder::FormFolder(Page const& page, FormCandidate const& candidate, std::uint32_t end, FormGrammar const& grammar)
    : page_(page), form_(candidate.form), grammar_(grammar) {
  std::uint32_t above = 0;
  for (auto row = candidate.first_row; row < end; ++row) {
    auto const cells = page_.row(row);
    if (cells.empty())
      continue;
    auto const line = page_.reading->cells[cells[0].cell].line;
    if (above != 0 && line > above)
      lines_.insert(lines_.end(), std::min(line - above - 1, most_blanks), nullptr);
    lines_.push_back(&cells[0]);
    above = line;
  }
}

bool FormFolder::has_header() const {
  for (std::size_t at = 0; at < lines_.size(); ++at)
    if (!headers_at(at, LabelRole::column).empty())
      return true;
  return false;
}

std::vector<FoldedBlock> FormFolder::run() {
  while (at_ < lines_.size())
    step();
  end_row();
  return std::move(blocks_);
}

void FormFolder::step() {
  if (lines_[at_] == nullptr)
    return take_blank();
  auto const columns = headers_at(at_, LabelRole::column), measures = headers_at(at_, LabelRole::matrix_column);
  if (!columns.empty() && columns.size() >= measures.size())
    return take_records(columns);
  if (!measures.empty())
    return take_matrix_header(measures);
  auto const label = label_at(at_);
  if (!label.use)
    return take_text();
  switch (label.use->role) {
  case LabelRole::column:
  case LabelRole::matrix_column:
    return take_text();
  case LabelRole::matrix_row:
    return take_matrix_row(label);
  case LabelRole::total:
    return take_total(label);
  case LabelRole::series:
    return take_series(label);
  case LabelRole::below_header:
    return take_below();
  case LabelRole::side:
    end_row();
    put(label.lines);
    side_ = true;
    return;
  default:
    return take_pair(label);
  }
}

Label FormFolder::label_at(std::size_t at, std::optional<LabelRole> role) const {
  std::string joined, buffer;
  std::size_t count = 0;
  Label best;
  while (count < most_label_lines && at + count < lines_.size() && lines_[at + count] != nullptr) {
    auto const before = joined.size();
    joined += page_.text(*lines_[at + count]);
    ++count;
    auto const match = count == 1 ? lines_[at]->label : match_label(*page_.lexicon, joined, buffer);
    auto const* use = match.lexeme < 0 ? nullptr : use_in_form(match.lexeme, role);
    // A bracket on a line of its own belongs to the label, any other text behind it does not.
    bool const is_label =
        count == 1 || match.fit == LabelFit::whole || (match.fit == LabelFit::annotated && match.rest == before);
    if (use != nullptr && is_label)
      best = {use, match.lexeme, count, match.fit == LabelFit::inline_value};
  }
  return best;
}

LabelUse const* FormFolder::use_in_form(std::int32_t lexeme, std::optional<LabelRole> role) const {
  for (auto const& use : (*page_.lexicon)[lexeme].uses)
    if (use.form == form_ && (!role || use.role == *role))
      return &use;
  return nullptr;
}

std::vector<Label> FormFolder::headers_at(std::size_t at, LabelRole role) const {
  constexpr std::size_t fewest = 3;
  std::vector<Label> headers;
  for (int entry = -1; at < lines_.size() && lines_[at] != nullptr;) {
    auto const label = label_at(at, role);
    if (!label.use || (role == LabelRole::column && label.use->entry <= entry))
      break;
    entry = label.use->entry;
    headers.push_back(label);
    at += label.lines;
  }
  return headers.size() < fewest ? std::vector<Label>{} : headers;
}

void FormFolder::put(std::size_t count) {
  Cells cell;
  for (; count > 0; --count)
    cell.cells.push_back(lines_[at_++]->cell);
  row_.push_back(std::move(cell));
}

void FormFolder::end_row() {
  pending_ = side_ = false;
  open_value_ = false;
  last_panel_ = -1;
  if (row_.empty())
    return;
  if (blocks_.empty() || !blocks_.back().is_table)
    blocks_.push_back({true, {}});
  blocks_.back().rows.push_back(std::exchange(row_, {}));
}

void FormFolder::paragraph() {
  end_row();
  put(1);
  blocks_.push_back({false, {std::exchange(row_, {})}});
}

void FormFolder::take_blank() {
  ++at_;
  if (pending_) {
    row_.emplace_back();
    pending_ = open_value_ = false;
    return;
  }
  end_row();
  after_blank_ = true;
}

void FormFolder::take_text() {
  if (pending_) {
    put(1);
    pending_ = false;
    open_value_ = value_is_prose_;
  } else if (open_value_) {
    row_.back().cells.push_back(lines_[at_++]->cell);
  } else if (row_.empty() && std::exchange(after_blank_, false) && sided_block_) {
    row_.emplace_back();
    put(1);
    open_value_ = true;
  } else {
    paragraph();
  }
}

void FormFolder::take_pair(Label const& label) {
  after_blank_ = false;
  if (pending_)
    row_.emplace_back();
  auto const panels = label.use->role == LabelRole::pair ? grammar_.pairs[label.use->block].panels.size() : 1;
  auto const panel = next_panel(label);
  bool const same_block = block_ == std::pair(label.use->role, label.use->block);
  bool const only_side = side_ && row_.size() == 1;
  if (!row_.empty() && !only_side && (!same_block || (panels > 1 && panel <= last_panel_)))
    end_row();
  block_ = {label.use->role, label.use->block};
  sided_block_ = label.use->role == LabelRole::pair && !grammar_.pairs[label.use->block].sides.empty();
  if (panels > 1) {
    row_.resize(std::max(row_.size(), (sided_block_ ? 1U : 0U) + 2 * static_cast<std::size_t>(panel)));
    last_panel_ = panel;
  }
  put(label.lines);
  pending_ = !label.has_value;
  open_value_ = false;
  value_is_prose_ = label.use->rule != nullptr && label.use->rule->destination &&
                    kind_of(label.use->rule->destination->field) == FieldKind::prose;
}

int FormFolder::next_panel(Label const& label) const {
  int first = -1;
  for (auto const& use : (*page_.lexicon)[label.lexeme].uses) {
    if (use.form != form_ || use.role != label.use->role || use.block != label.use->block)
      continue;
    if (use.panel > last_panel_ && last_panel_ >= 0)
      return use.panel;
    first = first < 0 ? use.panel : std::min<int>(first, use.panel);
  }
  return std::max(first, 0);
}

std::size_t FormFolder::next_label(std::size_t at) const {
  while (at < lines_.size() && (lines_[at] == nullptr || !label_at(at).use))
    ++at;
  return at;
}

void FormFolder::take_series(Label const& label) {
  end_row();
  put(label.lines);
  auto const end = next_label(at_);
  auto last = end;
  while (last > at_ && lines_[last - 1] == nullptr)
    --last;
  auto const gap = std::find(lines_.begin() + static_cast<std::ptrdiff_t>(at_),
                             lines_.begin() + static_cast<std::ptrdiff_t>(last), nullptr);
  auto const first = static_cast<std::size_t>(gap - lines_.begin()) - at_;
  auto const count = last - at_;
  if (first != count ? count != 2 * first + 1 : count % 2 != 0)
    return leave(end);
  auto const half = first != count ? first : count / 2;
  for (std::size_t i = 0; i < half; ++i)
    put(1);
  at_ += first != count ? 1 : 0;
  end_row();
  row_.emplace_back();
  for (std::size_t i = 0; i < half; ++i)
    put_one();
  at_ = end;
  end_row();
}

void FormFolder::leave(std::size_t end) {
  end_row();
  doubtful_ = at_ < end && lines_[at_] != nullptr ? lines_[at_]->cell : doubtful_;
  while (at_ < end)
    if (lines_[at_] == nullptr)
      ++at_;
    else
      paragraph();
}

void FormFolder::take_below() {
  bool const sided = side_ && row_.size() == 1;
  if (!sided)
    end_row();
  std::size_t headers = 0;
  for (auto label = label_at(at_); label.use && label.use->role == LabelRole::below_header; ++headers) {
    put(label.lines);
    label = at_ < lines_.size() && lines_[at_] != nullptr ? label_at(at_) : Label{};
  }
  end_row();
  auto const end = next_label(at_);
  if (sided && at_ < end && lines_[at_] == nullptr) {
    ++at_;
    row_.emplace_back();
  }
  take_values(headers, end);
}

void FormFolder::take_values(std::size_t headers, std::size_t end) {
  auto const count = end - at_;
  if (headers == 1 || count == headers) {
    for (; headers > 0; --headers)
      headers == 1 ? put_all(end) : put_one();
    return end_row();
  }
  auto first_text = at_;
  while (first_text < end && lines_[first_text] == nullptr)
    ++first_text;
  bool const last_only = first_text - at_ == headers - 1;
  bool const parted = std::find(lines_.begin() + static_cast<std::ptrdiff_t>(first_text),
                                lines_.begin() + static_cast<std::ptrdiff_t>(end),
                                nullptr) != lines_.begin() + static_cast<std::ptrdiff_t>(end);
  if (!last_only || parted)
    return leave(end);
  for (; at_ < first_text; ++at_)
    row_.emplace_back();
  put_all(end);
  end_row();
}

void FormFolder::put_one() {
  if (lines_[at_] != nullptr)
    return put(1);
  ++at_;
  row_.emplace_back();
}

void FormFolder::put_all(std::size_t end) {
  row_.emplace_back();
  for (; at_ < end; ++at_)
    if (lines_[at_] != nullptr)
      row_.back().cells.push_back(lines_[at_]->cell);
}

void FormFolder::take_matrix_header(std::vector<Label> const& measures) {
  if (!side_ || row_.size() != 1)
    end_row();
  row_.resize(2);
  for (auto const& measure : measures)
    put(measure.lines);
  measures_ = measures.size();
  end_row();
}

void FormFolder::take_matrix_row(Label const& label) {
  end_row();
  auto const first = at_ + label.lines, end = first + measures_;
  bool const whole = end <= lines_.size() && next_label(first) >= end &&
                     (end == lines_.size() || lines_[end] == nullptr || label_at(end).use);
  if (measures_ == 0 || !whole)
    return leave(std::min(std::max(next_label(first), first), lines_.size()));
  row_.resize(1);
  put(label.lines);
  while (at_ < end)
    put_one();
  end_row();
}

void FormFolder::take_total(Label const& label) {
  end_row();
  auto const end = next_label(at_ + label.lines);
  std::vector<std::size_t> texts;
  for (auto i = at_ + label.lines; i < end; ++i)
    if (lines_[i] != nullptr)
      texts.push_back(i);
  auto const& fields = grammar_.records[label.use->block].totals[label.use->entry].fields;
  if (texts.size() != fields.size())
    return leave(end);
  put(label.lines);
  for (std::size_t i = 0; i < fields.size(); ++i) {
    auto const column = std::ranges::find(columns_, std::optional(fields[i].first));
    row_.resize(std::max(row_.size(), static_cast<std::size_t>(column - columns_.begin())));
    at_ = texts[i];
    put(1);
  }
  at_ = end;
  end_row();
}

void FormFolder::take_records(std::vector<Label> const& headers) {
  std::vector<ColumnKind> kinds;
  columns_.clear();
  if (side_ && row_.size() == 1) {
    kinds.push_back(ColumnKind::side);
    columns_.emplace_back();
  } else {
    end_row();
  }
  for (auto const& header : headers) {
    auto const& rule = grammar_.records[header.use->block].columns[header.use->entry];
    kinds.push_back(column_kind(rule));
    columns_.push_back(rule.label.destination ? std::optional(rule.label.destination->field) : std::nullopt);
    put(header.lines);
  }
  end_row();
  fold_lines(kinds, records_end());
}

ColumnKind FormFolder::column_kind(ColumnRule const& rule) {
  if (!rule.label.destination)
    return ColumnKind::other;
  switch (rule.label.destination->field) {
  case FieldId::level1:
    return ColumnKind::level1;
  case FieldId::level2:
    return ColumnKind::level2;
  case FieldId::level3:
    return ColumnKind::name;
  case FieldId::target:
    return ColumnKind::target;
  default:
    return ColumnKind::other;
  }
}

std::size_t FormFolder::records_end() const {
  auto end = at_;
  for (; end < lines_.size(); ++end)
    if (lines_[end] != nullptr)
      if (auto const label = label_at(end);
          label.use && (*page_.lexicon)[label.lexeme].level1 < 0 && (*page_.lexicon)[label.lexeme].level2 < 0)
        break;
  return end;
}

void FormFolder::fold_lines(std::vector<ColumnKind> const& columns, std::size_t end) {
  std::vector<LineCell> cells;
  for (auto i = at_; i < end; ++i)
    cells.push_back(line_cell(lines_[i]));
  auto const folded = fold_records(cells, columns);
  if (folded.places.empty())
    return leave(end);
  for (auto const& place : folded.places) {
    if (place.column == 0 && !place.goes_on)
      end_row();
    if (!place.goes_on)
      put_one();
    else if (lines_[at_] != nullptr)
      go_on();
    else
      ++at_;
  }
  end_row();
}

void FormFolder::go_on() {
  auto const cell = lines_[at_++]->cell;
  if (!row_.back().cells.empty())
    further_.push_back({row_.back().cells[0], cell});
  row_.back().cells.push_back(cell);
}

LineCell FormFolder::line_cell(PageCell const* line) const {
  LineCell cell;
  cell.blank = line == nullptr;
  if (cell.blank)
    return cell;
  cell.quantity = grammars::read_indicator_value(clean_value(page_.text(*line))).kind == ValueKind::quantity;
  if (line->label.lexeme < 0 || line->label.fit != LabelFit::whole)
    return cell;
  auto const& lexeme = (*page_.lexicon)[line->label.lexeme];
  cell.level1 = lexeme.level1 >= 0;
  cell.level2 = lexeme.level2 >= 0;
  return cell;
}

} // namespace jixiao
