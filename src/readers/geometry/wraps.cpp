#include "readers/geometry/wraps.hpp"

#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace jixiao {
namespace {

bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

bool opens(char32_t c) { return is_one_of(c, U"(（[［【《〈「『“‘{｛〔"); }

/// Never the first of a line.
bool closes(char32_t c) { return is_one_of(c, U")）]］】》〉」』”’\"'}｝〕,，.。、;；:：!！?？%％…"); }

bool is_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c < 0x250); }

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

/// Of a word that is not broken at the end of a line.
bool in_word(char32_t c) { return is_letter(c) || is_digit(c) || is_one_of(c, U".-_/+="); }

double width_of(char32_t c, double em) { return c >= 0x2E80 || is_chinese(c) ? em : 0.56 * em; }

} // namespace

double first_unit(std::string_view before, std::string_view text, double em) {
  auto const last = before.empty() ? U' ' : character_before(before, before.size()).value;
  bool const inside =
      in_word(last) && last != U'-' && last != U'/' && !text.empty() && in_word(character_at(text, 0).value);
  double width = 0;
  bool has_body = false, word = false;
  for (std::size_t at = 0; at < text.size();) {
    auto const c = character_at(text, at);
    bool const goes_on =
        closes(c.value) || (!has_body && opens(c.value)) || !has_body || (word && !inside && in_word(c.value));
    if (!goes_on)
      break;
    width += width_of(c.value, em);
    if (!opens(c.value) && !has_body)
      has_body = true, word = in_word(c.value);
    at += c.length;
  }
  return width;
}

bool is_numbered(std::string_view text) {
  auto const first = character_at(text.empty() ? std::string_view(" ") : text, 0).value;
  if (first >= 0x2460 && first <= 0x249B)
    return true;
  std::size_t at = 0, digits = 0;
  bool const bracket = opens(first) && first != U'“' && first != U'《';
  if (bracket)
    at += character_at(text, 0).length;
  for (; at < text.size(); ++digits) {
    auto const c = character_at(text, at);
    if (!is_digit(c.value) && !is_one_of(c.value, U"一二三四五六七八九十"))
      break;
    at += c.length;
  }
  if (digits == 0 || digits > 3 || at >= text.size())
    return false;
  auto const mark = character_at(text, at);
  if (bracket)
    return is_one_of(mark.value, U")）");
  auto const next = at + mark.length < text.size() ? character_at(text, at + mark.length).value : U' ';
  return is_one_of(mark.value, U"、．)）") || (is_one_of(mark.value, U".。") && !is_digit(next));
}

bool ends_sentence(std::string_view text) {
  return !text.empty() && is_one_of(character_before(text, text.size()).value, U"。；！？;");
}

void append_wrapped(std::string& text, std::string_view line, bool filled) {
  if (text.empty() || line.empty()) {
    text.append(line);
    return;
  }
  auto const before = character_before(text, text.size()).value, after = character_at(line, 0).value;
  if (is_numbered(line) && (!filled || ends_sentence(text)))
    text.push_back('\n');
  else if (!filled && ends_sentence(text))
    text.push_back('\n');
  else if (is_letter(before) && is_letter(after))
    text.push_back(' ');
  text.append(line);
}

Piece place_of(PageText const& text, std::uint32_t first, std::uint32_t last) {
  auto const &begin = text.words[first], &end = text.words[last - 1];
  return {begin.text, begin.line, begin.begin, end.begin >= begin.begin ? end.end : begin.end};
}

std::string text_of(PageText const& text, std::uint32_t first, std::uint32_t last) {
  std::string out;
  for (auto i = first; i < last; ++i) {
    bool const spaced = i > first && text.words[i].x0 - text.words[i - 1].x1 > 0.1 * text.metrics.em;
    out.append(spaced ? " " : "").append(text.words[i].text);
  }
  return out;
}

} // namespace jixiao
