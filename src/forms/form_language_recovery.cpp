#include "forms/form_language_recovery.hpp"

#include "forms/form_language_suggest.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace jixiao::form_language {
namespace {

using namespace std::string_view_literals;

constexpr std::array statement_keywords{"family"sv, "extends"sv, "base"sv,     "without"sv, "source"sv, "place"sv,
                                        "years"sv,  "title"sv,   "requires"sv, "forbids"sv, "ignore"sv, "line"sv,
                                        "prose"sv,  "pairs"sv,   "matrix"sv,   "below"sv,   "series"sv, "records"sv};

bool is_word_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

bool is_blank_character(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// The end of what stands before `at`, blanks left out.
char const* behind_last_word(char const* begin, char const* at) {
  while (at != begin && is_blank_character(at[-1]))
    --at;
  return at;
}

std::string_view word_at(char const* at, char const* end) { return {at, std::find_if_not(at, end, is_word_character)}; }

/// Walks over a text token by token, knowing just enough of the language to skip what is broken: braces, strings
/// (which end with their line) and comments.
struct TokenWalk {
  char const* at;
  char const* end;
  int depth = 0;
  bool line_start = false; ///< `at` is the first token of its line

  bool done() const { return at == end; }

  void skip_blanks() {
    while (at != end) {
      if (*at == '#')
        at = std::find(at, end, '\n');
      else if (is_blank_character(*at))
        line_start |= *at++ == '\n';
      else if (starts_with("\u3000"))
        at += 3;
      else
        return;
    }
  }

  void skip_token() {
    line_start = false;
    depth += starts_with("{") || starts_with("｛") ? 1 : starts_with("}") || starts_with("｝") ? -1 : 0;
    char const c = *at++;
    if (c == '"')
      skip_string();
    else if (is_word_character(c))
      at += word_at(at, end).size();
  }

private:
  bool starts_with(std::string_view sign) const { return std::string_view(at, end).starts_with(sign); }

  void skip_string() {
    for (; at != end && *at != '\n'; ++at) {
      if (*at == '\\' && at + 1 != end && at[1] != '\n')
        ++at;
      else if (*at == '"') {
        ++at;
        return;
      }
    }
  }
};

bool is_statement_keyword(std::string_view word) {
  return std::ranges::find(statement_keywords, word) != statement_keywords.end();
}

bool begins_statement(TokenWalk const& walk) {
  auto const word = word_at(walk.at, walk.end);
  // Inside a block a line may begin with a word of the block (column, side), so only the form's own words count.
  return walk.line_start && !word.empty() && (walk.depth <= 0 || is_statement_keyword(word) || word == "form");
}

// Signs that a Chinese keyboard gives where the language wants ASCII ones.
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> lookalikes{
    {{"“", "\""}, {"”", "\""}, {"＂", "\""}, {"｛", "{"}, {"｝", "}"}, {"｜", "|"}, {"→", "->"}, {"－", "-"}}};

std::string lookalike_hint(std::string_view rest) {
  for (auto const& [sign, ascii] : lookalikes)
    if (rest.starts_with(sign))
      return "; write " + std::string(ascii) + " instead of " + std::string(sign);
  return {};
}

} // namespace

char const* next_statement(char const* statement, char const* where, char const* end) {
  TokenWalk walk{statement, end};
  walk.skip_blanks();
  while (!walk.done()) {
    bool const closes = *walk.at == '}';
    if (closes && walk.depth <= 0)
      return walk.at;
    walk.skip_token();
    if (closes && walk.depth == 0 && walk.at > where)
      return walk.at;
    walk.skip_blanks();
    if (!walk.done() && walk.at >= where && begins_statement(walk))
      return walk.at;
  }
  return end;
}

char const* next_form(char const* where, char const* end) {
  TokenWalk walk{where, end};
  walk.line_start = true; // an error at the word `form` itself is about the form before it
  for (walk.skip_blanks(); !walk.done(); walk.skip_blanks()) {
    if (walk.line_start && word_at(walk.at, end) == "form")
      break;
    walk.skip_token();
  }
  return walk.at;
}

Mismatch describe_mismatch(std::string_view expected, char const* where, std::string_view text) {
  auto const end = text.data() + text.size();
  auto const found = std::find_if_not(where, end, is_blank_character);
  auto const word = word_at(found, end);
  if (expected.starts_with("a statement") && !word.empty() && word != "form")
    return {found, "unknown statement \"" + std::string(word) + "\"" + did_you_mean(word, statement_keywords)};
  auto what = "expected " + std::string(expected);
  what += found == end ? " before the end of the text" : lookalike_hint({found, end});
  bool const begins_line = expected.ends_with("\"}\"") || expected == "a form";
  auto const behind = behind_last_word(text.data(), found);
  bool const same_line = std::find(behind, found, '\n') == found;
  return {found != end && (begins_line || same_line) ? found : behind, what};
}

} // namespace jixiao::form_language
