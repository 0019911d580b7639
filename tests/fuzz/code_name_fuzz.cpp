#include "grammars/code_name.hpp"

#include "grammar_fuzz.hpp"

using namespace jixiao;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  auto const text = fuzz::text_of(data, size);
  auto const match = grammars::match_code_name(text);
  fuzz::require_sound(match, text);
  fuzz::require(fuzz::is_inside(match->code, text) && fuzz::is_inside(match->name, text));
  if (match)
    fuzz::require(!match->code.empty() || !match->name.empty());
  return 0;
}
