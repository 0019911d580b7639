#include "grammars/amount.hpp"

#include "grammar_fuzz.hpp"

using namespace jixiao;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  auto const text = fuzz::text_of(data, size);
  auto const match = grammars::match_amount(text);
  fuzz::require_sound(match, text);
  if (match)
    fuzz::require(grammars::match_amount(to_string(match->number))->number == match->number);
  fuzz::require_sound(grammars::match_amount_unit(text), text);
  return 0;
}
