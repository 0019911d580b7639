#include "readers/odf/styles.hpp"

#include "readers/xml.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace jixiao::odf {
namespace {

constexpr int longest_chain = 32;     // of styles that have parents
constexpr double lowest_extent = 2.1; // points of a row or a column with letters in it

docx::Script script_of(std::string_view position) {
  if (position.starts_with("super"))
    return docx::Script::raised;
  if (position.starts_with("sub") || position.starts_with('-'))
    return docx::Script::lowered;
  return position.empty() || position.starts_with('0') ? docx::Script::none : docx::Script::raised;
}

/// A length in points; nothing for one of a unit that depends on others.
std::optional<double> points_of(std::string_view length) {
  struct Unit {
    std::string_view name;
    double points;
  };
  constexpr std::array units = {Unit{"pt", 1}, Unit{"cm", 28.35}, Unit{"mm", 2.835}, Unit{"in", 72}, Unit{"pc", 12}};
  double number = 0;
  auto const [end, error] = std::from_chars(length.data(), length.data() + length.size(), number);
  auto const name = length.substr(static_cast<std::size_t>(end - length.data()));
  auto const unit = std::ranges::find(units, name, &Unit::name);
  return error == std::errc() && unit != units.end() ? std::optional(number * unit->points) : std::nullopt;
}

/// Letters of one point or less: on paper they are a line.
bool is_one_point(std::string_view size) { return points_of(size).value_or(2) <= 1; }

/// A share of the width that letters have.
bool is_too_narrow(std::string_view share) {
  constexpr int narrowest = 5;
  int value = 100;
  std::from_chars(share.data(), share.data() + share.size(), value);
  return value < narrowest && share.ends_with('%');
}

bool is_too_small(std::string_view extent) { return points_of(extent).value_or(lowest_extent) < lowest_extent; }

void read_text_properties(pugi::xml_node properties, Style& style) {
  bool is_automatic = false; // of the colour, which LibreOffice saves as one that lets everything through
  for (auto const found : attributes(properties)) {
    auto const name = local_name(std::string_view(found.name()));
    std::string_view const value = found.value();
    is_automatic |= name == "use-window-font-color" && value == "true";
    if (name == "display")
      style.hidden = value == "none";
    else if (name == "font-size")
      style.tiny = is_one_point(value);
    else if (name == "text-line-through-style" || name == "text-line-through-type")
      style.struck = value != "none" && style.struck.value_or(true);
    else if (name == "text-underline-style" || name == "text-underline-type")
      style.underlined = value != "none" && style.underlined.value_or(true);
    else if (name == "text-position")
      style.script = script_of(value);
    else if (name == "font-name" || name == "font-family")
      style.font = symbol_font(value);
    else if (name == "text-transform")
      style.capitals = value == "uppercase";
    else if (name == "font-variant" && value == "small-caps")
      style.capitals = true;
    else if (name == "color")
      style.colour = hexadecimal_colour(value);
    else if (name == "text-scale") {
      if (is_too_narrow(value))
        style.tiny = true;
    } else if (name == "opacity") // of letters
      style.clear = value == "0%";
  }
  if (is_automatic)
    style.clear = false;
}

/// Of text, paragraphs, cells, rows and tables.
void read_background(pugi::xml_node properties, Style& style) {
  if (auto const colour = attribute(properties, "background-color"); !colour.empty() && colour != "transparent")
    style.background = hexadecimal_colour(colour);
}

} // namespace

void Styles::add_style(pugi::xml_node node) {
  Style style;
  style.parent = attribute(node, "parent-style-name");
  style.list = attribute(node, "list-style-name");
  style.data = attribute(node, "data-style-name");
  for (auto const properties : children(node)) {
    auto const name = local_name(properties);
    read_background(properties, style);
    if (name == "map")
      style.conditions.emplace_back(attribute(properties, "condition"), attribute(properties, "apply-style-name"));
    if (name == "text-properties")
      read_text_properties(properties, style);
    else if (name == "paragraph-properties" && is_too_small(attribute(properties, "line-height")))
      style.tiny = true;
    else if (name == "table-properties" || name == "section-properties")
      style.is_displayed = attribute(properties, "display") != "false";
    else if (name == "table-row-properties")
      style.is_too_small = attribute(properties, "use-optimal-row-height") != "true" &&
                           is_too_small(attribute(properties, "row-height"));
    else if (name == "table-column-properties")
      style.is_too_small = is_too_small(attribute(properties, "column-width"));
  }
  styles_.try_emplace({attribute(node, "family"), attribute(node, "name")}, style);
}

void Styles::add(pugi::xml_node root) {
  for (auto const group : children(root)) {
    auto const name = local_name(group);
    if (name != "styles" && name != "automatic-styles")
      continue;
    for (auto const node : children(group)) {
      auto const kind = local_name(node);
      if (kind == "style")
        add_style(node);
      else if (kind == "list-style")
        lists_.try_emplace(attribute(node, "name"), read_list_style(node));
      else if (kind == "outline-style")
        outline_ = read_list_style(node);
      else if (kind.ends_with("-style"))
        data_.add(node);
    }
  }
}

Style const* Styles::find(std::string_view family, std::string_view name) const {
  auto const found = styles_.find({family, name});
  return found == styles_.end() ? nullptr : &found->second;
}

flow::Look Styles::apply(std::string_view family, std::string_view name, flow::Look look) const {
  Style all;
  auto const* style = find(family, name);
  for (int hops = 0; style != nullptr && hops < longest_chain; ++hops, style = find(family, style->parent)) {
    all.hidden = all.hidden ? all.hidden : style->hidden;
    all.tiny = all.tiny ? all.tiny : style->tiny;
    all.clear = all.clear ? all.clear : style->clear;
    all.struck = all.struck ? all.struck : style->struck;
    all.underlined = all.underlined ? all.underlined : style->underlined;
    all.script = all.script ? all.script : style->script;
    all.font = all.font ? all.font : style->font;
    all.capitals = all.capitals ? all.capitals : style->capitals;
    all.colour = all.colour ? all.colour : style->colour;
    all.background = all.background ? all.background : style->background;
  }
  look.hidden = all.hidden.value_or(look.hidden);
  look.tiny = all.tiny.value_or(look.tiny);
  look.clear = all.clear.value_or(look.clear);
  look.struck = all.struck.value_or(look.struck);
  look.underlined = all.underlined.value_or(look.underlined);
  look.script = all.script.value_or(look.script);
  look.font = all.font.value_or(look.font);
  look.capitals = all.capitals.value_or(look.capitals);
  look.colour = all.colour.value_or(look.colour);
  look.background = all.background.value_or(look.background);
  return look;
}

std::string Styles::number_format_of(std::string_view cell_style) const {
  auto const* style = find("table-cell", cell_style);
  for (int hops = 0; style != nullptr && hops < longest_chain; ++hops, style = find("table-cell", style->parent))
    if (!style->data.empty())
      return data_.format_code(style->data);
  return {};
}

std::string_view Styles::list_of(std::string_view paragraph_style) const {
  auto const* style = find("paragraph", paragraph_style);
  for (int hops = 0; style != nullptr && hops < longest_chain; ++hops, style = find("paragraph", style->parent))
    if (!style->list.empty())
      return style->list;
  return {};
}

flow::List const* Styles::list(std::string_view name) const {
  auto const found = lists_.find(name);
  return found == lists_.end() ? nullptr : &found->second;
}

} // namespace jixiao::odf
