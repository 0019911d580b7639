#include "readers/html/look.hpp"

#include "readers/html/calc.hpp"
#include "readers/html/tags.hpp"
#include "readers/html/tree.hpp"

#include <algorithm>
#include <array>

namespace jixiao {
namespace {

char folded_case(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool same(std::string_view a, std::string_view b) { return std::ranges::equal(a, b, {}, folded_case, folded_case); }

std::string_view trim_ascii(std::string_view text) {
  auto const begin = text.find_first_not_of(" \t\r\n\f");
  if (begin == std::string_view::npos)
    return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n\f") + 1 - begin);
}

std::string_view text_of(char const* value) { return value == nullptr ? std::string_view() : value; }

struct Name {
  std::string_view name;
  HtmlLook look;
};

// Elements that are unknown to the parser, some of them since scrub_html() changed their name.
constexpr std::array unknown_names = {
    Name{"xelect", HtmlLook::inline_text}, Name{"xvg", HtmlLook::picture},    Name{"xemplate", HtmlLook::hidden},
    Name{"xorm", HtmlLook::block},         Name{"xutton", HtmlLook::hidden},  Name{"xp", HtmlLook::hidden},
    Name{"zt", HtmlLook::hidden},          Name{"ztc", HtmlLook::hidden},     Name{"annotation", HtmlLook::hidden},
    Name{"xml", HtmlLook::hidden},         Name{"dialog", HtmlLook::block},   Name{"annotation-xml", HtmlLook::hidden},
    Name{"canvas", HtmlLook::picture},     Name{"xbject", HtmlLook::picture},
};

HtmlLook look_of_unknown(std::string_view name) {
  auto const found = std::ranges::find_if(unknown_names, [&](Name const& known) { return same(known.name, name); });
  return found == unknown_names.end() ? HtmlLook::inline_text : found->look;
}

HtmlLook look_of_tag(GumboNode const& element) {
  auto const tag = element.v.element.tag;
  switch (tag) {
  case GUMBO_TAG_HEAD:
  case GUMBO_TAG_TITLE:
  case GUMBO_TAG_SCRIPT:
  case GUMBO_TAG_STYLE:
  case GUMBO_TAG_NOSCRIPT:
  case GUMBO_TAG_NOEMBED:
  case GUMBO_TAG_NOFRAMES:
  case GUMBO_TAG_IFRAME:
  case GUMBO_TAG_DATALIST:
    return HtmlLook::hidden;
  case GUMBO_TAG_OPTION:
    return html_attribute(element, "selected") == nullptr ? HtmlLook::hidden : HtmlLook::inline_text;
  case GUMBO_TAG_IMG:
  case GUMBO_TAG_IMAGE:
  case GUMBO_TAG_EMBED:
    return HtmlLook::picture;
  case GUMBO_TAG_BR:
    return HtmlLook::line_break;
  case GUMBO_TAG_TABLE:
    return HtmlLook::table;
  case GUMBO_TAG_TD:
  case GUMBO_TAG_TH:
    return HtmlLook::cell;
  case GUMBO_TAG_OL:
    return HtmlLook::ordered_list;
  case GUMBO_TAG_UL:
  case GUMBO_TAG_MENU:
  case GUMBO_TAG_DIR:
    return HtmlLook::other_list;
  case GUMBO_TAG_LI:
    return HtmlLook::item;
  case GUMBO_TAG_PRE:
  case GUMBO_TAG_LISTING:
  case GUMBO_TAG_XMP:
  case GUMBO_TAG_TEXTAREA:
    return HtmlLook::preformatted;
  case GUMBO_TAG_SUP:
    return HtmlLook::raised;
  case GUMBO_TAG_SUB:
    return HtmlLook::lowered;
  case GUMBO_TAG_INPUT:
    return HtmlLook::input;
  case GUMBO_TAG_P:
  case GUMBO_TAG_HR:
  case GUMBO_TAG_DT:
  case GUMBO_TAG_DD:
  case GUMBO_TAG_TR:
  case GUMBO_TAG_CAPTION:
  case GUMBO_TAG_LEGEND:
    return HtmlLook::block;
  case GUMBO_TAG_UNKNOWN:
    return look_of_unknown(html_name(element));
  default:
    return block_tags.has(tag) || heading_tags.has(tag) ? HtmlLook::block : HtmlLook::inline_text;
  }
}

} // namespace

bool style_says(std::string_view style, std::string_view property, std::string_view value) {
  while (!style.empty()) {
    auto const end = std::min(style.find(';'), style.size());
    auto const declaration = style.substr(0, end);
    auto const colon = std::min(declaration.find(':'), declaration.size());
    auto const said = trim_ascii(declaration.substr(std::min(colon + 1, declaration.size())));
    if (same(trim_ascii(declaration.substr(0, colon)), property) && same(said.substr(0, value.size()), value))
      return true;
    style.remove_prefix(std::min(end + 1, style.size()));
  }
  return false;
}

HtmlLook html_look(GumboNode const& element) {
  auto const look = look_of_tag(element);
  return look != HtmlLook::hidden && is_added_by_calc(element) ? HtmlLook::hidden : look;
}

std::string_view html_input_text(GumboNode const& input) {
  constexpr std::array unprinted = {"hidden", "submit", "button", "reset", "image", "file", "password"};
  auto const type = text_of(html_attribute(input, "type"));
  if (same(type, "checkbox") || same(type, "radio"))
    return html_attribute(input, "checked") == nullptr ? "☐" : "☑";
  bool const printed = std::ranges::none_of(unprinted, [&](std::string_view other) { return same(type, other); });
  return printed ? text_of(html_attribute(input, "value")) : std::string_view();
}

} // namespace jixiao
