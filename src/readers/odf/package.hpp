#pragma once

#include "readers/odf/styles.hpp"
#include "readers/package.hpp"

#include <pugixml.hpp>

#include <optional>
#include <string>
#include <vector>

namespace jixiao::odf {

/// The parts of an OpenDocument package that are read.
struct Parts {
  std::string content_bytes, styles_bytes;
  pugi::xml_document content, common_styles;
  Styles styles;
  bool broke_off = false;   ///< the content is well-formed up to a place only
  bool hides_zeros = false; ///< sheets show nothing of the number 0

  /// The element below office:body; a null node when the document has none.
  pugi::xml_node body() const;

  /// The headers and footers of the pages that the document uses; `standard` is the page that it uses by default.
  std::vector<pugi::xml_node> page_texts(std::string_view standard = "Standard") const;
};

/// False when there is no content that can be read, which is reported. `parts` must stay where it is.
bool read_parts(std::string_view bytes, Limits const& limits, DiagnosticSink& sink, Parts& parts);

} // namespace jixiao::odf
