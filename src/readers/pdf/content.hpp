#pragma once

#include "readers/page/page.hpp"
#include "readers/pdf/colours.hpp"
#include "readers/pdf/file.hpp"
#include "readers/pdf/font.hpp"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

/// Content streams: what a page draws, as glyphs and rules.
namespace jixiao::pdf {

/// What all pages of a document share.
struct Document {
  std::map<QPDFObjGen, std::shared_ptr<Font const>> fonts;
  std::map<QPDFObjGen, ColourSpace> spaces;
  std::set<QPDFObjGen> hidden;              ///< layers that are switched off
  std::map<QPDFObjGen, bool> masks;         ///< soft masks by their groups: those that let nothing through
  bool makes_appearances = false;           ///< what fields look like is to be made anew of what they say
  std::size_t operators_left = 100'000'000; ///< of all pages; a form may be drawn again and again
  std::size_t bytes_left = 512U << 20;      ///< of all streams, unpacked, and of all that fields say
  std::size_t boxes_left = 50'000'000;      ///< check boxes times characters that they are looked for among
};

struct PageContent {
  PageModel model;
  std::vector<std::string> problems; ///< of streams that are not whole
  bool lacks_font = false;           ///< some text is set in a font that is not there
};

/// What is so for a whole document.
Document read_document(PdfFile const& file);

/// Runs the content streams of a page and the appearances of its annotations. What is not understood or damaged is left
/// out; time and memory are bounded.
PageContent read_page(PageObject const& page, std::uint32_t number, PageLimits const& limits, Document& document);

/// Runs one content stream as that of a page of this size.
PageContent run_content(std::string_view stream, Object const& resources, Box const& page, PageLimits const& limits,
                        Document& document);

} // namespace jixiao::pdf
