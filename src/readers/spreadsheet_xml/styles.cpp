#include "readers/spreadsheet_xml/styles.hpp"

#include "readers/xml.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace jixiao {
namespace {

struct NamedFormat {
  std::string_view name, code;
};

// Formats that go by a name in this format; those of dates are as Chinese editions show them.
constexpr std::array named_formats = {
    NamedFormat{"General Number", ""},
    NamedFormat{"Fixed", "0.00"},
    NamedFormat{"Standard", "#,##0.00"},
    NamedFormat{"Percent", "0.00%"},
    NamedFormat{"Currency", "#,##0.00"},
    NamedFormat{"Scientific", "0.00E+00"},
    NamedFormat{"Short Date", "yyyy/m/d"},
    NamedFormat{"Medium Date", "d-mmm-yy"},
    NamedFormat{"Long Date", "yyyy\"年\"m\"月\"d\"日\""},
    NamedFormat{"General Date", "yyyy/m/d h:mm"},
    NamedFormat{"Short Time", "h:mm"},
    NamedFormat{"Medium Time", "h:mm AM/PM"},
    NamedFormat{"Long Time", "h:mm:ss"},
};

NumberFormat format_of(std::string_view code) {
  for (auto const& format : named_formats)
    if (format.name == code)
      return parse_number_format(format.code);
  return parse_number_format(code);
}

/// Of a font: black, which texts have without one, says nothing.
Colour font_colour(std::string_view name) {
  auto const colour = hexadecimal_colour(name);
  return colour == black_colour ? unknown_colour : colour;
}

SheetFont read_font(pugi::xml_node node, SheetFont font) {
  if (attribute(node, "StrikeThrough") == "1")
    font.struck = true;
  if (auto const line = attribute(node, "Underline"); !line.empty())
    font.underlined = line != "None";
  if (auto const name = attribute(node, "FontName"); !name.empty())
    font.symbol = symbol_font(name);
  if (auto const colour = attribute(node, "Color"); !colour.empty())
    font.colour = font_colour(colour);
  if (auto const size = attribute(node, "Size"); !size.empty())
    font.tiny = is_one_point(size);
  auto const alignment = attribute(node, "VerticalAlign");
  if (!alignment.empty())
    font.raised = alignment == "Superscript" ? Raised::up : alignment == "Subscript" ? Raised::down : Raised::no;
  return font;
}

} // namespace

XmlSheetStyles::XmlSheetStyles(pugi::xml_node styles) {
  for (auto const node : children(styles)) {
    if (local_name(node) != "Style")
      continue;
    auto style = find(attribute(node, "Parent")); // parents stand before their children
    style.font = read_font(child(node, "Font"), style.font);
    if (auto const format = child(node, "NumberFormat"); exists(format))
      style.format = format_of(attribute(format, "Format"));
    if (auto const fill = child(node, "Interior"); exists(fill))
      style.background = attribute(fill, "Pattern").empty() || attribute(fill, "Pattern") == "None"
                             ? white_colour
                             : hexadecimal_colour(attribute(fill, "Color"));
    styles_.insert_or_assign(std::string(attribute(node, "ID")), std::move(style));
  }
}

XmlSheetStyle const& XmlSheetStyles::find(std::string_view id) const {
  auto const found = styles_.find(id.empty() ? std::string_view("Default") : id);
  return found == styles_.end() ? plain_ : found->second;
}

SheetFont font_of_element(pugi::xml_node element, SheetFont font) {
  auto const name = local_name(element);
  if (name == "S")
    font.struck = true;
  else if (name == "U")
    font.underlined = true;
  else if (name == "Sup")
    font.raised = Raised::up;
  else if (name == "Sub")
    font.raised = Raised::down;
  else if (name == "Font") {
    if (auto const face = attribute(element, "Face"); !face.empty())
      font.symbol = symbol_font(face);
    if (auto const colour = attribute(element, "Color"); !colour.empty())
      font.colour = font_colour(colour);
    if (auto const size = attribute(element, "Size"); !size.empty())
      font.tiny = is_one_point(size);
  }
  return font;
}

ConditionalLook conditional_look_of(std::string_view declarations) {
  ConditionalLook look;
  for (std::size_t begin = 0, end = 0; begin < declarations.size(); begin = end + 1) {
    end = std::min(declarations.find(';', begin), declarations.size());
    auto const one = declarations.substr(begin, end - begin);
    auto const colon = std::min(one.find(':'), one.size());
    auto const name = trim(one.substr(0, colon)), value = trim(one.substr(std::min(colon + 1, one.size())));
    auto const colour = value == "white" ? white_colour : hexadecimal_colour(value);
    if (name == "color")
      look.colour = colour;
    else if (name == "background" || name == "background-color")
      look.background = colour;
    else if (name == "text-line-through")
      look.strikes = value != "none";
  }
  return look;
}

std::vector<SheetRange> numbered_ranges(std::string_view list) {
  std::vector<SheetRange> ranges;
  auto const take = [&](char sign) {
    std::uint32_t number = 0;
    if (!list.starts_with(sign))
      return number;
    auto const end = std::from_chars(list.data() + 1, list.data() + list.size(), number).ptr;
    list.remove_prefix(static_cast<std::size_t>(end - list.data()));
    return number;
  };
  while (!list.empty()) {
    auto const top = take('R'), left = take('C');
    bool const has_end = list.starts_with(':');
    list.remove_prefix(has_end ? 1 : 0);
    auto const bottom = has_end ? take('R') : top, right = has_end ? take('C') : left;
    if (top > 0 && left > 0 && bottom >= top && right >= left)
      ranges.push_back({top - 1, left - 1, bottom - 1, right - 1});
    list.remove_prefix(std::min(list.find(',') == list.npos ? list.size() : list.find(',') + 1, list.size()));
  }
  return ranges;
}

} // namespace jixiao
