#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace jixiao::recognition {

/// The labels of the lower row of a header that stand below one of the upper.
struct Share {
  std::size_t first = 0, count = 0;
};

/// The best way to part the lower labels among the upper ones, both in printed order. Time and memory go by the product
/// of the numbers given.
class Parting {
public:
  static constexpr std::size_t most_below = 16; ///< labels below one

  /// `over`: how many of the upper labels have others below them, which then are all of the lower ones; any number
  /// where none is given.
  Parting(std::size_t uppers, std::size_t lowers, std::optional<std::size_t> over)
      : uppers_(uppers), lowers_(lowers), over_(over.value_or(0)), counted_(over.has_value()),
        states_((uppers + 1) * (lowers + 1) * (over_ + 1)) {
    states_.front().worth = 0;
  }

  /// `worth.below(upper, lower)`: of a lower label below an upper one, each not less than `worth.least`.
  /// `worth.upper_at(upper, column)` and `worth.lower_at(lower, column)`: of a label above that column of the row
  /// below, told where it is known how many labels have others below them. `starts`: where the labels below one that
  /// end with a lower one begin at the earliest. `empty`: the upper labels without a column.
  template <class Worth>
  std::optional<std::vector<Share>> run(Worth const& worth, std::vector<std::size_t> const& starts,
                                        std::vector<bool> const& empty) {
    empty_ = &empty;
    for (std::size_t upper = 0; upper <= uppers_; ++upper)
      for (std::size_t lower = 0; lower <= lowers_; ++lower)
        for (std::size_t over = 0; over <= over_; ++over)
          if (at(upper, lower, over).worth != unreached)
            go_on(upper, lower, over, worth, starts);
    return worth_found() != unreached ? std::optional(traced()) : std::nullopt;
  }

  /// Of what `run` found; less than all others where it found nothing.
  int worth_found() { return at(uppers_, lowers_, over_).worth; }

private:
  static constexpr int unreached = std::numeric_limits<int>::min();

  struct State {
    int worth = unreached;  ///< of the best way to get there
    std::uint8_t count = 0; ///< of lower labels that the last of the upper took
    bool left_free = false; ///< the last of the lower labels stands below none
  };

  State& at(std::size_t upper, std::size_t lower, std::size_t over) {
    return states_[(upper * (lowers_ + 1) + lower) * (over_ + 1) + over];
  }

  /// Of ways that are as good, the one that takes labels early comes last.
  static void reach(State& state, State const& way) {
    if (way.worth >= state.worth)
      state = way;
  }

  template <class Worth>
  void go_on(std::size_t upper, std::size_t lower, std::size_t over, Worth const& worth,
             std::vector<std::size_t> const& starts) {
    int sum = at(upper, lower, over).worth;
    if (!counted_ && lower < lowers_)
      reach(at(upper, lower + 1, over), {sum, 0, true});
    if (upper == uppers_)
      return;
    bool const without_column = counted_ && (*empty_)[upper];
    auto const columns = upper - over + lower; // in front
    auto const next_over = counted_ ? over + 1 : over;
    if (without_column && next_over <= over_)
      reach(at(upper + 1, lower, next_over), {sum, 0, false});
    else if (!without_column)
      reach(at(upper + 1, lower, over), {sum + (counted_ ? worth.upper_at(upper, columns) : 0), 0, false});
    for (std::size_t i = lower; next_over <= over_ && i < std::min(lowers_, lower + most_below); ++i) {
      auto const more = worth.below(upper, i);
      if (more < worth.least || starts[i] > lower)
        return;
      sum += more + (counted_ ? worth.lower_at(i, columns + i - lower) : 0);
      int const single = i == lower ? 1 : 0; // seldom is one label printed over one
      reach(at(upper + 1, i + 1, next_over), {sum - single, static_cast<std::uint8_t>(i + 1 - lower), false});
    }
  }

  std::vector<Share> traced() {
    std::vector<Share> shares(uppers_);
    for (auto upper = uppers_, lower = lowers_, over = over_; upper > 0;) {
      auto const& state = at(upper, lower, over);
      if (state.left_free) {
        --lower;
        continue;
      }
      lower -= state.count;
      --upper;
      over -= counted_ && (state.count > 0 || (*empty_)[upper]) ? 1 : 0;
      shares[upper] = {lower, state.count};
    }
    return shares;
  }

  std::size_t uppers_, lowers_, over_;
  bool counted_;
  std::vector<State> states_;
  std::vector<bool> const* empty_ = nullptr;
};

} // namespace jixiao::recognition
