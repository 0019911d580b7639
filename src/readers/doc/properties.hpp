#pragma once

#include "readers/colour.hpp"
#include "readers/flow/text_builder.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace jixiao::doc {

/// What changes of characters mean something here.
struct CharacterProperties {
  bool hidden = false, tiny = false, narrow = false, struck = false, double_struck = false, inserted = false,
       deleted = false;
  bool capitals = false, small_capitals = false, underlined = false;
  bool is_special = false; ///< the character is a mark with a meaning of its own
  bool is_form_data = false;
  docx::Script script = docx::Script::none;
  std::uint16_t style = 10;          ///< of characters; 10 is the default one
  std::uint16_t font = 0;            ///< index of the font table
  std::optional<std::uint32_t> data; ///< where the data stream has more of it
  std::optional<char16_t> symbol;    ///< what is shown in the place of the character
  std::uint16_t symbol_font = 0;
  Colour colour = black_colour;
  std::optional<Colour> background;
};

struct CellShape {
  std::int32_t right = 0;
  std::uint8_t horizontal = 0; ///< merged with its neighbours: the first of a range, and the others, differ in this
  bool goes_on_above = false;
};

/// A row of a table as its end mark describes it.
struct RowShape {
  std::int32_t left = 0;
  std::vector<CellShape> cells;
  bool is_shaded = false; ///< one of its cells has a colour
};

struct ParagraphProperties {
  std::uint16_t style = 0;
  bool in_table = false, ends_row = false, ends_inner_cell = false, ends_inner_row = false;
  std::uint32_t table_level = 0;
  std::uint8_t list_level = 0;
  std::int16_t list = 0; ///< 1-based; 0: none
  RowShape row;
  std::optional<Colour> background;

  /// How many tables it stands in.
  std::size_t level() const;
};

/// Applies a list of modifiers. `style` has what a toggle refers to.
void apply(std::string_view modifiers, CharacterProperties const& style, CharacterProperties& out);

/// `data` is the data stream, where a long list of modifiers may stand.
void apply(std::string_view modifiers, std::string_view data, ParagraphProperties& out);

} // namespace jixiao::doc
