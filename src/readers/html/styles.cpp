#include "readers/html/styles.hpp"

#include "readers/html/css_text.hpp"
#include "readers/html/tree.hpp"

#include <algorithm>
#include <array>

namespace jixiao {
namespace {

constexpr std::size_t most_rules = 1000;
constexpr std::size_t most_classes = 32;

std::string_view style_value(GumboNode const& element, char const* name) {
  auto const* const value = html_attribute(element, name);
  return value == nullptr ? std::string_view() : value;
}

/// In lower case; the elements that scrub_html() renames have another first letter.
std::string tag_of(GumboNode const& element) {
  auto const tag = element.v.element.tag;
  std::string name(tag == GUMBO_TAG_UNKNOWN ? html_name(element) : gumbo_normalized_tagname(tag));
  std::ranges::transform(name, name.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return name;
}

bool is_tag(std::string_view selected, std::string_view name) {
  if (selected == name)
    return true;
  auto const letter = selected == "a" ? 'y' : selected == "s" || selected == "rt" || selected == "rtc" ? 'z' : 'x';
  return selected.size() == name.size() && name.starts_with(letter) && selected.substr(1) == name.substr(1);
}

std::vector<std::string_view> classes_of(GumboNode const& element) {
  std::vector<std::string_view> classes;
  for (auto text = style_value(element, "class"); classes.size() < most_classes;) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n\f"), text.size()));
    if (text.empty())
      break;
    auto const end = std::min(text.find_first_of(" \t\r\n\f"), text.size());
    classes.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return classes;
}

bool matches(CssAttribute const& asked, GumboNode const& element) {
  auto const* const attribute = html_attribute(element, asked.name.c_str());
  if (attribute == nullptr)
    return false;
  std::string_view const value = attribute;
  switch (asked.match) {
  case '=':
    return value == asked.value;
  case '^':
    return !asked.value.empty() && value.starts_with(asked.value);
  case '$':
    return !asked.value.empty() && value.ends_with(asked.value);
  case '*':
    return !asked.value.empty() && value.find(asked.value) != std::string_view::npos;
  case '|':
    return value == asked.value || value.starts_with(asked.value + "-");
  case '~':
    return !asked.value.empty() && (" " + std::string(value) + " ").find(" " + asked.value + " ") != std::string::npos;
  default:
    return true;
  }
}

bool is_at_place(CssCompound const& compound, GumboNode const& element) {
  if (!compound.is_first && !compound.is_last && compound.child_number == 0)
    return true;
  if (element.parent == nullptr)
    return false;
  // From the element on, or no further than the number: siblings may be many, and each asks.
  auto const siblings = html_children(*element.parent);
  auto const at = std::min<std::size_t>(element.index_within_parent, siblings.size());
  auto const is_element = [](GumboNode const* node) { return node->type == GUMBO_NODE_ELEMENT; };
  auto const before = siblings.first(at), behind = siblings.subspan(std::min(at + 1, siblings.size()));
  if (compound.is_first && std::any_of(before.rbegin(), before.rend(), is_element))
    return false;
  if (compound.is_last && std::ranges::any_of(behind, is_element))
    return false;
  if (compound.child_number == 0)
    return true;
  auto wanted = compound.child_number;
  auto const numbered =
      std::ranges::find_if(siblings, [&](auto const* node) { return is_element(node) && --wanted == 0; });
  return numbered != siblings.end() && *numbered == &element;
}

bool matches(CssCompound const& compound, GumboNode const& element) {
  if (std::ranges::any_of(compound.others, [&](CssCompound const& other) { return matches(other, element); }))
    return false;
  if (!compound.id.empty() && compound.id != style_value(element, "id"))
    return false;
  if (!compound.tag.empty() && !is_tag(compound.tag, tag_of(element)))
    return false;
  bool const has_attributes =
      std::ranges::all_of(compound.attributes, [&](CssAttribute const& asked) { return matches(asked, element); });
  if (!has_attributes || !is_at_place(compound, element))
    return false;
  auto const classes = classes_of(element);
  return std::ranges::all_of(compound.classes,
                             [&](auto const& name) { return std::ranges::find(classes, name) != classes.end(); });
}

GumboNode const* parent_of(GumboNode const& element) {
  auto const* const parent = element.parent;
  return parent != nullptr && parent->type == GUMBO_NODE_ELEMENT ? parent : nullptr;
}

/// What is around an element is looked for from the inside out; the nearest that fits is taken.
bool matches(CssRule const& rule, GumboNode const& element) {
  if (!matches(rule.compounds.front(), element))
    return false;
  auto const* around = parent_of(element);
  for (std::size_t i = 1; i < rule.compounds.size(); ++i) {
    bool const next_only = rule.compounds[i - 1].is_child;
    while (around != nullptr && !matches(rule.compounds[i], *around))
      around = next_only ? nullptr : parent_of(*around);
    if (around == nullptr)
      return false;
    around = parent_of(*around);
  }
  return true;
}

/// What elements and attributes say without a style.
CssDeclarations presentation(GumboNode const& element) {
  CssDeclarations says;
  auto const name = tag_of(element);
  bool const is_closed = name == "dialog" && html_attribute(element, "open") == nullptr;
  if (is_closed || html_attribute(element, "hidden") != nullptr)
    says.removed = true;
  constexpr std::array<std::string_view, 3> struck = {"z", "xtrike", "del"};
  if (std::ranges::find(struck, name) != struck.end())
    says.struck = true;
  if (name == "xont") {
    if (auto const face = style_value(element, "face"); !face.empty())
      says.font = read_css_declarations("font-family:" + std::string(face)).normal.font;
    if (auto const color = style_value(element, "color"); !color.empty())
      says.colour = read_css_declarations("color:" + std::string(color)).normal.colour;
  }
  if (auto const color = style_value(element, "bgcolor"); !color.empty())
    says.background = read_css_declarations("background:" + std::string(color)).normal.background;
  if (!style_value(element, "background").empty())
    says.background = unknown_colour;
  return says;
}

} // namespace

HtmlStyles::HtmlStyles(GumboNode const& root) {
  std::vector<std::string_view> sheets;
  std::vector<GumboNode const*> waiting = {&root};
  while (!waiting.empty()) {
    auto const* const node = waiting.back();
    waiting.pop_back();
    auto const children = html_children(*node);
    if (node->type == GUMBO_NODE_ELEMENT) {
      auto const style = style_value(*node, "style");
      makes_tables_ = makes_tables_ || style.find("table") != std::string_view::npos;
      has_grids_ =
          has_grids_ || style.find("flex") != std::string_view::npos || style.find("grid") != std::string_view::npos;
    }
    if (!is_html(*node, GUMBO_TAG_STYLE)) {
      waiting.insert(waiting.end(), children.rbegin(), children.rend());
      continue;
    }
    for (auto const* child : children)
      if (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_WHITESPACE || child->type == GUMBO_NODE_CDATA)
        sheets.emplace_back(child->v.text.text);
  }
  for (auto const sheet : sheets)
    variables_.add(sheet);
  for (auto const sheet : sheets)
    for (auto& rule : read_css(variables_.put_in(sheet), most_rules))
      index(std::move(rule));
}

void HtmlStyles::index(CssRule rule) {
  makes_tables_ = makes_tables_ || rule.block.normal.display.value_or(CssDisplay::other) == CssDisplay::table;
  has_grids_ =
      has_grids_ || rule.block.normal.display == CssDisplay::flex || rule.block.normal.display == CssDisplay::grid;
  if (rules_.size() + generating_.size() == most_rules) {
    too_many_ = true;
    return;
  }
  if (rule.part != CssPart::itself) {
    if (rule.block.normal.content)
      generating_.push_back(std::move(rule));
    return;
  }
  auto const& itself = rule.compounds.front();
  auto const key = !itself.id.empty()        ? "#" + itself.id
                   : !itself.classes.empty() ? "." + itself.classes.front()
                                             : itself.tag;
  by_key_[key].push_back(rules_.size());
  rules_.push_back(std::move(rule));
}

void HtmlStyles::add_rules(std::vector<std::size_t>& found, std::string_view key) const {
  if (auto const rules = by_key_.find(std::string(key)); rules != by_key_.end())
    found.insert(found.end(), rules->second.begin(), rules->second.end());
}

CssBlock HtmlStyles::declarations(GumboNode const& element) const {
  CssBlock all;
  std::vector<std::size_t> found;
  if (!rules_.empty()) {
    add_rules(found, "");
    auto const tag = tag_of(element);
    add_rules(found, tag);
    for (auto const* renamed : {"a", "b", "i", "s", "u", "font", "strike", "strong", "em", "small", "big", "rt"})
      if (tag != renamed && is_tag(renamed, tag))
        add_rules(found, renamed);
    for (auto const name : classes_of(element))
      add_rules(found, "." + std::string(name));
    if (auto const id = style_value(element, "id"); !id.empty())
      add_rules(found, "#" + std::string(id));
    std::erase_if(found, [&](std::size_t rule) { return !matches(rules_[rule], element); });
    std::ranges::sort(found, {}, [&](std::size_t rule) { return std::pair(rules_[rule].specificity, rule); });
  }
  all.normal = presentation(element);
  for (auto const rule : found) {
    all.normal.apply(rules_[rule].block.normal);
    all.important.apply(rules_[rule].block.important);
  }
  if (auto const style = style_value(element, "style"); !style.empty()) {
    bool const has_variables = style.find("var(") != std::string_view::npos;
    auto const own = read_css_declarations(has_variables ? variables_.put_in(style) : style);
    all.normal.apply(own.normal);
    all.important.apply(own.important);
  }
  all.normal.apply(all.important);
  return all;
}

namespace {

/// A box of no extent that shows nothing beyond it. Parts of tables have the extent that their text needs.
bool cuts_off_text(GumboNode const& element, CssDeclarations const& says) {
  constexpr std::array<GumboTag, 5> of_tables = {GUMBO_TAG_TABLE, GUMBO_TAG_TBODY, GUMBO_TAG_TR, GUMBO_TAG_TD,
                                                 GUMBO_TAG_TH};
  return says.flat.value_or(false) && says.clips.value_or(false) &&
         std::ranges::find(of_tables, element.v.element.tag) == of_tables.end();
}

} // namespace

HtmlState HtmlStyles::make_state(GumboNode const& element, HtmlState const& around) const {
  auto const says = declarations(element).normal;
  auto state = around;
  // What is removed, or crossed out, is so with all that is in it.
  state.removed |= says.removed.value_or(false);
  state.struck |= says.struck.value_or(false);
  state.invisible = says.invisible.value_or(around.invisible);
  state.collapsed = says.collapsed.value_or(false);
  state.unseen = says.unseen.value_or(around.unseen);
  state.colour = says.colour.value_or(around.colour);
  state.background = says.background.value_or(around.background);
  state.font = says.font.value_or(around.font);
  state.display = says.display.value_or(CssDisplay::other);
  state.runs_down = says.runs_down.value_or(false);
  state.tracks = says.tracks.value_or(0);
  state.columns_in_grid = says.columns.value_or(1);
  state.rows_in_grid = says.rows.value_or(1);
  state.off_screen |= says.off_screen.value_or(false) || cuts_off_text(element, says);
  state.script = says.script.value_or(around.script);
  state.letters = says.letters.value_or(around.letters);
  return state;
}

std::string HtmlStyles::generated(GumboNode const& element, CssPart part) const {
  CssRule const* strongest = nullptr;
  for (auto const& rule : generating_)
    if (rule.part == part && matches(rule, element) &&
        (strongest == nullptr || rule.specificity >= strongest->specificity))
      strongest = &rule;
  bool const is_shown = strongest != nullptr && !strongest->block.normal.removed.value_or(false) &&
                        !strongest->block.normal.off_screen.value_or(false);
  auto const value_of = [&](std::string_view name) { return style_value(element, css_lower_case(name).c_str()); };
  return is_shown ? css_content(*strongest->block.normal.content, value_of) : std::string();
}

CssDisplay HtmlStyles::display(GumboNode const& element) {
  bool const is_made = (makes_tables_ || has_grids_) && element.type == GUMBO_NODE_ELEMENT;
  return is_made ? state(element).display : CssDisplay::other;
}

HtmlState const& HtmlStyles::state(GumboNode const& element) {
  std::vector<GumboNode const*> unknown;
  HtmlState state;
  for (auto const* at = &element; at != nullptr; at = parent_of(*at)) {
    if (auto const known = states_.find(at); known != states_.end()) {
      if (at == &element)
        return known->second;
      state = known->second;
      break;
    }
    unknown.push_back(at);
  }
  for (auto at = unknown.rbegin(); at != unknown.rend(); ++at)
    state = states_.emplace(*at, make_state(**at, state)).first->second;
  return states_.at(&element);
}

} // namespace jixiao
