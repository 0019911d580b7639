#include "readers/html/calc.hpp"

#include "readers/html/tree.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace jixiao {
namespace {

/// "table0": what Calc names its tables.
bool is_table_name(std::string_view name) {
  if (!name.starts_with("table") || name.size() == 5)
    return false;
  return std::ranges::all_of(name.substr(5), [](char c) { return c >= '0' && c <= '9'; });
}

std::string_view value(GumboNode const& element, char const* name) {
  auto const* const found = html_attribute(element, name);
  return found == nullptr ? std::string_view() : found;
}

bool is_link(GumboNode const& element) {
  auto const target = value(element, "href");
  return element.v.element.tag == GUMBO_TAG_UNKNOWN && target.starts_with("#") && is_table_name(target.substr(1));
}

std::vector<GumboNode const*> elements_in(GumboNode const& element) {
  std::vector<GumboNode const*> found;
  for (auto const* child : html_children(element))
    if (child->type == GUMBO_NODE_ELEMENT)
      found.push_back(child);
  return found;
}

bool is_list_of_sheets(GumboNode const& element) {
  if (element.v.element.tag != GUMBO_TAG_CENTER)
    return false;
  auto const elements = elements_in(element);
  auto const belongs = [](GumboNode const* child) {
    return is_html(*child, GUMBO_TAG_H1) || is_html(*child, GUMBO_TAG_BR) || is_link(*child);
  };
  return elements.size() > 1 && is_link(*elements[1]) && std::ranges::all_of(elements, belongs);
}

bool is_sheet_heading(GumboNode const& element) {
  if (element.v.element.tag != GUMBO_TAG_UNKNOWN || !is_table_name(value(element, "name")))
    return false;
  auto const elements = elements_in(element);
  if (elements.size() != 1 || !is_html(*elements.front(), GUMBO_TAG_H1))
    return false;
  return elements_in(*elements.front()).size() == 1; // the sheet's name, which is emphasised
}

} // namespace

bool is_added_by_calc(GumboNode const& element) { return is_list_of_sheets(element) || is_sheet_heading(element); }

} // namespace jixiao
