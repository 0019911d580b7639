#include "grammars/indicator_value.hpp"

#include "grammar_fuzz.hpp"

using namespace jixiao;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  auto const text = fuzz::text_of(data, size);
  auto const value = grammars::read_indicator_value(text);
  fuzz::require(value.text == text);
  // Only a quantity has a number, and the rest only goes with one.
  fuzz::require(value.number.has_value() == (value.kind == ValueKind::quantity));
  bool const has_more = value.upper || value.unit || value.subject || value.op != Comparator::none;
  fuzz::require(value.number || !has_more);
  if (value.upper)
    fuzz::require(!(*value.upper < *value.number));
  return 0;
}
