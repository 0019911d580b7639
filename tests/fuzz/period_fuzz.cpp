#include "grammars/period.hpp"

#include "grammar_fuzz.hpp"

using namespace jixiao;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  auto const text = fuzz::text_of(data, size);
  auto const match = grammars::match_period(text);
  fuzz::require_sound(match, text);
  // Its own result is a period, and unchanged.
  if (match)
    fuzz::require(*grammars::match_period(*match) == *match);
  return 0;
}
