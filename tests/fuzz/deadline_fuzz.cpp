#include "grammars/deadline.hpp"

#include "grammar_fuzz.hpp"

#include <string>

using namespace jixiao;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  auto const text = fuzz::text_of(data, size);
  bool const found = grammars::is_deadline(text);
  // White space around a text does not count.
  fuzz::require(grammars::is_deadline(" " + std::string(text) + "\n") == found);
  return 0;
}
