#include "package_fuzz.hpp"

#include <string>

// Any bytes are read as an RTF file, and as what stands in one.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string_view const bytes(reinterpret_cast<char const*>(data), size);
  fuzz::read_package("rtf", bytes);
  fuzz::read_package("rtf", "{\\rtf1\\ansi\\ansicpg936 " + std::string(bytes) + "}");
  return 0;
}
