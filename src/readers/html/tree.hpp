#pragma once

#include <gumbo.h>

#include <cstddef>
#include <memory>
#include <memory_resource>
#include <span>
#include <string>
#include <string_view>

namespace jixiao {

/// A web page parsed into its tree. The parser's memory is taken from an arena and given back as a whole, since the
/// parser's own release descends by calling itself and would meet the stack's end on deep pages.
class HtmlTree {
public:
  /// `text` as scrub_html() leaves it. Rows that no <table> holds, which the parser would take for text, get one.
  explicit HtmlTree(std::string text);
  HtmlTree(HtmlTree const&) = delete;
  HtmlTree& operator=(HtmlTree const&) = delete;

  GumboNode const& root() const { return *output_->root; }

  /// Byte offset of a place in the text, of those that nodes name; `otherwise` when it is none.
  std::size_t offset(char const* place, std::size_t otherwise) const;

  std::size_t size() const { return text_.size() - added_.size(); }

private:
  std::string text_;
  std::string_view added_;   ///< a tag that is not in the page, and
  std::size_t added_at_ = 0; ///< where it stands
  std::unique_ptr<std::pmr::monotonic_buffer_resource> arena_;
  GumboOutput* output_;
};

std::span<GumboNode* const> html_children(GumboNode const& node);

/// The value of an attribute; null when there is none.
char const* html_attribute(GumboNode const& element, char const* name);

/// The name as it stands in the start tag, for elements that HTML does not know: "o:p". Empty for implied elements.
std::string_view html_name(GumboNode const& element);

inline bool is_html(GumboNode const& node, GumboTag tag) {
  return node.type == GUMBO_NODE_ELEMENT && node.v.element.tag == tag;
}

} // namespace jixiao
