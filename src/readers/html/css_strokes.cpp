#include "readers/html/css_strokes.hpp"

#include "readers/html/css_numbers.hpp"

#include <algorithm>

namespace jixiao {
namespace {

constexpr double highest_middle = 35, lowest_middle = 65; // per cent of the height
constexpr double thickest_line = 3;                       // pixels

constexpr bool is_in_middle(double share) { return share >= highest_middle && share <= lowest_middle; }

} // namespace

bool is_css_middle(std::string_view property, std::string_view value) {
  bool const is_place = property == "top" || property == "bottom" || property == "inset";
  auto const share = css_number(value);
  return is_place && share && is_in_middle(*share) && value.substr(0, value.find(' ')).ends_with('%');
}

bool is_css_line(std::string_view property, std::string_view value) {
  auto const number = css_number(value);
  if (property == "height")
    return number && *number > 0 && *number <= thickest_line && value.ends_with("px");
  bool const is_border = property == "border-top" || property == "border-bottom" || property == "border";
  return is_border && number != 0 && value.find("none") == std::string_view::npos;
}

bool is_css_stroke(std::string_view background) {
  constexpr std::string_view clear = "transparent";
  auto const begin = background.find("linear-gradient(");
  if (begin == background.npos)
    return false;
  auto const first = background.find(clear, begin), last = background.rfind(clear);
  if (first == background.npos || first == last)
    return false;
  std::size_t stops = 0;
  for (auto at = background.find('%', begin); at != background.npos; at = background.find('%', at + 1)) {
    auto const number = background.find_last_of(" ,(", at);
    auto const share = css_number(background.substr(number + 1, at - number));
    if (!share || !is_in_middle(*share))
      return false;
    ++stops;
  }
  return stops >= 2;
}

} // namespace jixiao
