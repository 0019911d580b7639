#pragma once

#include "readers/number_format/number_format.hpp"
#include "readers/package.hpp"
#include "readers/xlsx/fonts.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace jixiao {

/// What a conditional format (`dxf`) changes of what is seen.
struct ConditionalLook {
  bool strikes = false, hides = false;
  std::optional<Colour> colour, background;
};

ConditionalLook conditional_look_of(pugi::xml_node format, Palette const& palette);

/// The formats of cells (ECMA-376 part 1, 18.8), as far as they change what is shown, by the index of their style
/// (`c/@s`).
class CellStyles {
public:
  /// A workbook without the part, or an index beyond it, shows everything as General.
  static CellStyles read(Package& package, std::string_view part, Limits const& limits, DiagnosticSink& sink);

  NumberFormat const& format(std::size_t style) const;
  SheetFont const& font(std::size_t style) const;

  /// The colour behind a cell's text.
  Colour background(std::size_t style) const;

  /// A truth value is shown as a box that is ticked or not.
  bool shows_check_box(std::size_t style) const;

  Palette const& palette() const { return palette_; }

  /// Of a conditional format, by its index.
  ConditionalLook conditional_look(std::size_t index) const {
    return index < conditional_.size() ? conditional_[index] : ConditionalLook{};
  }

private:
  struct Style {
    std::uint32_t format = 0; ///< index of formats_
    std::uint32_t font = 0;   ///< index of fonts_
    Colour background = white_colour;
    bool shows_check_box = false;
  };

  Style style(std::size_t index) const { return index < styles_.size() ? styles_[index] : Style{}; }

  std::vector<NumberFormat> formats_{NumberFormat{}};
  std::vector<SheetFont> fonts_;
  std::vector<Style> styles_;
  std::vector<ConditionalLook> conditional_;
  Palette palette_;
};

} // namespace jixiao
