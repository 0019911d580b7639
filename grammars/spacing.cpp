#include "grammars/spacing.hpp"

namespace jixiao::grammars {
namespace {

bool is_word(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

} // namespace

std::string_view trim(std::string_view text) {
  char const* first = text.data();
  char const* last = first + text.size();
  while (auto const space = space_length(first, last))
    first += space;
  for (char const* at = last; at != first;) {
    for (--at; at != first && (static_cast<unsigned char>(*at) & 0xC0) == 0x80;)
      --at;
    auto const space = space_length(at, last);
    if (space == 0 || at + space != last)
      break;
    last = at;
  }
  return {first, static_cast<std::size_t>(last - first)};
}

std::string close_up(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  bool spaced = false;
  char const* const last = text.data() + text.size();
  for (char const* at = text.data(); at != last;) {
    if (auto const space = space_length(at, last)) {
      spaced = true;
      at += space;
      continue;
    }
    if (spaced && !result.empty() && is_word(result.back()) && is_word(*at))
      result += ' ';
    spaced = false;
    result += *at++;
  }
  return result;
}

} // namespace jixiao::grammars
