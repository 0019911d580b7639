#include "readers/shown/characters.hpp"

#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace jixiao {
namespace {

constexpr char32_t soft_hyphen = 0xAD; // shown where a line ends at it, and nowhere else
constexpr char32_t hyphen = 0x2010;
constexpr char32_t firm_hyphen = 0x2011; // no line ends at it

/// Control characters are seen to where values are cleaned.
bool is_disguise(char32_t c) {
  return c == soft_hyphen || c == hyphen || c == firm_hyphen ||
         (c >= 0x2000 && (is_invisible(c) || is_compatibility_ideograph(c)));
}

} // namespace

bool is_disguised(std::string_view text, std::size_t at) {
  auto const lead = static_cast<unsigned char>(text[at]);
  return (lead == 0xC2 || lead == 0xE2 || lead == 0xEF || lead == 0xF0) && is_disguise(character_at(text, at).value);
}

std::string plain_characters(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    auto const [c, length] = character_at(text, at);
    if (!is_disguise(c))
      out.append(text.substr(at, length));
    else if (is_compatibility_ideograph(c))
      append_utf8(out, fold_radical(c));
    else if (c == hyphen || c == firm_hyphen)
      out.push_back('-');
    at += length;
  }
  return out;
}

} // namespace jixiao
