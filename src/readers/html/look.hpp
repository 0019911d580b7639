#pragma once

#include <gumbo.h>

#include <cstdint>
#include <string_view>

namespace jixiao {

/// What an element does to the text in it.
enum class HtmlLook : std::uint8_t {
  inline_text, ///< nothing
  hidden,      ///< its content is no text of the page: scripts, the head
  picture,
  block, ///< begins and ends a line
  line_break,
  cell,
  table,
  ordered_list,
  other_list,
  item,
  preformatted,
  raised,
  lowered,
  input,
};

/// Styles aside.
HtmlLook html_look(GumboNode const& element);

/// True when a style attribute declares it: style_says("COLOR: red", "color", "red"). Only the value's begin counts.
bool style_says(std::string_view style, std::string_view property, std::string_view value);

/// What an <input> shows: its value, or whether a box is checked.
std::string_view html_input_text(GumboNode const& input);

/// What an <input> without a value asks for: its placeholder.
std::string_view html_input_prompt(GumboNode const& input);

} // namespace jixiao
