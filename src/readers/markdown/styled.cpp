#include "readers/markdown/styled.hpp"

#include "readers/symbols.hpp"
#include "readers/underlined_sign.hpp"
#include "text/clean.hpp"
#include "text/markup.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>

namespace jixiao {
namespace {

constexpr std::size_t longest_styled = 200; // bytes, tags included

std::string without_references(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    auto const entity = text[at] == '&' ? match_entity(text, at) : EntityMatch{};
    if (entity.length > 0)
      append_utf8(out, entity.value);
    else
      out += text[at];
    at += std::max<std::size_t>(entity.length, 1);
  }
  return out;
}

StyledText underlined(std::string_view rest) {
  constexpr std::string_view open = "<u>", close = "</u>";
  auto const end = rest.find(close);
  auto const sign =
      end == rest.npos ? std::string() : without_references(trim(rest.substr(open.size(), end - open.size())));
  if (!UnderlinedSign::is_comparator(sign))
    return {};
  return {sign + std::string(UnderlinedSign::low_line), end + close.size()};
}

/// The value of `face="…"` or `font-family:…` in a tag.
std::string_view font_named_in(std::string_view tag) {
  for (std::string_view const mark : {"face=", "font-family:"}) {
    auto const at = tag.find(mark);
    if (at == tag.npos)
      continue;
    auto name = tag.substr(at + mark.size());
    name.remove_prefix(std::min(name.find_first_not_of(" \"'"), name.size()));
    return trim(name.substr(0, name.find_first_of("\"',;>")));
  }
  return {};
}

StyledText in_font_of_signs(std::string_view rest, std::string_view name) {
  auto const tag_end = rest.find('>');
  auto const close = "</" + std::string(name) + ">";
  auto const end = tag_end == rest.npos ? rest.npos : rest.find(close, tag_end);
  auto const font = end == rest.npos ? SymbolFont::none : symbol_font(font_named_in(rest.substr(0, tag_end)));
  if (font == SymbolFont::none)
    return {};
  auto const codes = without_references(rest.substr(tag_end + 1, end - tag_end - 1));
  StyledText found{{}, end + close.size()};
  for (std::size_t at = 0; at < codes.size();) {
    auto const c = character_at(codes, at);
    auto const sign = c.value > 0x20 && c.value <= 0xFF ? symbol(font, c.value) : 0;
    append_utf8(found.shown, sign != 0 ? sign : c.value);
    at += c.length;
  }
  return found;
}

} // namespace

StyledText styled_text(std::string_view text, std::size_t at) {
  auto const rest = text.substr(at, longest_styled);
  if (rest.starts_with("<u>"))
    return underlined(rest);
  for (std::string_view const name : {"font", "span"})
    if (rest.substr(1).starts_with(name) && rest.substr(1 + name.size()).starts_with(' '))
      return in_font_of_signs(rest, name);
  return {};
}

} // namespace jixiao
