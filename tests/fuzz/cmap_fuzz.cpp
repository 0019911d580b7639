#include "readers/pdf/cmap.hpp"
#include "readers/pdf/truetype.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

// Any bytes are read as a CMap, and as a font's table of characters; codes of any length are taken off them.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string_view const bytes(reinterpret_cast<char const*>(data), size);
  auto const map = jixiao::pdf::read_cmap(bytes);
  for (auto left = bytes; !left.empty();) {
    auto const length = map.code_length(left);
    if (length == 0 || length > left.size())
      std::abort();
    auto const code = jixiao::pdf::code_of(left.substr(0, length));
    if (map.unicode(code).size() > 16)
      std::abort();
    (void)map.cid(code);
    left.remove_prefix(length);
  }
  (void)jixiao::pdf::characters_of_glyphs(bytes);
  return 0;
}
