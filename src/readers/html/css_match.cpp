#include "readers/html/css_match.hpp"

#include "readers/html/tree.hpp"

#include <algorithm>

namespace jixiao {

constexpr std::size_t most_classes = 32;

std::string_view style_value(GumboNode const& element, char const* name) {
  auto const* const value = html_attribute(element, name);
  return value == nullptr ? std::string_view() : value;
}

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
  auto const letter = selected == "a"                                            ? 'y'
                      : selected == "u"                                          ? 'w'
                      : selected == "s" || selected == "rt" || selected == "rtc" ? 'z'
                                                                                 : 'x';
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

GumboNode const* parent_of(GumboNode const& element) {
  auto const* const parent = element.parent;
  return parent != nullptr && parent->type == GUMBO_NODE_ELEMENT ? parent : nullptr;
}

namespace {

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

bool matches(CssCompound const& compound, GumboNode const& element);

/// True when an element has one in it that fits.
bool holds(GumboNode const& element, CssCompound const& wanted) {
  constexpr std::size_t most_looked_at = 200;
  auto const children = html_children(element);
  std::vector<GumboNode const*> waiting(children.begin(), children.end());
  for (std::size_t looked_at = 0; !waiting.empty() && looked_at < most_looked_at; ++looked_at) {
    auto const* const node = waiting.back();
    waiting.pop_back();
    if (node->type != GUMBO_NODE_ELEMENT)
      continue;
    if (matches(wanted, *node))
      return true;
    auto const inner = html_children(*node);
    waiting.insert(waiting.end(), inner.begin(), inner.end());
  }
  return false;
}

bool matches(CssCompound const& compound, GumboNode const& element) {
  if (!std::ranges::all_of(compound.inner, [&](CssCompound const& inner) { return holds(element, inner); }))
    return false;
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

/// The element that stands before another one in the same parent.
GumboNode const* element_before(GumboNode const& element) {
  auto const siblings = element.parent == nullptr ? std::span<GumboNode* const>() : html_children(*element.parent);
  for (auto at = std::min<std::size_t>(element.index_within_parent, siblings.size()); at > 0; --at)
    if (siblings[at - 1]->type == GUMBO_NODE_ELEMENT)
      return siblings[at - 1];
  return nullptr;
}

} // namespace

bool matches(CssRule const& rule, GumboNode const& element) {
  constexpr std::size_t most_siblings = 100; // that are looked at
  if (!matches(rule.compounds.front(), element))
    return false;
  auto const* at = &element;
  for (std::size_t i = 1; i < rule.compounds.size(); ++i) {
    auto const relation = rule.compounds[i - 1].relation;
    bool const is_sibling = relation == '+' || relation == '~', next_only = relation == '+' || relation == '>';
    std::size_t looked_at = 0;
    do
      at = is_sibling && ++looked_at > most_siblings ? nullptr : is_sibling ? element_before(*at) : parent_of(*at);
    while (at != nullptr && !matches(rule.compounds[i], *at) && !next_only);
    if (at == nullptr || (next_only && !matches(rule.compounds[i], *at)))
      return false;
  }
  return true;
}

} // namespace jixiao
