#include "readers/xlsx/merges.hpp"

#include "readers/xlsx/reference.hpp"

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

namespace jixiao {
namespace {

constexpr auto nothing = std::numeric_limits<std::uint32_t>::max();

auto origin_of(SheetRange const& range) { return std::tie(range.first_row, range.first_column); }

/// Goes down the rows that have cells, and knows which merged cell covers each column.
class MergeSweep {
public:
  MergeSweep(Sheet& sheet, std::uint64_t budget) : sheet_(sheet), budget_(budget) {}

  std::vector<SheetRange> run() {
    auto& merges = sheet_.merges;
    std::ranges::stable_sort(merges, [](auto const& a, auto const& b) { return origin_of(a) < origin_of(b); });
    states_.resize(merges.size());
    for (auto& cell : sheet_.cells) {
      open_merges(cell.row);
      look_at(cell);
    }
    std::vector<SheetRange> opened;
    for (std::size_t i = 0; i < merges.size(); ++i)
      if (states_[i].open)
        opened.push_back(merges[i]);
    return opened;
  }

private:
  struct State {
    bool open = false;
    std::string_view text; ///< of its own cell
  };

  /// Opens the merged cells that begin in this row or above.
  void open_merges(std::uint32_t row) {
    for (; next_ < sheet_.merges.size() && sheet_.merges[next_].first_row <= row; ++next_)
      open(static_cast<std::uint32_t>(next_));
  }

  void open(std::uint32_t index) {
    auto const& merge = sheet_.merges[index];
    auto const width = merge.last_column - merge.first_column + 1;
    if (budget_ < width)
      return;
    budget_ -= width;
    if (owners_.size() <= merge.last_column)
      owners_.resize(merge.last_column + 1, nothing);
    auto const begin = owners_.begin() + merge.first_column, end = owners_.begin() + merge.last_column + 1;
    bool const overlaps = std::any_of(begin, end, [&](std::uint32_t owner) {
      return owner != nothing && sheet_.merges[owner].last_row >= merge.first_row;
    });
    if (overlaps)
      return;
    std::fill(begin, end, index);
    states_[index].open = true;
  }

  void look_at(SheetCell& cell) {
    auto const owner = cell.column < owners_.size() ? owners_[cell.column] : nothing;
    if (owner == nothing || sheet_.merges[owner].last_row < cell.row)
      return;
    auto const& merge = sheet_.merges[owner];
    auto& state = states_[owner];
    if (cell.row == merge.first_row && cell.column == merge.first_column) {
      state.text = cell.text;
      return;
    }
    auto const text = std::exchange(cell.text, {});
    if (!text.empty() && text != state.text)
      sheet_.findings.push_back({merge.first_row,
                                 merge.first_column,
                                 {Code::covered_text, {{"text", std::string(text)}, {"range", range_name(merge)}}}});
  }

  Sheet& sheet_;
  std::uint64_t budget_;
  std::size_t next_ = 0;
  std::vector<std::uint32_t> owners_; ///< by column: the merged cell that was last opened there
  std::vector<State> states_;
};

} // namespace

std::vector<SheetRange> plan_merges(Sheet& sheet, std::uint64_t budget) { return MergeSweep(sheet, budget).run(); }

} // namespace jixiao
