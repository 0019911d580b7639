#pragma once

#include "readers/flow/text_builder.hpp"
#include "readers/odf/styles.hpp"

#include <pugixml.hpp>

#include <vector>

namespace jixiao::odf {

/// Reads paragraphs (text:p, text:h) as they are printed.
class TextReader {
public:
  TextReader(Styles const& styles, flow::Changes& changes) : styles_(styles), builder_(changes) {}

  /// The paragraph's text; an automatic number may stand before it. Text boxes that it anchors are appended to `boxes`.
  flow::Text read(pugi::xml_node paragraph, flow::Look look, std::vector<pugi::xml_node>& boxes,
                  std::string_view number = {}, bool has_gap = false);

private:
  /// Siblings that are still to be read, and how they look.
  struct Open {
    pugi::xml_node next;
    flow::Look look;
  };

  void append_form_field(pugi::xml_node field, flow::Look const& look);
  void append_plain(std::string_view text, flow::Look const& look);
  /// Reads an element; true when its children have to be read, with the look that it gave them.
  bool append_element(pugi::xml_node node, flow::Look& look, std::vector<pugi::xml_node>& boxes);

  Styles const& styles_;
  flow::TextBuilder builder_;
  bool after_space_ = true; ///< white space here counts for nothing
};

/// All text below a node, as it stands in the file.
std::string text_below(pugi::xml_node root);

/// What an office:annotation says, without its author and date.
std::string comment_of(pugi::xml_node annotation);

/// True for what holds paragraphs of its own and floats: text boxes and drawn shapes.
bool is_box(pugi::xml_node node);

} // namespace jixiao::odf
