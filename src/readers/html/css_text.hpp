#pragma once

#include <algorithm>
#include <string>
#include <string_view>

/// What the files that read style sheets share.
namespace jixiao {

constexpr std::string_view css_white_space = " \t\r\n\f";

inline std::string css_lower_case(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

inline std::string_view trim_css(std::string_view text) {
  auto const begin = text.find_first_not_of(css_white_space);
  if (begin == std::string_view::npos)
    return {};
  return text.substr(begin, text.find_last_not_of(css_white_space) + 1 - begin);
}

} // namespace jixiao
