#include "package_fuzz.hpp"

#include "tests/stored_package.hpp"

#include <string>

namespace {

std::string package(std::string_view kind, std::string_view body) {
  auto const content = "<d><automatic-styles/><body><" + std::string(kind) + ">" + std::string(body) + "</" +
                       std::string(kind) + "></body></d>";
  return jixiao::test::stored_package({{"content.xml", content}});
}

} // namespace

// Any bytes are read as a package, and as the body of a text and of a spreadsheet.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string_view const bytes(reinterpret_cast<char const*>(data), size);
  fuzz::read_package("odt", bytes);
  fuzz::read_package("ods", bytes);
  fuzz::read_package("odt", package("text", bytes));
  fuzz::read_package("ods", package("spreadsheet", bytes));
  return 0;
}
