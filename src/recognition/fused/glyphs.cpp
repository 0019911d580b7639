#include "recognition/fused/glyphs.hpp"

#include "recognition/pieces/looks.hpp"
#include "text/characters.hpp"
#include "text/clean.hpp"
#include "text/utf8.hpp"

namespace jixiao::recognition::fused {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t longest_bracket = 24;  ///< characters
constexpr std::size_t longest_bare_unit = 4; ///< characters

/// 36万元|资金性质: the word before a place is the unit of a number.
bool is_behind_unit(Glyphs const& glyphs, std::size_t at) {
  auto begin = at;
  while (begin > 0 && at - begin < longest_bare_unit && is_ideographic(glyphs[begin - 1].value))
    --begin;
  return begin > 0 && begin < at && is_digit(glyphs[begin - 1].value) &&
         look_of(joined(glyphs, begin, at)) == Look::unit;
}

} // namespace

Glyphs glyphs_of(std::string_view line) {
  Glyphs out;
  bool gap = true;
  for (std::size_t at = 0; at < line.size();) {
    auto const c = character_at(line, at);
    auto const text = line.substr(at, c.length);
    if (is_space(c.value) || is_invisible(c.value)) {
      gap = true;
    } else {
      std::string folded;
      fold_label(text, folded);
      if (folded.empty()) // a colon is dropped at the end of a label, and here it is alone
        folded = c.value == U'：' || c.value == ':' ? ":" : std::string(text);
      out.push_back({at, at + c.length, character_at(folded, 0).value, folded, gap});
      gap = false;
    }
    at += c.length;
  }
  return out;
}

std::string joined(Glyphs const& glyphs, std::size_t begin, std::size_t end) {
  std::string out;
  for (; begin < end; ++begin)
    out += glyphs[begin].text;
  return out;
}

char32_t value_at(Glyphs const& glyphs, std::size_t at) { return at < glyphs.size() ? glyphs[at].value : 0; }

std::size_t behind_bracket(Glyphs const& glyphs, std::size_t at) {
  if (value_at(glyphs, at) != '(')
    return at;
  int depth = 0;
  for (auto end = at; end < glyphs.size() && end < at + longest_bracket; ++end) {
    depth += glyphs[end].value == '(' ? 1 : glyphs[end].value == ')' ? -1 : 0;
    if (depth == 0)
      return end + 1;
  }
  return at;
}

bool behind_value(Glyphs const& glyphs, std::size_t at) {
  if (at == 0 || glyphs[at].gap)
    return true;
  auto const c = glyphs[at - 1].value;
  return (!is_ideographic(c) && c != ')') || is_behind_unit(glyphs, at);
}

bool begins_value(char32_t c) { return is_digit(c) || U"≥≤=＝><＞＜-¥￥"sv.find(c) != std::u32string_view::npos; }

} // namespace jixiao::recognition::fused
