#pragma once

#include "grammars/match.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

/// What holds of every grammar, whatever it is given.
namespace jixiao::fuzz {

inline void require(bool holds) {
  if (!holds)
    std::abort();
}

inline std::string_view text_of(std::uint8_t const* data, std::size_t size) {
  return {reinterpret_cast<char const*>(data), size};
}

/// Empty views may point anywhere.
inline bool is_inside(std::string_view part, std::string_view whole) {
  return part.empty() || (part.data() >= whole.data() && part.data() + part.size() <= whole.data() + whole.size());
}

/// A grammar consumes, and complains about, no more than it was given.
template <class T> void require_sound(grammars::Match<T> const& match, std::string_view text) {
  require(match.length <= text.size());
  if (match.state == grammars::MatchState::no_match)
    require(match.length == 0);
}

} // namespace jixiao::fuzz
