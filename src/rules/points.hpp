#pragma once

#include "rules/exact.hpp"

#include <jixiao/document.hpp>
#include <jixiao/profile.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

namespace jixiao {

/// The weights or scores of a form's indicators together. The rows 其中… count only where they have their own.
struct Points {
  Exact points = 0;
  std::size_t count = 0; ///< of the indicators that have one
  bool complete = true;  ///< none that should have one lacks it
};

Points sum_of(Form const& form, std::optional<Decimal> Indicator::*points);

/// The weights of the indicators in a group of level 1 or 2.
Points sum_of_group(Form const& form, std::string_view group);

/// What is printed of the weights makes a hundred or the printed total, or of the scores the total score: nothing is
/// missing then.
bool adds_up(Form const& form, std::optional<Decimal> Indicator::*points);

/// What a profile says of the execution rate's weight makes `whole` a hundred: that weight may not be printed.
bool leaves_room(Profile const& profile, Exact whole);

} // namespace jixiao
