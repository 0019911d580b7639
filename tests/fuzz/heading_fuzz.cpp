#include "grammars/heading.hpp"

#include "grammar_fuzz.hpp"

using namespace jixiao;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  auto const text = fuzz::text_of(data, size);
  auto const match = grammars::match_heading(text);
  fuzz::require_sound(match, text);
  fuzz::require(fuzz::is_inside(match->ordinal, text) && fuzz::is_inside(match->title, text));
  if (match)
    fuzz::require(!match->ordinal.empty());
  return 0;
}
