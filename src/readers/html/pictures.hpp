#pragma once

#include <gumbo.h>

#include <string>
#include <string_view>

namespace jixiao {

/// What is known of a picture in a page.
struct HtmlPicture {
  std::string_view text;  ///< given to be read in its place; empty when there is none, or it is a file's name
  std::string what;       ///< "a picture"; empty when it shows nothing: ornaments, what is too small to be seen
  bool is_beside = false; ///< it is no part of a value that stands beside it
};

HtmlPicture html_picture(GumboNode const& element);

/// "image001.png", "图片 3", "C:\x": what programs write where nobody gave a text for a picture.
bool is_name_of_picture(std::string_view text);

} // namespace jixiao
