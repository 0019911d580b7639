#include "readers/html/asides.hpp"

#include "readers/html/tree.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace jixiao {
namespace {

std::string_view aside_attribute(GumboNode const& element, char const* name) {
  auto const* const value = html_attribute(element, name);
  return value == nullptr ? std::string_view() : trim(value);
}

} // namespace

bool is_icon_of_choice(GumboNode const& element) {
  constexpr std::array<std::string_view, 6> shapes = {"check", "square", "tick", "radio", "circle-o", "icon-ok"};
  auto const names = aside_attribute(element, "class");
  return html_children(element).empty() &&
         std::ranges::any_of(shapes, [&](auto shape) { return names.find(shape) != std::string_view::npos; });
}

std::string what_icon(GumboNode const& element) {
  std::string names(aside_attribute(element, "class"));
  std::ranges::replace(names, ' ', '.'); // as a selector names them
  return names.empty() ? "an icon" : "an icon (\"" + names + "\")";
}

std::string whole_text_of(GumboNode const& cell, std::string_view printed) {
  constexpr std::array<std::string_view, 3> dots = {"…", "...", "⋯"};
  auto shown = trim(printed);
  auto const found = std::ranges::find_if(dots, [&](auto mark) { return shown.ends_with(mark); });
  if (found == dots.end())
    return {};
  while (shown.ends_with(*found))
    shown = trim(shown.substr(0, shown.size() - found->size()));
  std::vector<GumboNode const*> waiting = {&cell};
  while (!waiting.empty()) {
    auto const* const node = waiting.back();
    waiting.pop_back();
    if (node->type != GUMBO_NODE_ELEMENT)
      continue;
    auto const title = aside_attribute(*node, "title");
    if (title.size() > printed.size() && title.starts_with(shown))
      return std::string(title);
    auto const children = html_children(*node);
    waiting.insert(waiting.end(), children.rbegin(), children.rend());
  }
  return {};
}

} // namespace jixiao
