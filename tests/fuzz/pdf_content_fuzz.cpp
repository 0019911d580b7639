#include "readers/page/read_pages.hpp"
#include "readers/pdf/content.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

void require(bool holds) {
  if (!holds)
    std::abort();
}

/// A font of GBK and a form that may draw itself.
jixiao::pdf::Object const& resources() {
  static auto const parsed =
      jixiao::pdf::Object::parse("<</Font<</F1<</Type/Font/Subtype/TrueType/BaseFont/SimSun/Encoding/WinAnsiEncoding>>"
                                 "/F2<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/UniGB-UTF16-H/DescendantFonts[<</"
                                 "Type/Font/W[1[500 600]]>>]>>>>>>");
  return parsed;
}

} // namespace

// Any bytes are run as a content stream; what they draw becomes cells and paragraphs. The bounds are small.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  jixiao::PageLimits const page_limits{.glyphs = 2000, .rules = 500};
  jixiao::pdf::Document document;
  auto const content = jixiao::pdf::run_content({reinterpret_cast<char const*>(data), size}, resources(),
                                                {0, 0, 595, 842}, page_limits, document);
  require(content.model.glyphs.size() <= page_limits.glyphs && content.model.rules.size() <= page_limits.rules);
  jixiao::Limits limits;
  limits.cells = 2000;
  jixiao::DiagnosticSink sink;
  jixiao::ReadingBuilder builder(limits, sink);
  jixiao::PageReader pages(builder, sink);
  pages.add(content.model);
  pages.finish();
  auto const reading = std::move(builder).finish();
  require(reading.cells.size() <= limits.cells);
  return 0;
}
