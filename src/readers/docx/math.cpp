#include "readers/docx/math.hpp"

#include "readers/docx/elements.hpp"
#include "readers/docx/script.hpp"
#include "readers/xml.hpp"

#include <algorithm>
#include <vector>

namespace jixiao::docx {
namespace {

constexpr std::size_t longest_operand = 256; // longer ones are not looked at for what needs brackets

/// A structure that was entered, and what to do when it is left.
struct Open {
  pugi::xml_node node;
  Element element;
  std::size_t begin; ///< where its text begins
};

/// A character that a structure's properties name, as m:begChr in m:dPr; `otherwise` when they name none.
std::string_view sign(pugi::xml_node structure, std::string_view name, std::string_view otherwise) {
  auto const found = jixiao::child(structure.first_child(), name); // properties come first
  return found ? jixiao::attribute(found, "val") : otherwise;
}

bool is_compound(std::string_view operand) {
  constexpr std::string_view signs[] = {"+", "-", "/", "*", "=", " ", "−", "×", "÷", "±"};
  return operand.size() <= longest_operand &&
         std::ranges::any_of(signs, [&](auto s) { return operand.find(s) != std::string_view::npos; });
}

void bracket(std::string& out, std::size_t begin) {
  out.insert(begin, 1, '(');
  out.push_back(')');
}

/// A raised or lowered operand: digits are raised, "^" or "_" stands before anything else.
void set_script(std::string& out, std::size_t begin, Script script) {
  auto const operand = out.substr(begin);
  out.resize(begin);
  if (operand.find_first_not_of("0123456789") == std::string::npos)
    return append_script(out, operand, script);
  out.push_back(script == Script::raised ? '^' : '_');
  out += is_compound(operand) ? '(' + operand + ')' : operand;
}

/// What stands before an element's content.
void enter(pugi::xml_node node, Element element, std::string& out) {
  bool const behind_another = element_of(node.previous_sibling()) == element;
  if (element == Element::delimiters)
    out += sign(node, "begChr", "(");
  else if (element == Element::n_ary)
    out += sign(node, "chr", "∫");
  else if (element == Element::radical)
    out += "√";
  else if (element == Element::den)
    out += '/';
  else if (element == Element::e && behind_another)
    out +=
        element_of(node.parent()) == Element::delimiters ? sign(node.parent(), "sepChr", "|") : std::string_view(" ");
  else if (element == Element::matrix_row && behind_another)
    out += "; ";
}

/// What stands behind an element's content, or changes it.
void leave(Open const& open, std::string& out) {
  auto const begin = std::min(open.begin, out.size());
  auto const operand = std::string_view(out).substr(begin);
  switch (open.element) {
  case Element::num:
  case Element::den:
    if (is_compound(operand.substr(operand.starts_with('/') ? 1 : 0)))
      bracket(out, begin + (operand.starts_with('/') ? 1 : 0));
    break;
  case Element::sup:
    return operand.empty() ? void() : set_script(out, begin, Script::raised);
  case Element::sub:
    return operand.empty() ? void() : set_script(out, begin, Script::lowered);
  case Element::delimiters:
    out += sign(open.node, "endChr", ")");
    break;
  case Element::radical:
    if (is_compound(operand))
      bracket(out, begin + std::string_view("√").size());
    break;
  default:
    break;
  }
}

/// A phantom takes up the room of what it holds, and may not show it.
bool is_shown(pugi::xml_node phantom) {
  auto const show = jixiao::child(jixiao::child(phantom, "phantPr"), "show");
  return !exists(show) || is_on(show);
}

bool is_read(pugi::xml_node node, Element element) {
  switch (element) {
  case Element::phantom:
    return is_shown(node);
  case Element::skipped:
  case Element::r_pr:
  case Element::del:
  case Element::move_from:
  case Element::deg: // the degree of a root is printed small before it
    return false;
  case Element::alternative:
    return is_first_alternative(node);
  default:
    return !std::string_view(node.name()).ends_with("Pr");
  }
}

} // namespace

void append_math(pugi::xml_node math, std::string& out) {
  std::vector<Open> opened;
  for (Walk walk(math); walk.more();) {
    auto const node = walk.node();
    while (!opened.empty() && opened.back().node != node.parent()) {
      leave(opened.back(), out);
      opened.pop_back();
    }
    auto const element = element_of(node);
    if (!is_read(node, element)) {
      walk.skip();
      continue;
    }
    auto const begin = out.size();
    enter(node, element, out);
    if (element == Element::t)
      out += node.child_value();
    opened.push_back({node, element, begin});
    walk.descend();
  }
  for (; !opened.empty(); opened.pop_back())
    leave(opened.back(), out);
}

} // namespace jixiao::docx
