#include "readers/html/formula.hpp"

#include "readers/html/tree.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace jixiao {
namespace {

/// How many elements stand before this one in what is around it.
std::size_t place_of_operand(GumboNode const& element) {
  auto const before = html_children(*element.parent).first(element.index_within_parent);
  return static_cast<std::size_t>(
      std::ranges::count_if(before, [](auto const* node) { return node->type == GUMBO_NODE_ELEMENT; }));
}

/// Of an operand the beginning; longer ones are not looked at for what they are.
std::string text_of_operand(GumboNode const& operand) {
  constexpr std::size_t most_nodes = 256;
  std::string text;
  std::vector<GumboNode const*> waiting = {&operand};
  for (std::size_t seen = 0; !waiting.empty() && seen < most_nodes; ++seen) {
    auto const* const node = waiting.back();
    waiting.pop_back();
    if (node->type == GUMBO_NODE_TEXT)
      text += node->v.text.text;
    auto const children = html_children(*node);
    waiting.insert(waiting.end(), children.rbegin(), children.rend());
  }
  return text;
}

bool is_compound_operand(std::string_view text) {
  constexpr std::string_view signs[] = {"+", "-", "/", "*", "=", "−", "×", "÷", "±"};
  return std::ranges::any_of(signs, [&](auto sign) { return text.find(sign) != std::string_view::npos; });
}

HtmlOperand part_of_fraction(GumboNode const& element, std::size_t place) {
  bool const has_brackets = is_compound_operand(text_of_operand(element));
  HtmlOperand operand;
  operand.before = place == 0 ? "" : "/";
  operand.before += has_brackets ? "(" : "";
  operand.behind = has_brackets ? ")" : "";
  return operand;
}

HtmlOperand raised_or_lowered(GumboNode const& element, bool is_raised) {
  HtmlOperand operand;
  operand.script = is_raised ? HtmlFlow::Script::raised : HtmlFlow::Script::lowered;
  bool const is_number = text_of_operand(element).find_first_not_of("0123456789") == std::string::npos;
  if (!is_number)
    operand.before = is_raised ? "^" : "_";
  return operand;
}

} // namespace

HtmlOperand html_operand(GumboNode const& element) {
  if (element.v.element.tag != GUMBO_TAG_UNKNOWN && element.v.element.tag_namespace == GUMBO_NAMESPACE_HTML &&
      !html_name(element).starts_with('m'))
    return {};
  auto const* const around = element.parent;
  if (html_name(element) == "msqrt")
    return {"√", {}};
  if (around == nullptr || around->type != GUMBO_NODE_ELEMENT)
    return {};
  auto const name = html_name(*around);
  if (!name.starts_with('m'))
    return {};
  auto const place = place_of_operand(element);
  if (name == "mfrac" && place < 2)
    return part_of_fraction(element, place);
  if ((name == "msup" || name == "msub") && place == 1)
    return raised_or_lowered(element, name == "msup");
  if (name == "msubsup" && (place == 1 || place == 2))
    return raised_or_lowered(element, place == 2);
  return {};
}

} // namespace jixiao
