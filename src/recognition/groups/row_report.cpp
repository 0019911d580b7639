#include "recognition/groups/row_report.hpp"

#include "forms/printed_row.hpp"
#include "recognition/rows/record_cells.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>

namespace jixiao::recognition {

namespace {

bool is_group_level(ColumnKind kind) { return kind == ColumnKind::level1 || kind == ColumnKind::level2; }

/// A column whose texts are a field of their own.
bool is_field(ColumnKind kind) {
  return kind == ColumnKind::level3 || kind == ColumnKind::target || kind == ColumnKind::actual ||
         kind == ColumnKind::weight || kind == ColumnKind::score || kind == ColumnKind::remark ||
         kind == ColumnKind::definition || kind == ColumnKind::basis;
}

} // namespace

std::string printed_row(Page const& page, std::uint32_t source_row) {
  std::string line;
  bool first = true;
  for (auto const& cell : page.reading->cells_of(page.reading->rows[source_row])) {
    line += (first ? "" : " | ") + shortened(cell.text);
    first = false;
  }
  return line;
}

std::string const& RowReporter::cells() {
  if (!cells_)
    cells_ = printed_row(*draft_.page, source_row_);
  return *cells_;
}

Column const* RowReporter::column_of(RecordSpan const& span, std::size_t cell) const {
  return span.cells[cell].blank ? nullptr : span.alignment.column_of(columns_, cell);
}

/// What stands under a header.
RowCell const* RowReporter::plain_cell(RecordSpan const& span, Column const& column) const {
  for (auto const& cell : span.cells)
    if (!cell.blank && draft_.piece(cell.piece).row == draft_.piece(span.first).row && overlap(cell, column))
      return &cell;
  return nullptr;
}

RowLabel const* RowReporter::label_of(std::size_t row, std::uint32_t piece) const {
  auto const& labels = groups_[row].labels;
  auto const found = std::ranges::find(labels, piece, &RowLabel::piece);
  return found == labels.end() ? nullptr : &*found;
}

void RowReporter::fill_down(std::size_t row) {
  auto const& span = spans_[row];
  bool level1_printed = false;
  for (auto const& column : columns_) {
    if (!is_group_level(column.kind) || column.panel > 0)
      continue;
    bool const first = column.kind == ColumnKind::level1;
    auto& plain = first ? level1_ : level2_;
    auto const set = [&](std::uint32_t piece) {
      auto const* label = label_of(row, piece);
      plain = {piece, label && label->level1 == first ? label->node : -1};
    };
    for (auto const& label : groups_[row].labels)
      if (!label.own_row && overlap(label, column))
        set(label.piece);
    auto const* cell = plain_cell(span, column);
    if (cell)
      set(cell->piece);
    // Something new in the level-1 column with nothing beside it does not go on with the old level 2.
    else if (!first && level1_printed)
      plain = {};
    if (first)
      level1_printed = cell != nullptr;
  }
}

/// The group of level 1 that a row was read as; -1: none.
int RowReporter::level1_of(std::size_t row) const {
  int const node = groups_[row].choice.node;
  return node < 0 || taxonomy_.is_level1(node) ? node : taxonomy_.parent(node);
}

void RowReporter::compare(std::size_t row, Indicator& indicator) const {
  auto const& span = spans_[row];
  auto const repaired = [&](std::string_view field) {
    if (std::ranges::find(indicator.repaired, field) == indicator.repaired.end())
      indicator.repaired.emplace_back(field);
  };
  int const node = groups_[row].choice.node;
  int const level1 = level1_of(row);
  int const level2 = node >= 0 && !taxonomy_.is_level1(node) ? node : -1;
  bool const local = std::ranges::any_of(groups_[row].labels, [](RowLabel const& l) { return l.node < 0; });
  for (auto const& column : columns_) {
    if (column.panel > 0)
      continue;
    if (is_group_level(column.kind)) {
      bool const first = column.kind == ColumnKind::level1;
      if (!local && node >= 0 && (first ? level1_.node != level1 : level2_.node != level2))
        repaired(first ? "level1" : "level2");
    } else if (is_field(column.kind)) {
      auto const* plain = plain_cell(span, column);
      if (plain && column.kind == ColumnKind::level3 && label_of(row, plain->piece))
        plain = nullptr; // a group printed where names stand
      std::size_t taken = 0;
      bool same = false;
      for (std::size_t i = 0; i < span.cells.size(); ++i)
        if (column_of(span, i) == &column && !label_of(row, span.cells[i].piece)) {
          ++taken;
          same = plain && plain->piece == span.cells[i].piece;
        }
      if (taken == 0 ? plain != nullptr : taken > 1 || !same)
        repaired(field_of(column.kind));
    }
  }
  bool const sure = groups_[row].plain || says_its_group(row);
  for (auto const& field : indicator.repaired) {
    auto const told = std::ranges::find(indicator.how, field, &FieldReading::field);
    if (told != indicator.how.end() && (field != "level2" || told->by != How::inferred))
      continue;
    if (told != indicator.how.end())
      indicator.how.erase(told); // the row has the group by its label, not as the only child
    bool const of_group = field == "level1" || field == "level2";
    indicator.how.push_back(
        {field, How::repaired, of_group && !sure ? std::optional(Certainty::likely) : std::nullopt});
  }
}

void RowReporter::emit(Code code, std::initializer_list<Arg> arguments, std::string_view leaf, std::uint32_t piece) {
  if (leaf.empty())
    whole_covered_ = true;
  else
    covered_.push_back(leaf);
  draft_.remark(code, arguments, piece, leaf.empty() ? path_ : path_ + "/" + std::string(leaf));
}

/// A finding on the row as a whole.
void RowReporter::emit_row(Code code, std::initializer_list<Arg> arguments, std::string_view leaf,
                           RecordSpan const& span) {
  emit(code, arguments, leaf, span.first);
  draft_.remarks.back().row = true;
}

template <class Placed> std::string RowReporter::column_name(Placed const& cell) const {
  for (auto const& column : columns_)
    if (overlap(cell, column))
      return column.label.back();
  return "(no header)";
}

std::string RowReporter::group_name(int node) const {
  if (node < 0)
    return "no group";
  if (taxonomy_.is_level1(node))
    return taxonomy_.name(node);
  return taxonomy_.name(taxonomy_.parent(node)) + " > " + taxonomy_.name(node);
}

/// One finding for a row that slid as a whole, or whose texts did.
bool RowReporter::report_shift(RecordSpan const& span) {
  struct Slide {
    std::optional<int> distance;
    std::size_t cells = 0;
    std::uint32_t first = 0;
  };
  auto const common = [&](bool texts_only) {
    Slide slide;
    for (std::size_t i = 0; i < span.cells.size(); ++i) {
      auto const* column = column_of(span, i);
      if (!column || (texts_only && is_group_level(column->kind)) ||
          draft_.piece(span.cells[i].piece).row != draft_.piece(span.first).row)
        continue;
      auto const& cell = span.cells[i];
      int const distance = overlap(cell, *column) ? 0 : cell.x - column->x;
      if (slide.distance && *slide.distance != distance)
        return Slide{};
      if (slide.cells++ == 0)
        slide.first = cell.piece;
      slide.distance = distance;
    }
    return slide;
  };
  auto const side = [](Slide const& slide) { return *slide.distance > 0 ? "right" : "left"; };
  if (auto const whole = common(false); whole.distance && *whole.distance != 0 && whole.cells >= 2) {
    emit_row(Code::row_shifted, {{"columns", std::abs(*whole.distance)}, {"side", side(whole)}, {"cells", cells()}}, {},
             span);
    return true;
  }
  auto const texts = common(true);
  if (!texts.distance || *texts.distance == 0 || texts.cells < 2)
    return false;
  emit(Code::cells_shifted,
       {{"text", shortened(draft_.piece(texts.first).text)},
        {"columns", std::abs(*texts.distance)},
        {"side", side(texts)},
        {"cells", cells()}},
       {}, texts.first);
  return true;
}

void RowReporter::report_labels(std::size_t row, bool shifted) {
  for (auto const& label : groups_[row].labels) {
    auto const kind = label.level1 ? ColumnKind::level1 : ColumnKind::level2;
    bool const placed =
        std::ranges::any_of(columns_, [&](Column const& c) { return c.kind == kind && overlap(label, c); });
    bool const path = draft_.piece(label.piece).label.path; // 产出指标-数量指标 in the column of level 1
    if (!label.own_row || label.node < 0 || placed || shifted || path)
      continue;
    emit(Code::label_in_wrong_column,
         {{"label", draft_.text(label.piece)}, {"column", column_name(label)}, {"cells", cells()}},
         label.level1 ? "level1" : "level2", label.piece);
    draft_.remarks.back().likely = label.node != groups_[row].choice.node && label.node != level1_of(row);
  }
}

void RowReporter::report_texts(RecordSpan const& span) {
  for (std::size_t i = 0; i < span.cells.size(); ++i) {
    auto const* column = column_of(span, i);
    auto const piece = span.cells[i].piece;
    if (!column || !is_field(column->kind) || column->panel > 0 || overlap(span.cells[i], *column) ||
        std::ranges::find(span.joined, piece, &JoinedPiece::piece) != span.joined.end())
      continue;
    emit(Code::cell_in_wrong_column,
         {{"text", shortened(draft_.piece(piece).text)},
          {"field", field_of(column->kind)},
          {"column", column_name(span.cells[i])},
          {"cells", cells()}},
         field_of(column->kind), piece);
  }
}

void RowReporter::report_missing(RecordSpan const& span) {
  auto const* name = span.find(columns_, ColumnKind::level3);
  auto const* value = span.find(columns_, ColumnKind::target);
  bool const has_values = has_column(columns_, ColumnKind::target);
  auto const text = [&](RowCell const& cell) { return shortened(draft_.piece(cell.piece).text); };
  if (name && !value && has_values)
    emit_row(Code::target_missing, {{"name", text(*name)}, {"cells", cells()}}, "target", span);
  if (!name && value)
    emit_row(Code::name_missing, {{"value", text(*value)}, {"cells", cells()}}, "level3", span);
}

void RowReporter::report_joined(RecordSpan const& span) {
  for (auto const& [piece, is_value] : span.joined) {
    auto const at =
        static_cast<std::size_t>(std::ranges::find(span.cells, piece, &RowCell::piece) - span.cells.begin());
    auto const* column = at < span.cells.size() ? column_of(span, at) : nullptr;
    if (!column)
      continue;
    auto const leaf = field_of(column->kind);
    auto const text = shortened(draft_.piece(piece).text);
    auto const cells = printed_row(*draft_.page, draft_.piece(piece).source_row);
    auto const* name = span.find(columns_, ColumnKind::level3);
    if (is_value)
      emit(Code::value_from_next_row,
           {{"value", text}, {"name", name ? shortened(draft_.piece(name->piece).text) : ""}, {"cells", cells}}, leaf,
           piece);
    else
      emit(Code::text_joined, {{"text", text}, {"field", leaf}, {"cells", cells}}, leaf, piece);
  }
}

/// A repaired field without a finding; where a label was put together, that was said.
bool RowReporter::is_uncovered(Indicator const& indicator, std::string_view field) const {
  bool const joined = std::ranges::any_of(
      indicator.how, [&](FieldReading const& how) { return how.field == field && how.by == How::joined; });
  return !joined && std::ranges::find(indicator.repaired, field) != indicator.repaired.end() &&
         std::ranges::find(covered_, field) == covered_.end();
}

/// What fill-down and the columns would have read wrongly on a row that is itself in order.
void RowReporter::cover_rest(std::size_t row, Indicator const& indicator) {
  if (whole_covered_)
    return;
  auto const& span = spans_[row];
  bool const level1 = is_uncovered(indicator, "level1"), level2 = is_uncovered(indicator, "level2");
  bool const path = level1_.piece >= 0 && draft_.piece(static_cast<std::uint32_t>(level1_.piece)).label.path;
  if ((level1 || level2) && !path) {
    auto const& plain = level1 ? level1_ : level2_;
    auto const group = indicator.level1.value_or("") + (indicator.level2 ? " > " + *indicator.level2 : "");
    emit_row(Code::wrong_parent,
             {{"group", group},
              {"printed",
               plain.piece < 0 ? "(nothing)" : shortened(draft_.piece(static_cast<std::uint32_t>(plain.piece)).text)},
              {"cells", cells()}},
             level1 && level2 ? ""
             : level1         ? "level1"
                              : "level2",
             span);
    draft_.remarks.back().likely = !says_its_group(row);
  }
  for (auto const& column : columns_) {
    auto const field = field_of(column.kind);
    auto const* cell = plain_cell(span, column);
    if (whole_covered_ || column.panel > 0 || !is_field(column.kind) || !cell || !is_uncovered(indicator, field))
      continue;
    auto const* read = column_of(span, static_cast<std::size_t>(cell - span.cells.data()));
    emit(Code::cell_in_wrong_column,
         {{"text", shortened(draft_.piece(cell->piece).text)},
          {"field", !read                        ? "no field"
                    : is_group_level(read->kind) ? "label"
                                                 : field_of(read->kind)},
          {"column", column_name(*cell)},
          {"cells", cells()}},
         field, cell->piece);
  }
}

void RowReporter::report(std::size_t row, Indicator& indicator) {
  auto const& span = spans_[row];
  fill_down(row);
  compare(row, indicator);
  path_ = "/indicators/" + std::to_string(draft_.form.indicators.size());
  cells_.reset();
  source_row_ = draft_.piece(span.first).source_row;
  whole_covered_ = false;
  covered_.clear();
  bool const shifted = report_shift(span);
  report_labels(row, shifted);
  if (!shifted)
    report_texts(span);
  report_group(row, indicator);
  report_missing(span);
  int const node = groups_[row].choice.node;
  if (node >= 0 && taxonomy_.is_level1(node) && has_column(columns_, ColumnKind::level2))
    emit_row(Code::level2_missing, {{"level1", indicator.level1.value_or("")}, {"cells", cells()}}, "level2", span);
  if (level2_.piece >= 0 &&
      (span.doubtful || draft_.page->doubt(static_cast<std::uint32_t>(level2_.piece)) == Doubt::placed))
    emit_row(Code::label_placed,
             {{"label", draft_.text(static_cast<std::uint32_t>(level2_.piece))}, {"cells", cells()}}, "level2", span);
  if (span.doubtful_level1)
    emit_row(Code::label_placed, {{"label", indicator.level1.value_or("—")}, {"cells", cells()}}, "level1", span);
  report_joined(span);
  cover_rest(row, indicator);
  before_ = node;
}

} // namespace jixiao::recognition
