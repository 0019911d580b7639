#include "recognition/repair/labels_over.hpp"

#include "text/clean.hpp"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <numeric>
#include <utility>

namespace jixiao::recognition {

namespace {

constexpr std::int32_t no_label = -1;
constexpr std::size_t widest = 256; ///< columns; time goes by their square

std::int32_t label_at(std::vector<std::int32_t> const& labels, std::uint32_t x) {
  return x < labels.size() ? labels[x] : no_label;
}

} // namespace

bool LabelsOver::is_header(Page const& page, Texts const& texts) {
  std::size_t columns = 0, goals = 0;
  for (auto const i : texts) {
    auto const& label = page.pieces[i].label;
    columns += label.as(Role::column) || label.as(Role::measure) || label.as(Role::task) ? 1 : 0;
    goals += label.as(Role::goal) && page.pieces[i].x > 0 ? 1 : 0;
  }
  return columns >= 3 || goals >= 2;
}

bool LabelsOver::heads_goals(Page const& page, Texts const& texts) {
  auto const is_goal = [&](std::uint32_t i) { return page.pieces[i].label.as(Role::goal) && page.pieces[i].x > 0; };
  return std::ranges::count_if(texts, is_goal) >= 2 && std::ranges::none_of(texts, [&](std::uint32_t i) {
           return page.pieces[i].label.as(Role::column) && !is_goal(i);
         });
}

/// 实施期 | 2023年 | 2024年 below 指标值: short texts, and none below the first label.
bool LabelsOver::is_below_header(Texts const& texts) const {
  constexpr std::size_t longest = 30; // bytes
  return texts.size() >= 2 && label_at(owners_, at(texts.front()).x) != owners_.front() &&
         std::ranges::all_of(texts, [&](std::uint32_t i) {
           return !at(i).label.is_level() && at(i).text.size() <= longest && !is_whole_figure(at(i));
         });
}

bool LabelsOver::begins_pairs(Texts const& texts) const {
  auto const is_level = [&](std::uint32_t i) { return at(i).label.is_level(); };
  return std::ranges::none_of(texts, is_level) && std::ranges::any_of(texts, [&](std::uint32_t i) {
           auto const& label = at(i).label;
           return label.as(Role::pair) && !label.as(Role::column) && !label.as(Role::total) && !label.as(Role::goal);
         });
}

bool LabelsOver::take(Texts const& texts) {
  if (texts.empty() || at(texts.back()).x_end > widest)
    return false;
  auto const& first = at(texts.front());
  auto const block = block_of(first);
  bool const header = is_header(page_, texts);
  bool const below = any() && block == block_ && first.row == header_row_ + 1 && (header || is_below_header(texts));
  if (!below && (block != block_ || header || begins_pairs(texts)))
    printed_.clear(), owners_.clear();
  if (block != std::exchange(block_, block))
    measure_columns(first.row);
  header_row_ = header ? first.row : header_row_;
  if (!header && !below)
    return false;
  printed_.resize(std::max<std::size_t>(widths_.size(), at(texts.back()).x_end), no_label);
  for (auto const i : texts)
    std::fill(printed_.begin() + at(i).x, printed_.begin() + at(i).x_end, static_cast<std::int32_t>(i));
  assign_columns(first.row);
  return true;
}

void LabelsOver::merge_joined() {
  for (auto* labels : {&printed_, &owners_})
    for (std::size_t x = 1; x < labels->size(); ++x)
      if (auto const label = (*labels)[x]; label != no_label && at(static_cast<std::uint32_t>(label)).joined)
        (*labels)[x] = owners_[x - 1];
}

std::optional<std::uint32_t> LabelsOver::label_over(std::uint16_t x) const {
  auto const label = label_at(owners_, x);
  return label == no_label ? std::nullopt : std::optional(static_cast<std::uint32_t>(label));
}

std::vector<std::pair<std::uint16_t, std::uint16_t>> LabelsOver::ranges() const {
  std::vector<std::pair<std::uint16_t, std::uint16_t>> out;
  for (std::size_t x = 0; x < owners_.size(); ++x) {
    if (x == 0 || owners_[x] != owners_[x - 1])
      out.emplace_back(static_cast<std::uint16_t>(x), static_cast<std::uint16_t>(x));
    out.back().second = static_cast<std::uint16_t>(x + 1);
  }
  return out;
}

bool LabelsOver::over_both(Piece const& first, Piece const& second) const {
  auto const label = label_at(owners_, first.x);
  return label != no_label && label == label_at(owners_, second.x);
}

bool LabelsOver::printed_over_both(Piece const& first, Piece const& second) const {
  return over_both(first, second) && label_at(printed_, first.x) == label_at(printed_, second.x);
}

void LabelsOver::assign_columns(std::uint32_t row) {
  auto const scores = edge_scores(row);
  owners_ = printed_;
  auto const last = printed_.size();
  auto left = last;
  for (std::size_t x = 0; x < last; ++x) {
    if (printed_[x] == no_label)
      continue;
    auto const border = left == last ? 0 : border_between(left, x, scores);
    for (auto between = left == last ? 0 : left + 1; between < x; ++between)
      owners_[between] = between < border ? printed_[left] : printed_[x];
    left = x;
  }
  for (auto behind = left; behind < last; ++behind)
    owners_[behind] = printed_[left];
}

std::vector<int> LabelsOver::edge_scores(std::uint32_t header) const {
  std::vector<int> scores(printed_.size() + 1, 0);
  auto const block = block_of(page_.row(header).front());
  // The texts of goals touch each other wherever they meet, so that only the end of a sentence tells.
  bool const goals = heads_goals(page_, texts_of(page_, header));
  for (auto row = header + 1; row + 1 < page_.rows.size(); ++row) {
    auto const texts = texts_of(page_, row);
    if (texts.empty())
      continue;
    if (block_of(at(texts.front())) != block || is_header(page_, texts) || begins_pairs(texts))
      break;
    for (std::size_t i = 1; i < texts.size(); ++i) {
      auto const &before = at(texts[i - 1]), &behind = at(texts[i]);
      if (before.x_end != behind.x || behind.x >= scores.size())
        continue;
      bool const parted = parts_values(page_, labels_, texts[i - 1]) || parts_values(page_, labels_, texts[i]) ||
                          (!goals && (is_whole_figure(before) || is_whole_figure(behind))) ||
                          before.text.ends_with("。") || before.text.ends_with("；");
      scores[behind.x] += parted ? -1 : goals ? 0 : 1;
    }
  }
  return scores;
}

/// What the columns of the label printed at `x` reach at least. What no label is printed over is the outer ones'; of
/// goals the first column has the label down their side.
LabelsOver::Reach LabelsOver::reach_of(std::size_t x) const {
  auto const none_in = [&](std::size_t from, std::size_t to) {
    return std::all_of(printed_.begin() + static_cast<std::ptrdiff_t>(from),
                       printed_.begin() + static_cast<std::ptrdiff_t>(to),
                       [](auto label) { return label == no_label; });
  };
  Reach out{x, x + 1};
  while (out.first > 0 && owners_[out.first - 1] == printed_[x])
    --out.first;
  while (out.end < printed_.size() && printed_[out.end] == printed_[x])
    ++out.end;
  if (none_in(out.end, printed_.size()))
    out.end = printed_.size();
  if (out.first > 1 && none_in(0, out.first) && at(static_cast<std::uint32_t>(printed_[x])).label.as(Role::goal))
    out.first = 1;
  return out;
}

/// The first column of the label printed at `right` that the one printed at `left` is beside.
std::size_t LabelsOver::border_between(std::size_t left, std::size_t right, std::vector<int> const& scores) const {
  auto const first = reach_of(left).first, end = reach_of(right).end;
  // A label that no edge cut stands somewhere in its cell.
  auto const is_cut = [&](std::size_t x) {
    auto const& label = at(static_cast<std::uint32_t>(printed_[x]));
    return label.x_end > label.x + 1;
  };
  bool const counts_left = is_cut(left) || !is_cut(right), counts_right = is_cut(right) || !is_cut(left);
  auto best = left + 1;
  auto least = std::numeric_limits<double>::max();
  for (auto border = left + 1; border <= right; ++border) {
    auto const off = (counts_left ? std::abs(edge(first) + edge(border) - twice_middle(printed_[left])) : 0) +
                     (counts_right ? std::abs(edge(border) + edge(end) - twice_middle(printed_[right])) : 0);
    auto const price = scores[border] + static_cast<double>(off) / static_cast<double>(edge(widest) + 1);
    if (price < least)
      least = price, best = border;
  }
  return best;
}

/// Where a column begins, when each is as wide as the widest line of half its cells: a merged cell may stand in one.
std::int64_t LabelsOver::edge(std::size_t x) const {
  auto const end = static_cast<std::ptrdiff_t>(std::min(x, widths_.size()));
  return std::accumulate(widths_.begin(), widths_.begin() + end, std::int64_t{0});
}

std::int64_t LabelsOver::twice_middle(std::int32_t label) const {
  auto const& piece = at(static_cast<std::uint32_t>(label));
  return edge(piece.x) + edge(piece.x_end);
}

void LabelsOver::measure_columns(std::uint32_t row) {
  constexpr std::int64_t narrowest = 2;
  std::vector<std::vector<std::int64_t>> cells; // by column: the widest line of each
  for (bool inside = true; inside && row + 1 < page_.rows.size(); ++row)
    for (auto const i : texts_of(page_, row)) {
      auto const& piece = at(i);
      inside = inside && block_of(piece) == block_;
      if (!inside || piece.x_end != piece.x + 1 || piece.x_end > widest)
        continue;
      cells.resize(std::max<std::size_t>(cells.size(), piece.x_end));
      auto& width = cells[piece.x].emplace_back(narrowest);
      for (auto const line : scraped_lines(piece.text))
        width = std::max<std::int64_t>(width, display_width(line));
    }
  widths_.assign(cells.size(), narrowest);
  for (std::size_t x = 0; x < cells.size(); ++x)
    if (auto& of = cells[x]; !of.empty()) {
      auto const middle = of.begin() + std::ssize(of) / 2;
      std::nth_element(of.begin(), middle, of.end());
      widths_[x] = *middle;
    }
}

} // namespace jixiao::recognition
