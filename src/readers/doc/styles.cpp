#include "readers/doc/styles.hpp"

#include "readers/ole2/bytes.hpp"

#include <algorithm>

namespace jixiao::doc {
namespace {

using ole2::u16;
using ole2::u8;

constexpr std::size_t longest_chain = 32;
constexpr std::uint16_t of_paragraphs = 1, of_characters = 2;

std::string ascii_name(std::string_view utf16) {
  std::string name;
  for (std::size_t at = 0; at + 2 <= utf16.size() && u16(utf16, at) != 0; at += 2)
    name.push_back(u16(utf16, at) < 0x80 ? static_cast<char>(u16(utf16, at)) : '?');
  return name;
}

} // namespace

Styles::Styles(File const& file) : data_(file.data) {
  auto const bytes = file.part(Part::styles);
  std::size_t const head_size = u16(bytes, 0), count = u16(bytes, 2), style_head = u16(bytes, 4);
  auto at = 2 + head_size;
  for (std::size_t i = 0; i < count && at < bytes.size(); ++i) {
    std::size_t const size = u16(bytes, at);
    styles_.push_back(read(ole2::slice(bytes, at + 2, size), style_head));
    at += 2 + size + size % 2;
  }
}

/// Behind the head and the name stand the properties: of paragraphs, if the style is of them, and of characters.
Styles::Style Styles::read(std::string_view bytes, std::size_t head) {
  Style style;
  if (bytes.size() < head || bytes.size() < 10)
    return style;
  auto const kind = u16(bytes, 2) & 0xF;
  style.base = u16(bytes, 2) >> 4;
  auto at = head + 2 + 2 * std::size_t{u16(bytes, head)} + 2;
  auto const take = [&] {
    std::size_t const size = u16(bytes, at);
    auto const taken = ole2::slice(bytes, at + 2, size);
    at += 2 + size + size % 2;
    return taken;
  };
  if (kind == of_paragraphs)
    style.paragraph = ole2::slice(take(), 2);
  if (kind == of_paragraphs || kind == of_characters)
    style.characters = take();
  return style;
}

/// From the one that all is based on.
std::vector<Styles::Style const*> Styles::chain(std::uint16_t index) const {
  std::vector<Style const*> chain;
  for (; index < styles_.size() && chain.size() < longest_chain; index = styles_[index].base)
    chain.push_back(&styles_[index]);
  std::ranges::reverse(chain);
  return chain;
}

ParagraphProperties const& Styles::paragraph(std::uint16_t index) {
  auto const [found, is_new] = paragraphs_.try_emplace(index);
  if (is_new)
    for (auto const* style : chain(index))
      apply(style->paragraph, data_, found->second);
  return found->second;
}

CharacterProperties const& Styles::characters_of_paragraph(std::uint16_t index) {
  auto const [found, is_new] = characters_.try_emplace(index);
  if (is_new)
    for (auto const* style : chain(index)) {
      auto const base = found->second;
      apply(style->characters, base, found->second);
    }
  return found->second;
}

CharacterProperties Styles::characters(std::uint16_t index, CharacterProperties const& base) const {
  auto properties = base;
  for (auto const* style : chain(index)) {
    auto const before = properties;
    apply(style->characters, before, properties);
  }
  return properties;
}

std::vector<SymbolFont> read_fonts(File const& file) {
  auto const bytes = file.part(Part::fonts);
  std::vector<SymbolFont> fonts;
  std::size_t const count = u16(bytes, 0);
  constexpr std::size_t name_at = 40; // in a font's entry, behind the byte of its size
  for (std::size_t at = 4; at < bytes.size() && fonts.size() < count;) {
    std::size_t const size = u8(bytes, at);
    auto const entry = ole2::slice(bytes, at + 1, size);
    fonts.push_back(symbol_font(ascii_name(ole2::slice(entry, name_at - 1))));
    at += 1 + size;
  }
  return fonts;
}

} // namespace jixiao::doc
