#include "redact/secrets.hpp"
#include "text/utf8_check.hpp"

#include <cstdint>
#include <cstdlib>

using namespace jixiao;

// Masking keeps the length of any text, leaves valid text valid, and finds nothing more when it is done again.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  auto const require = [](bool holds) {
    if (!holds)
      std::abort();
  };
  std::string const text(reinterpret_cast<char const*>(data), size);
  Secrets secrets;
  secrets.add_labelled(text);
  secrets.add_row({std::string_view(text).substr(0, size / 2), std::string_view(text).substr(size / 2)});
  auto masked = text;
  secrets.mask(masked);
  require(masked.size() == text.size());
  require(check_utf8(masked).valid >= check_utf8(text).valid);
  require(secrets.mask(masked) == 0);
  return 0;
}
