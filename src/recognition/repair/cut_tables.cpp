#include "recognition/repair/cut_tables.hpp"

#include "recognition/columns/columns.hpp"

#include <algorithm>
#include <tuple>

namespace jixiao::recognition {

namespace {

bool holds_prose(ColumnKind kind) {
  return kind == ColumnKind::level3 || kind == ColumnKind::definition || kind == ColumnKind::basis ||
         kind == ColumnKind::remark || kind == ColumnKind::other;
}

} // namespace

std::uint32_t CutTables::width_of(std::uint32_t block) const {
  auto const& of = page_.reading->blocks[block];
  std::uint32_t width = 0;
  for (auto row = of.first_row; row < of.first_row + of.row_count; ++row)
    width = std::max(width, page_.reading->rows[row].cell_count);
  return width;
}

void CutTables::take(std::uint32_t row) {
  auto const pieces = page_.row(row);
  if (pieces.empty() || pieces.front().paragraph)
    return;
  auto const texts = texts_of(page_, row);
  if (auto const block = page_.reading->rows[pieces.front().source_row].block; block != block_)
    enter(block, texts);
  else if (begins_form(texts))
    end();
  if (!moved_)
    return;
  for (auto at = page_.rows[row]; at < page_.rows[row + 1]; ++at)
    if (auto& piece = page_.pieces[at]; piece.x < columns_.size())
      std::tie(piece.x, piece.x_end) = columns_[piece.x];
}

bool CutTables::begins_form(Texts const& texts) const {
  return !texts.empty() && page_.pieces[texts.front()].label.as(Role::pair);
}

bool CutTables::holds(std::uint32_t row) const {
  auto const pieces = page_.row(row);
  return !columns_.empty() && !pieces.empty() && page_.reading->rows[pieces.front().source_row].block == block_;
}

void CutTables::enter(std::uint32_t block, Texts const& texts) {
  block_ = block;
  moved_ = false;
  if (columns_.empty())
    return;
  auto const width = width_of(block);
  bool const same = width == width_, own = width == columns_.size();
  if (LabelsOver::is_header(page_, texts) || begins_form(texts) || (!same && !own))
    return end();
  moved_ = !same;
  over_.go_on(block);
}

/// The first row below a header has nothing below the labels of groups.
bool CutTables::lacks_groups(std::uint32_t header) const {
  constexpr std::uint32_t reach = 3; // rows
  std::uint16_t groups_end = 0;
  for (auto const i : texts_of(page_, header)) {
    auto const kind = column_kind(page_.pieces[i].label);
    if (kind == ColumnKind::level1 || kind == ColumnKind::level2)
      for (auto const& [first, end] : columns_)
        groups_end = first <= page_.pieces[i].x && page_.pieces[i].x < end ? std::max(groups_end, end) : groups_end;
  }
  for (auto row = header + 1; row + 1 < page_.rows.size() && row <= header + reach; ++row)
    if (auto const texts = texts_of(page_, row); !texts.empty())
      return page_.pieces[texts.front()].x >= groups_end;
  return false;
}

void CutTables::begin(std::uint32_t row) {
  auto const header = texts_of(page_, row);
  columns_.clear();
  auto const is_column = [&](std::uint32_t i) { return page_.pieces[i].label.as(Role::column) != nullptr; };
  if (std::ranges::count_if(header, is_column) < 3)
    return;
  columns_ = over_.ranges();
  width_ = width_of(block_);
  page_.centred = page_.centred || lacks_groups(row);
}

void CutTables::doubt(Texts const& texts) {
  if (columns_.empty() || moved_)
    return;
  for (auto const i : texts) {
    auto const& piece = page_.pieces[i];
    auto const over = over_.label_over(piece.x);
    if (!over || names_something(piece) || piece.look() < Look::short_words)
      continue;
    auto const& label = page_.pieces[*over];
    bool const known = label.label.known();
    auto const kind = known ? column_kind(label.label).value_or(ColumnKind::other) : ColumnKind::other;
    auto const wide = std::ranges::any_of(columns_, [&](auto const& range) {
      return range.first <= piece.x && piece.x < range.second && range.second > range.first + 1;
    });
    if (holds_prose(kind) && (!known || (wide && kind == ColumnKind::level3)))
      page_.cut_texts.push_back({i, i, {}});
  }
}

} // namespace jixiao::recognition
