#include "readers/html/look.hpp"

#include "readers/html/calc.hpp"
#include "readers/html/formula.hpp"
#include "readers/html/tags.hpp"
#include "readers/html/tree.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

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
    Name{"xelect", HtmlLook::inline_text}, Name{"xvg", HtmlLook::picture},   Name{"xemplate", HtmlLook::hidden},
    Name{"xorm", HtmlLook::block},         Name{"xutton", HtmlLook::hidden}, Name{"xp", HtmlLook::hidden},
    Name{"zt", HtmlLook::hidden},          Name{"ztc", HtmlLook::hidden},    Name{"annotation", HtmlLook::hidden},
    Name{"xml", HtmlLook::hidden},         Name{"dialog", HtmlLook::block},  Name{"annotation-xml", HtmlLook::hidden},
    Name{"xbject", HtmlLook::picture},     Name{"defs", HtmlLook::hidden},   Name{"metadata", HtmlLook::hidden},
};

/// A drawing of nothing but a few words: one with more is a chart.
bool draws_words(GumboNode const& drawing) {
  constexpr std::size_t most_elements = 16, most_words = 3;
  std::size_t words = 0, elements = 0;
  std::vector<GumboNode const*> waiting = {&drawing};
  while (!waiting.empty() && ++elements <= most_elements) {
    auto const* const node = waiting.back();
    waiting.pop_back();
    bool const is_element = node->type == GUMBO_NODE_ELEMENT;
    words += is_element && same(html_name(*node), "text") ? 1 : 0;
    auto const children = is_element ? html_children(*node) : std::span<GumboNode* const>();
    waiting.insert(waiting.end(), children.begin(), children.end());
  }
  return waiting.empty() && words > 0 && words <= most_words;
}

/// A template that a script has put in place, as a saved page holds it.
bool is_in_place(GumboNode const& element) { return html_attribute(element, "shadowrootmode") != nullptr; }

HtmlLook look_of_unknown(GumboNode const& element) {
  auto const name = html_name(element);
  auto const found = std::ranges::find_if(unknown_names, [&](Name const& known) { return same(known.name, name); });
  if (found == unknown_names.end())
    return HtmlLook::inline_text;
  if (found->look == HtmlLook::picture && same(name, "xvg") && draws_words(element))
    return HtmlLook::inline_text;
  return same(name, "xemplate") && is_in_place(element) ? HtmlLook::block : found->look;
}

/// The options of the list that an option is in, groups included.
std::vector<GumboNode const*> options_of(GumboNode const& list) {
  std::vector<GumboNode const*> options, waiting = {&list};
  while (!waiting.empty()) {
    auto const* const node = waiting.back();
    waiting.pop_back();
    if (is_html(*node, GUMBO_TAG_OPTION))
      options.push_back(node);
    auto const children = html_children(*node);
    waiting.insert(waiting.end(), children.rbegin(), children.rend());
  }
  return options;
}

/// A list shows the option that is selected; when none is, the first that can be, unless that is a prompt without a
/// value.
bool is_chosen(GumboNode const& option) {
  auto const is_selected = [](GumboNode const* node) { return html_attribute(*node, "selected") != nullptr; };
  if (is_selected(&option))
    return true;
  auto const* list = option.parent;
  if (list != nullptr && is_html(*list, GUMBO_TAG_OPTGROUP))
    list = list->parent;
  if (list == nullptr || list->type != GUMBO_NODE_ELEMENT || !same(html_name(*list), "xelect") ||
      html_attribute(*list, "multiple") != nullptr || html_attribute(*list, "size") != nullptr)
    return false;
  auto const options = options_of(*list);
  auto const* const value = html_attribute(option, "value");
  auto const can_be = [](GumboNode const* node) { return html_attribute(*node, "disabled") == nullptr; };
  auto const first = std::ranges::find_if(options, can_be);
  return first != options.end() && *first == &option && std::ranges::none_of(options, is_selected) &&
         (value == nullptr || *value != 0);
}

/// A formula stands twice where one form of it is for those who have the page read to them.
bool is_spoken_formula(GumboNode const& element) {
  auto const names = text_of(html_attribute(element, "class"));
  bool const is_spoken = names == "katex-mathml" || names.find("MJX_Assistive_MathML") != std::string_view::npos;
  if (!is_spoken || element.parent == nullptr)
    return false;
  auto const is_drawn = [&](GumboNode const* node) {
    return node != &element && node->type == GUMBO_NODE_ELEMENT && html_attribute(*node, "aria-hidden") != nullptr;
  };
  return std::ranges::any_of(html_children(*element.parent), is_drawn);
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
  case GUMBO_TAG_DATALIST:
  case GUMBO_TAG_DESC:
  case GUMBO_TAG_AUDIO:
    return HtmlLook::hidden;
  case GUMBO_TAG_OPTION:
    return is_chosen(element) ? HtmlLook::inline_text : HtmlLook::hidden;
  case GUMBO_TAG_IFRAME:
  case GUMBO_TAG_VIDEO:
  case GUMBO_TAG_IMG:
  case GUMBO_TAG_IMAGE:
  case GUMBO_TAG_EMBED:
  case GUMBO_TAG_CANVAS:
  case GUMBO_TAG_METER:
  case GUMBO_TAG_PROGRESS:
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
  case GUMBO_TAG_MI:
  case GUMBO_TAG_MN:
  case GUMBO_TAG_MO:
  case GUMBO_TAG_MTEXT:
  case GUMBO_TAG_UNKNOWN: {
    auto const script = html_operand(element).script;
    return script == HtmlFlow::Script::raised    ? HtmlLook::raised
           : script == HtmlFlow::Script::lowered ? HtmlLook::lowered
                                                 : look_of_unknown(element);
  }
  default:
    return block_tags.has(tag) || heading_tags.has(tag) ? HtmlLook::block : HtmlLook::inline_text;
  }
}

} // namespace

bool style_says(std::string_view style, std::string_view property, std::string_view value) {
  for (std::size_t begin = 0; begin < style.size();) {
    auto const end = std::min(style.find(';', begin), style.size());
    auto const declaration = style.substr(begin, end - begin);
    auto const colon = std::min(declaration.find(':'), declaration.size());
    auto const said = trim_ascii(declaration.substr(std::min(colon + 1, declaration.size())));
    if (same(trim_ascii(declaration.substr(0, colon)), property) && same(said.substr(0, value.size()), value))
      return true;
    begin = end + 1;
  }
  return false;
}

HtmlLook html_look(GumboNode const& element) {
  auto const look = look_of_tag(element);
  bool const is_left_out = look != HtmlLook::hidden && (is_added_by_calc(element) || is_spoken_formula(element));
  return is_left_out ? HtmlLook::hidden : look;
}

namespace {

bool is_of_type(GumboNode const& input, std::span<std::string_view const> types) {
  auto const type = text_of(html_attribute(input, "type"));
  return std::ranges::any_of(types, [&](std::string_view other) { return same(type, other); });
}

bool prints_value(GumboNode const& input) {
  constexpr std::array<std::string_view, 7> unprinted = {"hidden", "submit", "button",  "reset",
                                                         "image",  "file",   "password"};
  return !is_of_type(input, unprinted);
}

bool is_box(GumboNode const& input) {
  constexpr std::array<std::string_view, 2> boxes = {"checkbox", "radio"};
  return is_of_type(input, boxes);
}

} // namespace

std::string_view html_input_text(GumboNode const& input) {
  if (is_box(input))
    return html_attribute(input, "checked") == nullptr ? "☐" : "☑";
  return prints_value(input) ? text_of(html_attribute(input, "value")) : std::string_view();
}

std::string_view html_input_prompt(GumboNode const& input) {
  bool const is_asked = !is_box(input) && prints_value(input);
  return is_asked ? text_of(html_attribute(input, "placeholder")) : std::string_view();
}

} // namespace jixiao
