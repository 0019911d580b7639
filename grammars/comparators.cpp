#include "grammars/comparators.hpp"

namespace jixiao::grammars {

std::span<BoundWord const> comparators() {
  static constexpr BoundWord table[] = {
#define JIXIAO_COMPARATOR(text, op) {text, {Comparator::op, Strength::plain}},
#define JIXIAO_WEAK_COMPARATOR(text, op) {text, {Comparator::op, Strength::weak}},
#define JIXIAO_SHORT_COMPARATOR(text, op) {text, {Comparator::op, Strength::brief}},
#define JIXIAO_BOUND(text, op)
#include "grammars/comparators.def"
#undef JIXIAO_COMPARATOR
#undef JIXIAO_WEAK_COMPARATOR
#undef JIXIAO_SHORT_COMPARATOR
#undef JIXIAO_BOUND
  };
  return table;
}

std::span<BoundWord const> bounds() {
  static constexpr BoundWord table[] = {
#define JIXIAO_COMPARATOR(text, op)
#define JIXIAO_WEAK_COMPARATOR(text, op)
#define JIXIAO_SHORT_COMPARATOR(text, op)
#define JIXIAO_BOUND(text, op) {text, {Comparator::op, Strength::plain}},
#include "grammars/comparators.def"
#undef JIXIAO_COMPARATOR
#undef JIXIAO_WEAK_COMPARATOR
#undef JIXIAO_SHORT_COMPARATOR
#undef JIXIAO_BOUND
  };
  return table;
}

} // namespace jixiao::grammars
