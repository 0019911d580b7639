#include "grammars/date.hpp"

#include "grammar_fuzz.hpp"

using namespace jixiao;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  auto const text = fuzz::text_of(data, size);
  auto const match = grammars::match_date(text);
  fuzz::require_sound(match, text);
  fuzz::require_sound(grammars::match_leading_date(text), text);
  if (match && match->day != 0)
    fuzz::require(grammars::to_iso(*grammars::match_date(to_iso(*match))) == to_iso(*match));
  return 0;
}
