#include "readers/html/pictures.hpp"

#include "readers/html/tree.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace jixiao {
namespace {

constexpr unsigned smallest_seen = 4; // pixels

std::string_view picture_value(GumboNode const& element, char const* name) {
  auto const* const value = html_attribute(element, name);
  return value == nullptr ? std::string_view() : trim(value);
}

char lower_of_picture(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

} // namespace

bool is_name_of_picture(std::string_view text) {
  constexpr std::array<std::string_view, 9> endings = {".png", ".jpg", ".jpeg", ".gif", ".bmp",
                                                       ".emf", ".wmf", ".svg",  ".webp"};
  constexpr std::array<std::string_view, 9> begins = {"图片",  "图像", "图形",    "说明:", "说明：",
                                                      "image", "img",  "picture", "logo"};
  std::string name(text);
  std::ranges::transform(name, name.begin(), lower_of_picture);
  return std::ranges::any_of(endings, [&](auto ending) { return name.ends_with(ending); }) ||
         std::ranges::any_of(begins, [&](auto begin) { return name.starts_with(begin); }) ||
         name.find_first_of("\\/") != std::string::npos;
}

namespace {

bool is_tiny(std::string_view length) {
  unsigned pixels = smallest_seen;
  std::from_chars(length.data(), length.data() + length.size(), pixels);
  return pixels < smallest_seen;
}

} // namespace

HtmlPicture html_picture(GumboNode const& element) {
  HtmlPicture picture;
  auto const* const alternative = html_attribute(element, "alt");
  auto const text = picture_value(element, "alt");
  bool const is_ornament = (alternative != nullptr && text.empty() && is_html(element, GUMBO_TAG_IMG)) ||
                           picture_value(element, "role") == "presentation" ||
                           picture_value(element, "aria-hidden") == "true";
  if (is_ornament || is_tiny(picture_value(element, "width")) || is_tiny(picture_value(element, "height")))
    return picture;
  if (!text.empty() && !is_name_of_picture(text))
    picture.text = text;
  if (is_html(element, GUMBO_TAG_IFRAME) || is_html(element, GUMBO_TAG_VIDEO))
    picture.what = "an embedded object";
  else if (is_html(element, GUMBO_TAG_METER) || is_html(element, GUMBO_TAG_PROGRESS))
    picture.what = "a bar", picture.is_beside = true;
  else
    picture.what = text.empty() ? "a picture" : "a picture (\"" + std::string(text) + "\")";
  return picture;
}

} // namespace jixiao
