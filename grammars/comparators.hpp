#pragma once

#include <jixiao/document.hpp>

#include <cstdint>
#include <span>

namespace jixiao::grammars {

/// How firmly a comparison is expressed; see comparators.def.
enum class Strength : std::uint8_t { none, plain, weak, brief };

struct Bound {
  Comparator op = Comparator::none;
  Strength strength = Strength::none;
};

struct BoundWord {
  char const* text;
  Bound bound;
};

/// What stands before a number (≥, 不低于) and what behind one (以上).
std::span<BoundWord const> comparators();
std::span<BoundWord const> bounds();

} // namespace jixiao::grammars
