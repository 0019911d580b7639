#pragma once

#include "readers/doc/file.hpp"
#include "readers/doc/properties.hpp"
#include "readers/symbols.hpp"

#include <map>
#include <string_view>
#include <vector>

namespace jixiao::doc {

/// The styles of a document (STSH).
class Styles {
public:
  explicit Styles(File const& file);

  /// What a paragraph's style says, with all that it is based on.
  ParagraphProperties const& paragraph(std::uint16_t index);
  CharacterProperties const& characters_of_paragraph(std::uint16_t index);
  /// `base` with what a style of characters changes.
  CharacterProperties characters(std::uint16_t index, CharacterProperties const& base) const;

private:
  struct Style {
    std::uint16_t base = none;
    std::string_view paragraph{}, characters{};
  };
  static constexpr std::uint16_t none = 0xFFF;

  static Style read(std::string_view bytes, std::size_t head);
  std::vector<Style const*> chain(std::uint16_t index) const;

  std::string_view data_;
  std::vector<Style> styles_;
  std::map<std::uint16_t, ParagraphProperties> paragraphs_;
  std::map<std::uint16_t, CharacterProperties> characters_;
};

/// Which fonts of the font table number signs of their own.
std::vector<SymbolFont> read_fonts(File const& file);

} // namespace jixiao::doc
