#pragma once

#include "grammars/indicator_value.hpp"
#include "grammars/match.hpp"

#include <string>
#include <string_view>

/// Results of the grammars as the corpus files print them.
namespace jixiao::grammars::test {

inline std::string show(Value const& value) {
  static constexpr std::string_view kinds[] = {"quantity", "deadline", "qualitative"};
  static constexpr std::string_view signs[] = {"", " =", " >=", " <=", " >", " <"};
  std::string out(kinds[static_cast<std::size_t>(value.kind)]);
  out += signs[static_cast<std::size_t>(value.op)];
  auto const append = [&out](std::string_view before, std::string const& text, std::string_view after = "") {
    out.append(before).append(text).append(after);
  };
  if (value.number)
    append(" ", to_string(*value.number));
  if (value.upper)
    append(" to ", to_string(*value.upper));
  if (value.unit)
    append(" [", *value.unit, "]");
  if (value.subject)
    append(" of ", *value.subject);
  return out;
}

/// "no match", "malformed at 3", or what `print` makes of the value.
template <class T, class Print> std::string show(Match<T> const& match, Print print) {
  if (match.state == MatchState::no_match)
    return "no match";
  if (match.state == MatchState::malformed)
    return "malformed at " + std::to_string(match.length);
  return print(*match);
}

} // namespace jixiao::grammars::test
