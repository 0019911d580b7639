#include "readers/docx/looks.hpp"

#include "readers/docx/elements.hpp"
#include "readers/xml.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace jixiao::docx {

void RunProperties::take_hiding(RunProperties const& stronger) {
  for (auto const property : {&RunProperties::vanish, &RunProperties::strike, &RunProperties::double_strike})
    if (stronger.*property)
      this->*property = stronger.*property;
}

namespace {

constexpr std::size_t longest_style_chain = 32;
constexpr std::uint32_t smallest_seen = 3;  // half-points: the smallest that Word offers are 2
constexpr std::uint32_t narrowest_seen = 5; // per cent of a letter's width
constexpr std::uint32_t lowest_line = 40;   // twentieths of a point

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool same_word(std::string_view a, std::string_view b) { return std::ranges::equal(a, b, {}, lower, lower); }

/// Word writes beside a theme's colour what that is.
Colour colour_of(pugi::xml_node color) {
  auto const theme = jixiao::attribute(color, "themeColor");
  bool const is_plain = jixiao::attribute(color, "themeShade").empty();
  if ((theme == "background1" || theme == "light1") && is_plain)
    return white_colour;
  return hexadecimal_colour(jixiao::attribute(color, "val"));
}

Colour colour_of_highlight(std::string_view name) {
  struct Named {
    std::string_view name;
    Colour colour;
  };
  constexpr std::array names = {
      Named{"black", black_colour}, Named{"white", white_colour},  Named{"yellow", 0xFFFF00},
      Named{"green", 0x00FF00},     Named{"cyan", 0x00FFFF},       Named{"magenta", 0xFF00FF},
      Named{"blue", 0x0000FF},      Named{"red", 0xFF0000},        Named{"darkBlue", 0x000080},
      Named{"darkCyan", 0x008080},  Named{"darkGreen", 0x008000},  Named{"darkMagenta", 0x800080},
      Named{"darkRed", 0x800000},   Named{"darkYellow", 0x808000}, Named{"darkGray", 0x808080},
      Named{"lightGray", 0xC0C0C0},
  };
  auto const found = std::ranges::find(names, name, &Named::name);
  return found == names.end() ? unknown_colour : found->colour;
}

Brackets brackets_of(pugi::xml_node layout) {
  auto const is_set = [](std::string_view value) { return !value.empty() && value != "0" && value != "false"; };
  auto const kind = is_set(jixiao::attribute(layout, "combine")) ? jixiao::attribute(layout, "combineBrackets") : "";
  return kind == "round"    ? Brackets{"(", ")"}
         : kind == "square" ? Brackets{"[", "]"}
         : kind == "angle"  ? Brackets{"<", ">"}
         : kind == "curly"  ? Brackets{"{", "}"}
                            : Brackets{};
}

/// How much of what is behind a colour shows through it, in thousandths of a per cent: w14:alpha.
bool shows_through(pugi::xml_node colour) {
  constexpr std::uint32_t nearly_all = 95'000;
  return number_of(jixiao::child(colour, "alpha"), 0) >= nearly_all;
}

/// A fill or an outline of letters (w14:textFill, w14:textOutline) that draws something.
bool draws(pugi::xml_node effect) {
  auto const solid = jixiao::child(effect, "solidFill");
  return exists(solid) ? !shows_through(solid.first_child()) : exists(jixiao::child(effect, "gradFill"));
}

/// What fills letters, in place of their colour.
void read_fill(pugi::xml_node fill, RunProperties& out) {
  out.clear = !draws(fill);
  auto const colour = jixiao::child(fill, "solidFill").first_child();
  auto const value = jixiao::attribute(colour, "val");
  out.colour = value == "bg1" && !exists(colour.first_child()) ? white_colour : hexadecimal_colour(value);
}

/// What a paragraph style or a table style puts behind its text. Where a part of it has a shading of its own, it
/// depends on the place.
std::optional<Colour> background_of(pugi::xml_node style) {
  std::optional<Colour> background;
  for (Walk walk(style); walk.more(); walk.descend())
    if (auto const colour = element_of(walk.node()) == Element::shading ? colour_of_shading(walk.node()) : std::nullopt)
      background = !background || background == colour ? colour : unknown_colour;
  return background;
}

bool is_placeholder_style(pugi::xml_node style) {
  return same_word(jixiao::attribute(jixiao::child(style, "name"), "val"), "Placeholder Text");
}

/// On when an odd number of the styles say so, unless the run itself says what holds.
bool toggled(std::optional<bool> RunProperties::*property, std::array<RunProperties const*, 4> const& levels,
             RunProperties const& direct) {
  if (direct.*property)
    return *(direct.*property);
  if ((levels[0]->*property).value_or(false))
    return true;
  bool on = false;
  for (auto const* level : levels)
    on ^= (level->*property).value_or(false);
  return on;
}

/// What the nearest level says that says something.
template <class T>
T nearest(std::optional<T> RunProperties::*property, std::array<RunProperties const*, 4> const& levels,
          RunProperties const& direct, T otherwise) {
  if (direct.*property)
    return *(direct.*property);
  for (auto level = levels.rbegin(); level != levels.rend(); ++level)
    if ((*level)->*property)
      return *((*level)->*property);
  return otherwise;
}

} // namespace

std::optional<bool> has_low_lines(pugi::xml_node paragraph_properties) {
  auto const spacing = jixiao::child(paragraph_properties, "spacing");
  auto const line = jixiao::attribute(spacing, "line");
  if (line.empty())
    return std::nullopt;
  auto rule = jixiao::attribute(spacing, "lineRule");
  rule = rule.empty() ? jixiao::attribute(spacing, "line-rule") : rule; // WordML 2003
  return rule == "exact" && number_of(line, lowest_line) < lowest_line;
}

std::optional<Colour> colour_of_shading(pugi::xml_node shading) {
  if (!exists(shading))
    return std::nullopt;
  auto const pattern = jixiao::attribute(shading, "val"), fill = jixiao::attribute(shading, "fill");
  if (pattern == "solid")
    return hexadecimal_colour(jixiao::attribute(shading, "color"));
  if (!pattern.empty() && pattern != "clear" && pattern != "nil")
    return unknown_colour;
  bool const has_theme = !jixiao::attribute(shading, "themeFill").empty();
  if (fill.empty() || fill == "auto")
    return has_theme ? std::optional(unknown_colour) : std::nullopt;
  return hexadecimal_colour(fill);
}

SymbolFont Looks::theme_font(std::string_view name) {
  if (!theme_)
    theme_ = parts_.related("theme");
  auto const scheme = jixiao::child(jixiao::child(*theme_, "themeElements"), "fontScheme");
  auto const group = jixiao::child(scheme, name.starts_with("major") ? "majorFont" : "minorFont");
  auto const script = name.ends_with("EastAsia") ? "ea" : name.ends_with("Bidi") ? "cs" : "latin";
  return symbol_font(jixiao::attribute(jixiao::child(group, script), "typeface"));
}

SymbolFont Looks::font(pugi::xml_node fonts, std::string_view theme_attribute, std::string_view attribute) {
  if (auto const theme = jixiao::attribute(fonts, theme_attribute); !theme.empty())
    return theme_font(theme);
  return symbol_font(jixiao::attribute(fonts, attribute));
}

void Looks::read(pugi::xml_node properties, RunProperties& out) {
  auto const has = [](pugi::xml_node node, std::string_view name) { return !jixiao::attribute(node, name).empty(); };
  bool has_edges = false;
  for (auto const property : children(properties)) {
    switch (element_of(property)) {
    case Element::r_fonts:
      if (has(property, "ascii") || has(property, "asciiTheme"))
        out.ascii = font(property, "asciiTheme", "ascii");
      if (has(property, "hAnsi") || has(property, "hAnsiTheme"))
        out.other = font(property, "hAnsiTheme", "hAnsi");
      else if (has(property, "h-ansi")) // WordML 2003
        out.other = symbol_font(jixiao::attribute(property, "h-ansi"));
      break;
    case Element::vanish:
      out.vanish = is_on(property);
      break;
    case Element::strike:
      out.strike = is_on(property);
      break;
    case Element::double_strike:
      out.double_strike = is_on(property);
      break;
    case Element::underline:
      out.underlined = jixiao::attribute(property, "val") != "none";
      break;
    case Element::capitals:
      out.capitals = is_on(property);
      break;
    case Element::color:
      out.colour = colour_of(property);
      break;
    case Element::size:
      out.tiny = number_of(property, smallest_seen) < smallest_seen;
      break;
    case Element::east_asian_layout:
      out.brackets = brackets_of(property);
      break;
    case Element::width_scale:
      out.narrow = number_of(property, narrowest_seen) < narrowest_seen;
      break;
    case Element::text_fill:
      read_fill(property, out);
      break;
    case Element::text_outline:
      has_edges |= draws(property);
      break;
    case Element::shading:
      if (auto const colour = colour_of_shading(property))
        out.background = colour;
      break;
    case Element::highlight:
      if (auto const name = jixiao::attribute(property, "val"); name != "none")
        out.background = colour_of_highlight(name);
      break;
    case Element::vert_align: {
      auto const value = jixiao::attribute(property, "val");
      out.script = value == "superscript" ? Script::raised : value == "subscript" ? Script::lowered : Script::none;
      break;
    }
    default:
      break;
    }
  }
  if (has_edges) // letters that are drawn by their edges are seen, whatever fills them
    out.clear = false, out.colour = unknown_colour;
}

/// A style behind those that it is based on.
std::vector<pugi::xml_node> Looks::chain_of(pugi::xml_node style) {
  std::vector<pugi::xml_node> chain;
  while (exists(style) && chain.size() < longest_style_chain) {
    chain.push_back(style);
    auto const base = jixiao::attribute(jixiao::child(style, "basedOn"), "val");
    style = base.empty() ? pugi::xml_node() : styles_.find(base);
  }
  std::ranges::reverse(chain);
  return chain;
}

RunProperties Looks::read_chain(pugi::xml_node style) {
  RunProperties out;
  for (auto const one : chain_of(style)) {
    read(child(one, Element::r_pr), out);
    if (auto const low = has_low_lines(child(one, Element::p_pr)))
      out.low_lines = low;
    if (auto const colour = background_of(one))
      out.background = colour;
    out.placeholder |= is_placeholder_style(one);
  }
  return out;
}

TableRegionProperties const& Looks::table_regions_of(std::string_view id) {
  if (auto const known = regions_read_.find(id); known != regions_read_.end())
    return known->second;
  TableRegionProperties regions;
  for (auto const style : chain_of(id.empty() ? pugi::xml_node() : styles_.find(id)))
    for (auto const part : children(style)) {
      auto const region =
          local_name(part) == "tblStylePr" ? table_region_of(jixiao::attribute(part, "type")) : TableRegion::none;
      if (region == TableRegion::none)
        continue;
      RunProperties says;
      read(child(part, Element::r_pr), says);
      regions[static_cast<std::size_t>(region)].take_hiding(says);
    }
  return regions_read_.emplace(std::string(id), regions).first->second;
}

RunProperties const& Looks::style(std::string_view id, std::string_view type) {
  using namespace std::string_view_literals;
  auto const key = !id.empty() ? id : type == "table" ? "\0table"sv : "\0paragraph"sv; // no identifier has a NUL
  auto const known = styles_read_.find(key);
  if (known != styles_read_.end())
    return known->second;
  auto properties = read_chain(id.empty() ? styles_.find_default(type) : styles_.find(id));
  properties.placeholder |= id == "PlaceholderText";
  return styles_read_.emplace(std::string(key), properties).first->second;
}

RunProperties const& Looks::defaults() {
  if (!defaults_) {
    defaults_.emplace();
    read(child(jixiao::child(styles_.defaults(), "rPrDefault"), Element::r_pr), *defaults_);
  }
  return *defaults_;
}

RunLook const& Looks::plain_look(RunProperties const& table, RunProperties const& paragraph) {
  if (!plain_ || plain_->table != table || plain_->paragraph != paragraph)
    plain_ = {table, paragraph, look(table, paragraph, {})};
  return plain_->look;
}

RunLook Looks::look(RunProperties const& table, RunProperties const& paragraph, pugi::xml_node run_properties) {
  static RunProperties const nothing;
  auto const style_name = jixiao::attribute(child(run_properties, Element::r_style), "val");
  auto const& character = style_name.empty() ? nothing : style(style_name, "character");
  std::array const levels = {&defaults(), &table, &paragraph, &character};
  RunProperties direct;
  read(run_properties, direct);
  RunLook look;
  look.hidden = toggled(&RunProperties::vanish, levels, direct);
  look.tiny =
      nearest(&RunProperties::tiny, levels, direct, false) || nearest(&RunProperties::narrow, levels, direct, false);
  look.clear = nearest(&RunProperties::clear, levels, direct, false);
  look.struck =
      toggled(&RunProperties::strike, levels, direct) || nearest(&RunProperties::double_strike, levels, direct, false);
  look.underlined = nearest(&RunProperties::underlined, levels, direct, false);
  look.capitals = toggled(&RunProperties::capitals, levels, direct);
  look.colour = nearest(&RunProperties::colour, levels, direct, unknown_colour);
  for (auto const* level : {&character, &paragraph})
    look.background = look.background ? look.background : level->background;
  look.background = direct.background ? direct.background : look.background;
  look.ascii = nearest(&RunProperties::ascii, levels, direct, SymbolFont::none);
  look.other = nearest(&RunProperties::other, levels, direct, SymbolFont::none);
  look.brackets = nearest(&RunProperties::brackets, levels, direct, Brackets{});
  look.script = nearest(&RunProperties::script, levels, direct, Script::none);
  look.placeholder = character.placeholder;
  return look;
}

} // namespace jixiao::docx
