#include "grammars/fiscal_year.hpp"

#include "grammar_fuzz.hpp"

using namespace jixiao;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  auto const text = fuzz::text_of(data, size);
  auto const match = grammars::match_fiscal_year(text);
  fuzz::require_sound(match, text);
  // The whole text is taken, and the year is one of this age.
  if (match)
    fuzz::require(match.length == text.size() && *match >= 1990 && *match <= 2099);
  return 0;
}
