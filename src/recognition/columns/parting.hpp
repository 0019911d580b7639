#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
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

  /// By the worth of each lower label below each upper one, of which none is less than `least`. `starts`: where the
  /// labels below one that end with a lower one begin at the earliest. `empty`: the upper labels without a column.
  template <class WorthOf>
  std::optional<std::vector<Share>> run(WorthOf worth, std::vector<std::size_t> const& starts,
                                        std::vector<bool> const& empty, int least) {
    empty_ = &empty;
    for (std::size_t upper = 0; upper <= uppers_; ++upper)
      for (std::size_t lower = 0; lower <= lowers_; ++lower)
        for (std::size_t over = 0; over <= over_; ++over)
          if (at(upper, lower, over).worth >= 0)
            go_on(upper, lower, over, worth, starts, least);
    return at(uppers_, lowers_, over_).worth >= 0 ? std::optional(traced()) : std::nullopt;
  }

  /// Of what `run` found.
  int worth() { return at(uppers_, lowers_, over_).worth; }

private:
  struct State {
    int worth = -1;         ///< of the best way to get there; less than nothing where there is none
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

  template <class WorthOf>
  void go_on(std::size_t upper, std::size_t lower, std::size_t over, WorthOf worth,
             std::vector<std::size_t> const& starts, int least) {
    int sum = at(upper, lower, over).worth;
    if (!counted_ && lower < lowers_)
      reach(at(upper, lower + 1, over), {sum, 0, true});
    if (upper == uppers_)
      return;
    auto const next_over = counted_ ? over + 1 : over;
    if (auto const next = counted_ && (*empty_)[upper] ? next_over : over; next <= over_)
      reach(at(upper + 1, lower, next), {sum, 0, false});
    if (next_over > over_)
      return;
    for (std::size_t i = lower; i < std::min(lowers_, lower + most_below); ++i) {
      auto const more = worth(upper, i);
      if (more < least || starts[i] > lower)
        return;
      sum += more;
      bool const single = i == lower; // seldom is one label printed over one
      reach(at(upper + 1, i + 1, next_over),
            {single ? std::max(sum - 1, 0) : sum, static_cast<std::uint8_t>(i + 1 - lower), false});
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
