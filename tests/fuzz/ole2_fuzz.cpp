#include "package_fuzz.hpp"

// Any bytes are read as a compound file with a workbook, or with a document of Word.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string_view const bytes(reinterpret_cast<char const*>(data), size);
  fuzz::read_package("xls", bytes);
  fuzz::read_package("doc", bytes);
  return 0;
}
