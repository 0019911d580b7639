#include "grammars/number.hpp"

#include "grammar_fuzz.hpp"

using namespace jixiao;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  auto const text = fuzz::text_of(data, size);
  auto const match = grammars::match_number(text);
  fuzz::require_sound(match, text);
  // Printed and read again it is the same number.
  if (match)
    fuzz::require(*grammars::match_number(to_string(*match)) == *match);
  return 0;
}
