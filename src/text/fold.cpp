#include "text/clean.hpp"

#include "text/characters.hpp"
#include "text/markup.hpp"
#include "text/scan.hpp"

namespace jixiao {
namespace {

constexpr Steps folding_steps = make_steps("<&[]");
constexpr char32_t dropped = 0;

/// Brackets of all shapes become round ones, since forms print a label's unit in any of them.
char32_t fold_bracket(char32_t c) {
  constexpr std::u32string_view opening = U"[〔【〖﹙﹝︵︹︻", closing = U"]〕】〗﹚﹞︶︺︼";
  if (opening.find(c) != opening.npos)
    return '(';
  return closing.find(c) != closing.npos ? U')' : c;
}

char32_t fold_character(char32_t c) {
  if (is_space(c) || is_invisible(c))
    return dropped;
  if (c >= 0xFF01 && c <= 0xFF5E)
    c -= 0xFF01 - '!';
  if (c == U'﹕' || c == U'︰' || c == U'∶')
    return ':';
  return fold_bracket(fold_radical(c));
}

bool stops_folding(char32_t c) { return c == '<' || c == '&' || fold_character(c) != c; }

/// Folds the character or markup at `at`; returns how many bytes it took.
std::size_t fold_one(std::string_view text, std::size_t at, std::string& out) {
  auto const [value, length] = character_at(text, at);
  if (value == '<')
    if (auto const tag = match_tag(text, at); tag.tag != Tag::none)
      return tag.length;
  if (value == '&')
    if (auto const entity = match_entity(text, at); entity.length != 0 && fold_character(entity.value) == dropped)
      return entity.length;
  if (auto const folded = fold_character(value); folded != dropped)
    append_utf8(out, folded);
  return length;
}

} // namespace

std::string_view fold_label(std::string_view text, std::string& out) {
  std::size_t const start = out.size();
  out.reserve(start + text.size());
  for (std::size_t at = 0; at < text.size();) {
    auto const end = run_end(text, at, folding_steps, stops_folding);
    out.append(text.substr(at, end - at));
    at = end < text.size() ? end + fold_one(text, end, out) : end;
  }
  while (out.size() > start && out.back() == ':')
    out.pop_back();
  return std::string_view(out).substr(start);
}

} // namespace jixiao
