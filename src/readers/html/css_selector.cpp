#include "readers/html/css_selector.hpp"

#include "readers/html/css_text.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace jixiao {
namespace {

constexpr std::size_t most_compounds = 16;
constexpr std::uint32_t most_children = 100; ///< that are counted
constexpr std::size_t most_selectors = 1000; ///< of a list, those that stand for one of it counted

/// Where the part of a list ends that begins at `at`: commas in brackets are part of it.
std::size_t part_end(std::string_view list, std::size_t at) {
  int depth = 0;
  for (; at < list.size() && (list[at] != ',' || depth > 0); ++at)
    depth += list[at] == '(' ? 1 : list[at] == ')' ? -1 : 0;
  return at;
}

/// Where an element of a selector ends: what stands in brackets is part of it.
std::size_t compound_end(std::string_view text) {
  int depth = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    depth += text[at] == '(' || text[at] == '[' ? 1 : text[at] == ')' || text[at] == ']' ? -1 : 0;
    if (depth <= 0 && std::string_view(" \t\r\n\f>+~").find(text[at]) != npos)
      return at;
  }
  return text.size();
}

/// `:is(a, b)` somewhere in a selector.
struct ChoiceOfParts {
  std::size_t begin = 0, end = 0;
  std::string_view parts;
};

std::optional<ChoiceOfParts> choice_in(std::string_view selector) {
  for (std::string_view const name : {":is(", ":where("}) {
    auto const begin = selector.find(name);
    if (begin == std::string_view::npos)
      continue;
    auto const inner = begin + name.size();
    int depth = 1;
    auto at = inner;
    for (; at < selector.size() && depth > 0; ++at)
      depth += selector[at] == '(' ? 1 : selector[at] == ')' ? -1 : 0;
    if (depth == 0)
      return ChoiceOfParts{begin, at, selector.substr(inner, at - 1 - inner)};
  }
  return std::nullopt;
}

/// [name], [name="value"], [name^=value] at `at`, which moves behind it; false when it is none.
bool read_attribute(std::string_view text, std::size_t& at, CssCompound& compound) {
  auto const end = text.find(']', at);
  if (end == std::string_view::npos)
    return false;
  auto const inner = trim_css(text.substr(at + 1, end - at - 1));
  auto const sign = inner.find('=');
  CssAttribute asked;
  auto name = inner.substr(0, sign);
  if (sign != std::string_view::npos) {
    auto value = trim_css(inner.substr(sign + 1));
    if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front())
      value = value.substr(1, value.size() - 2);
    asked.value = value;
    asked.match = '=';
    if (!name.empty() && std::string_view("~|^$*").find(name.back()) != std::string_view::npos) {
      asked.match = name.back();
      name.remove_suffix(1);
    }
  }
  asked.name = css_lower_case(trim_css(name));
  at = end + 1;
  if (asked.name.empty())
    return false;
  compound.attributes.push_back(std::move(asked));
  return true;
}

/// :first-child, :last-child, :only-child, :nth-child(3) at `at`, which moves behind it; false for another.
bool read_place(std::string_view text, std::size_t& at, CssCompound& compound) {
  auto const end = std::min(text.find_first_of(".#*:[", at + 1), text.size());
  auto const name = css_lower_case(text.substr(at + 1, end - at - 1));
  at = end;
  compound.is_first |= name == "first-child" || name == "only-child";
  compound.is_last |= name == "last-child" || name == "only-child";
  constexpr std::string_view numbered = "nth-child(";
  if (name.starts_with(numbered) && name.ends_with(')')) {
    auto const digits = trim_css(std::string_view(name).substr(numbered.size(), name.size() - numbered.size() - 1));
    auto const parsed = std::from_chars(digits.data(), digits.data() + digits.size(), compound.child_number);
    return parsed.ec == std::errc() && parsed.ptr == digits.data() + digits.size() && compound.child_number > 0 &&
           compound.child_number <= most_children;
  }
  return name == "first-child" || name == "last-child" || name == "only-child";
}

std::optional<CssCompound> read_compound(std::string_view text);

/// :not(td.old), :has(b) at `at`, which moves behind it; false for another, and for one inside of it.
bool read_other(std::string_view text, std::size_t& at, CssCompound& compound) {
  constexpr std::string_view name = ":not(", holds = ":has("; // of one size
  bool const is_inner = text.substr(at).starts_with(holds);
  auto const end = text.find(')', at);
  auto const begin = at + name.size();
  if ((!is_inner && !text.substr(at).starts_with(name)) || end == npos ||
      text.substr(begin, end - begin).find('(') != npos)
    return false;
  auto other = read_compound(trim_css(text.substr(begin, end - begin)));
  if (!other)
    return false;
  (is_inner ? compound.inner : compound.others).push_back(*std::move(other));
  at = end + 1;
  return true;
}

/// td.old#x; nothing when the selector has what is not followed.
std::optional<CssCompound> read_compound(std::string_view text) {
  CssCompound compound;
  for (std::size_t at = 0; at < text.size();) {
    char const mark = text[at];
    if (mark == '*') {
      ++at;
      continue;
    }
    if (mark == '[' || mark == ':') {
      bool const is_read = mark == '[' ? read_attribute(text, at, compound)
                                       : read_other(text, at, compound) || read_place(text, at, compound);
      if (!is_read)
        return std::nullopt;
      continue;
    }
    bool const marked = mark == '.' || mark == '#';
    auto const begin = at + (marked ? 1 : 0);
    at = std::min(text.find_first_of(".#*:[", begin), text.size());
    auto name = std::string(text.substr(begin, at - begin));
    if (name.empty() || name.find('\\') != std::string::npos)
      return std::nullopt;
    if (mark == '.')
      compound.classes.push_back(std::move(name));
    else
      (mark == '#' ? compound.id : compound.tag) = mark == '#' ? std::move(name) : css_lower_case(name);
  }
  return compound;
}

/// Takes "::before", ":after" off the end of a selector.
CssPart take_part(std::string_view& selector) {
  for (auto const& [name, part] :
       {std::pair(std::string_view("before"), CssPart::before), std::pair(std::string_view("after"), CssPart::after)}) {
    auto const colon = selector.rfind(':');
    if (colon == npos || css_lower_case(selector.substr(colon + 1)) != name)
      continue;
    selector.remove_suffix(selector.size() - colon);
    if (selector.ends_with(':'))
      selector.remove_suffix(1);
    return part;
  }
  return CssPart::itself;
}

std::uint32_t weight_of(CssCompound const& compound) {
  auto const places =
      (compound.is_first ? 1U : 0U) + (compound.is_last ? 1U : 0U) + (compound.child_number > 0 ? 1U : 0U);
  std::size_t others = 0;
  for (auto const* list : {&compound.others, &compound.inner})
    for (auto const& other : *list)
      others += other.classes.size() + other.attributes.size();
  return static_cast<std::uint32_t>(compound.classes.size() + compound.attributes.size() + others) + places;
}

} // namespace

std::vector<std::string> split_css_selectors(std::string_view list) {
  std::vector<std::string> out, waiting = {std::string(list)};
  while (!waiting.empty() && out.size() + waiting.size() < most_selectors) {
    auto const text = std::move(waiting.back());
    waiting.pop_back();
    auto const end = part_end(text, 0);
    if (end < text.size())
      waiting.push_back(text.substr(end + 1));
    auto const selector = text.substr(0, end);
    auto const choice = choice_in(selector);
    if (!choice) {
      out.push_back(selector);
      continue;
    }
    for (std::size_t at = 0; at < choice->parts.size() && waiting.size() < most_selectors;) {
      auto const part = part_end(choice->parts, at);
      auto put = selector.substr(0, choice->begin);
      put.append(trim_css(choice->parts.substr(at, part - at))).append(selector.substr(choice->end));
      waiting.push_back(std::move(put));
      at = part + 1;
    }
  }
  return out;
}

std::optional<CssRule> read_css_selector(std::string_view text) {
  CssRule rule;
  text = trim_css(text);
  rule.part = take_part(text);
  if (rule.part != CssPart::itself && (text.empty() || css_white_space.find(text.back()) != std::string_view::npos))
    rule.compounds.emplace_back(); // of any element
  char relation = ' ';
  for (; !text.empty(); text = trim_css(text)) {
    if (std::string_view(">+~").find(text.front()) != npos) {
      relation = text.front();
      text.remove_prefix(1);
      continue;
    }
    if (rule.compounds.size() == most_compounds)
      return std::nullopt;
    auto const end = compound_end(text);
    auto compound = read_compound(text.substr(0, end));
    if (!compound)
      return std::nullopt;
    compound->relation = std::exchange(relation, ' ');
    rule.specificity +=
        (compound->id.empty() ? 0U : 10'000U) + 100U * weight_of(*compound) + (compound->tag.empty() ? 0U : 1U);
    rule.compounds.push_back(*std::move(compound));
    text.remove_prefix(end);
  }
  std::ranges::reverse(rule.compounds);
  return rule.compounds.empty() ? std::nullopt : std::optional(std::move(rule));
}

} // namespace jixiao
