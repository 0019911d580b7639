#include "readers/odf/data_style.hpp"

#include "readers/xml.hpp"

#include <algorithm>
#include <charconv>

namespace jixiao::odf {
namespace {

constexpr int most_places = 30;

int places(pugi::xml_node node, std::string_view name, int otherwise) {
  auto const digits = attribute(node, name);
  int value = otherwise;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return std::clamp(value, 0, most_places);
}

/// A sign of percent in quotes would be one that is printed and no more.
void append_literal(std::string& code, std::string_view text, bool is_percentage) {
  for (std::size_t at = 0; at < text.size();) {
    auto const end = std::min(text.find_first_of(is_percentage ? "%\"" : "\"", at), text.size());
    if (end > at)
      code.append("\"").append(text.substr(at, end - at)).append("\"");
    if (end < text.size())
      code.append(text[end] == '%' ? "%" : "\\\"");
    at = end + 1;
  }
}

/// "#,##0.00"; a factor of 1000 is a comma at its end.
void append_number(std::string& code, pugi::xml_node number) {
  auto const whole = places(number, "min-integer-digits", 1);
  if (attribute(number, "grouping") == "true")
    code += "#,##";
  else if (whole == 0)
    code += '#';
  code.append(static_cast<std::size_t>(whole), '0');
  if (auto const decimals = places(number, "decimal-places", 0); decimals > 0) {
    auto const needed = std::min(places(number, "min-decimal-places", decimals), decimals);
    code.append(".").append(static_cast<std::size_t>(needed), '0');
    code.append(static_cast<std::size_t>(decimals - needed), '#');
  }
  auto factor = attribute(number, "display-factor");
  while (factor.ends_with("000")) {
    code += ',';
    factor.remove_suffix(3);
  }
}

std::string_view date_letters(std::string_view name, bool is_long, bool is_textual) {
  if (name == "year")
    return is_long ? "yyyy" : "yy";
  if (name == "month")
    return is_textual ? (is_long ? "mmmm" : "mmm") : is_long ? "mm" : "m";
  if (name == "day")
    return is_long ? "dd" : "d";
  if (name == "day-of-week")
    return is_long ? "dddd" : "ddd";
  if (name == "hours")
    return is_long ? "hh" : "h";
  if (name == "minutes")
    return is_long ? "mm" : "m";
  if (name == "seconds")
    return is_long ? "ss" : "s";
  return name == "am-pm" ? "AM/PM" : "";
}

void append_part(std::string& code, pugi::xml_node part, bool is_percentage) {
  auto const name = local_name(part);
  if (name == "number") {
    append_number(code, part);
  } else if (name == "scientific-number") {
    append_number(code, part);
    code.append("E+").append(static_cast<std::size_t>(places(part, "min-exponent-digits", 2)), '0');
  } else if (name == "fraction") {
    code += "# ?/?";
  } else if (name == "text" || name == "currency-symbol") {
    append_literal(code, part.child_value(), is_percentage);
  } else if (name == "text-content") {
    code += '@';
  } else {
    code += date_letters(name, attribute(part, "style") == "long", attribute(part, "textual") == "true");
  }
}

/// "value()>=0" as "[>=0]"
std::string condition_of(std::string_view text) {
  constexpr std::string_view value = "value()";
  auto const at = text.find(value);
  if (at == std::string_view::npos)
    return {};
  std::string condition = "[";
  for (char const c : text.substr(at + value.size()))
    if (c == '!')
      condition += "<>";
    else if (c != ' ' && !(c == '=' && condition.ends_with("<>")))
      condition += c;
  return condition + "]";
}

} // namespace

void DataStyles::add(pugi::xml_node style) {
  DataStyle read;
  bool const is_percentage = local_name(style) == "percentage-style";
  for (auto const part : children(style))
    if (local_name(part) == "map")
      read.maps.try_emplace(condition_of(attribute(part, "condition")), attribute(part, "apply-style-name"));
    else
      append_part(read.code, part, is_percentage);
  styles_.try_emplace(attribute(style, "name"), std::move(read));
}

std::string DataStyles::format_code(std::string_view name) const {
  auto const found = styles_.find(name);
  if (found == styles_.end())
    return {};
  std::string code;
  for (auto const& [condition, other] : found->second.maps)
    if (auto const applied = styles_.find(other); applied != styles_.end() && !condition.empty())
      code.append(condition).append(applied->second.code).append(";");
  code += found->second.code;
  return code.empty() ? "\"\"" : code; // a style without parts shows nothing
}

} // namespace jixiao::odf
