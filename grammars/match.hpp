#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>

/// What a value grammar says of a text. "This is not it" (no_match) is kept apart from "this is it, and
/// broken" (malformed): the caller, who knows the cell, turns only the second into a diagnostic.
namespace jixiao::grammars {

enum class MatchState : std::uint8_t { no_match, matched, malformed };

template <class T> struct Match {
  MatchState state = MatchState::no_match;
  T value{};
  std::size_t length = 0; ///< matched: bytes consumed; malformed: offset of what is wrong

  explicit operator bool() const { return state == MatchState::matched; }
  T const* operator->() const { return &value; }
  T const& operator*() const { return value; }
};

template <class T> Match<T> matched(T value, std::size_t length) {
  return {MatchState::matched, std::move(value), length};
}
template <class T> Match<T> malformed(std::size_t offset) { return {MatchState::malformed, {}, offset}; }

} // namespace jixiao::grammars
