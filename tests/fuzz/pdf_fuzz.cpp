#include "tests/fuzz/reader_fuzz.hpp"

// Any bytes are read as a PDF.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  fuzz::read_as("pdf", data, size);
  return 0;
}
