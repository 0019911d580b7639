#include "readers/html/css_variables.hpp"

#include "readers/html/css_text.hpp"

#include <algorithm>

namespace jixiao {
namespace {

constexpr std::size_t longest_value = 200, most_values = 1000;
constexpr int most_hops = 8; // of variables that stand for variables
constexpr std::string_view call = "var(";

/// True when what follows is part of a declaration of `content`.
bool is_in_content(std::string_view before) {
  before.remove_prefix(before.size() - std::min(before.size(), longest_value));
  auto const declaration = before.substr(before.find_last_of("{;") + 1); // npos + 1: none stands before
  return css_lower_case(trim_css(declaration.substr(0, declaration.find(':')))) == "content";
}

} // namespace

void CssVariables::add(std::string_view sheet) {
  for (auto at = sheet.find("--"); at != std::string_view::npos && values_.size() < most_values;
       at = sheet.find("--", at + 2)) {
    auto const before = sheet.substr(0, at).find_last_not_of(css_white_space);
    bool const begins = before == std::string_view::npos || sheet[before] == '{' || sheet[before] == ';' ||
                        sheet[before] == '/'; // the end of a comment
    auto const colon = sheet.substr(at, longest_value).find(':');
    if (!begins || colon == std::string_view::npos)
      continue;
    auto const name = trim_css(sheet.substr(at, colon));
    auto const rest = sheet.substr(at + colon + 1, longest_value);
    auto const value = trim_css(rest.substr(0, rest.find_first_of(";}")));
    if (name.find_first_of(css_white_space) == std::string_view::npos)
      values_.try_emplace(std::string(name), value);
  }
}

std::string CssVariables::value_of(std::string_view reference) const {
  for (int hops = 0; hops < most_hops; ++hops) {
    auto const comma = reference.find(',');
    auto const found = values_.find(trim_css(reference.substr(0, comma)));
    auto const value = found != values_.end()            ? std::string_view(found->second)
                       : comma != std::string_view::npos ? trim_css(reference.substr(comma + 1))
                                                         : std::string_view();
    if (!value.starts_with(call) || !value.ends_with(')'))
      return std::string(value);
    reference = value.substr(call.size(), value.size() - call.size() - 1);
  }
  return {};
}

std::string CssVariables::put_in(std::string_view text) const {
  std::string out;
  for (auto at = text.find(call); at != std::string_view::npos; at = text.find(call)) {
    auto const rest = text.substr(at + call.size());
    std::size_t end = 0;
    for (int depth = 1; end < std::min(rest.size(), longest_value); ++end) {
      depth += rest[end] == '(' ? 1 : rest[end] == ')' ? -1 : 0;
      if (depth == 0)
        break;
    }
    out.append(text.substr(0, at));
    if (is_in_content(out))
      out.append(call).append(rest.substr(0, end + 1));
    else
      out.append(value_of(rest.substr(0, end)));
    text = rest.substr(std::min(end + 1, rest.size()));
  }
  return out.append(text);
}

} // namespace jixiao
