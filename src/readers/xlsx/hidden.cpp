#include "readers/xlsx/hidden.hpp"

#include "text/clean.hpp"

#include <algorithm>
#include <compare>
#include <tuple>
#include <utility>

namespace jixiao {
namespace {

/// "a | b | c", up to so much that a person still reads it.
class TextList {
public:
  void add(std::string_view text) {
    constexpr std::size_t longest = 300;
    if (is_blank(text) || is_full_)
      return;
    is_full_ = list_.size() + text.size() > longest;
    list_.append(list_.empty() ? "" : " | ").append(is_full_ ? "…" : text);
  }

  std::string take() && { return std::move(list_); }

private:
  std::string list_;
  bool is_full_ = false;
};

/// Rows or columns, of which some are hidden.
class Axis {
public:
  explicit Axis(std::vector<SheetSpan> spans) {
    std::ranges::sort(spans, {}, &SheetSpan::first);
    std::uint32_t before = 0;
    for (auto const& span : spans) {
      if (!hidden_.empty() && span.first <= hidden_.back().span.last + 1) {
        auto& last = hidden_.back().span.last;
        before += std::max(last, span.last) - last;
        last = std::max(last, span.last);
        continue;
      }
      hidden_.push_back({span, before});
      before += span.last - span.first + 1;
    }
  }

  bool hides(std::uint32_t place) const {
    auto const* const found = find(place);
    return found != nullptr && place <= found->span.last;
  }

  /// What is left before a place.
  std::uint32_t moved(std::uint32_t place) const {
    auto const* const found = find(place);
    if (found == nullptr)
      return place;
    return place - found->before - (std::min(place, found->span.last + 1) - found->span.first);
  }

  /// The first place from here on that is shown.
  std::uint32_t next_shown(std::uint32_t place) const { return hides(place) ? find(place)->span.last + 1 : place; }

private:
  struct Hidden {
    SheetSpan span;
    std::uint32_t before = 0; ///< hidden ones before it
  };

  /// The last span that begins at or before a place.
  Hidden const* find(std::uint32_t place) const {
    auto const after =
        std::ranges::upper_bound(hidden_, place, {}, [](Hidden const& hidden) { return hidden.span.first; });
    return after == hidden_.begin() ? nullptr : &*(after - 1);
  }

  std::vector<Hidden> hidden_;
};

class HiddenPlaces {
public:
  explicit HiddenPlaces(Sheet& sheet) : sheet_(sheet), rows_(sheet.hidden_rows), columns_(sheet.hidden_columns) {}

  std::string run() {
    move_shown_origins();
    TextList texts;
    for (auto const& cell : sheet_.cells)
      if (hides(cell))
        texts.add(cell.text);
    shrink(sheet_.cells);
    shrink(sheet_.findings);
    shrink_merges();
    return std::move(texts).take();
  }

private:
  bool hides(auto const& item) const { return rows_.hides(item.row) || columns_.hides(item.column); }

  /// What a merged cell shows stands at its first place, which may be hidden when others are not.
  void move_shown_origins() {
    for (auto const& cell : sheet_.cells)
      places_.push_back({cell.row, cell.column});
    for (auto const& finding : sheet_.findings)
      finding_places_.push_back({finding.row, finding.column});
    for (auto const& merge : sheet_.merges) {
      auto const row = rows_.next_shown(merge.first_row), column = columns_.next_shown(merge.first_column);
      bool const is_moved = row != merge.first_row || column != merge.first_column;
      if (is_moved && row <= merge.last_row && column <= merge.last_column)
        move({merge.first_row, merge.first_column}, {row, column});
    }
    auto const before = [](auto const& a, auto const& b) { return place_of(a) < place_of(b); };
    std::ranges::stable_sort(sheet_.cells, before);
    std::ranges::stable_sort(sheet_.findings, before);
  }

  struct Place {
    std::uint32_t row, column;

    friend auto operator<=>(Place const&, Place const&) = default;
  };

  static constexpr auto nothing = static_cast<std::size_t>(-1);

  static std::size_t at(std::vector<Place> const& places, Place place) {
    auto const found = std::ranges::lower_bound(places, place);
    return found != places.end() && *found == place ? static_cast<std::size_t>(found - places.begin()) : nothing;
  }

  /// The cell that stands at the new place is covered by the merged one.
  void move(Place from, Place to) {
    auto const cell = at(places_, from), covered = at(places_, to);
    if (cell == nothing)
      return;
    auto& cells = sheet_.cells;
    if (covered == nothing)
      cells[cell].row = to.row, cells[cell].column = to.column;
    else if (is_blank(cells[covered].text))
      cells[covered].text = std::exchange(cells[cell].text, {});
    for (auto i = at(finding_places_, from); i < finding_places_.size() && finding_places_[i] == from; ++i)
      sheet_.findings[i].row = to.row, sheet_.findings[i].column = to.column;
  }

  template <class Item> void shrink(std::vector<Item>& items) {
    std::erase_if(items, [&](Item const& item) { return hides(item); });
    for (auto& item : items)
      item.row = rows_.moved(item.row), item.column = columns_.moved(item.column);
  }

  void shrink_merges() {
    auto& merges = sheet_.merges;
    for (auto& merge : merges) {
      merge.first_row = rows_.next_shown(merge.first_row);
      merge.first_column = columns_.next_shown(merge.first_column);
    }
    std::erase_if(merges, [](SheetRange const& merge) {
      return merge.first_row > merge.last_row || merge.first_column > merge.last_column;
    });
    for (auto& merge : merges)
      merge = {rows_.moved(merge.first_row), columns_.moved(merge.first_column), rows_.moved(merge.last_row + 1) - 1,
               columns_.moved(merge.last_column + 1) - 1};
    std::erase_if(merges, [](SheetRange const& merge) {
      return merge.first_row == merge.last_row && merge.first_column == merge.last_column;
    });
  }

  Sheet& sheet_;
  Axis rows_, columns_;
  std::vector<Place> places_, finding_places_; ///< of the cells and findings as they were
};

} // namespace

std::string take_out_hidden(Sheet& sheet) {
  return sheet.hidden_rows.empty() && sheet.hidden_columns.empty() ? std::string() : HiddenPlaces(sheet).run();
}

std::string texts_of(Sheet const& sheet) {
  TextList texts;
  for (auto const& cell : sheet.cells)
    texts.add(cell.text);
  return std::move(texts).take();
}

} // namespace jixiao
