#pragma once

#include "grid/reading_builder.hpp"
#include "readers/odf/conditions.hpp"
#include "readers/odf/styles.hpp"
#include "readers/odf/text.hpp"
#include "readers/xlsx/drawing_part.hpp"
#include "readers/xlsx/sheet.hpp"

#include <pugixml.hpp>

#include <string_view>
#include <utility>
#include <vector>

namespace jixiao::odf {

/// Reads a table:table of a spreadsheet. Repeated rows and cells cost nothing unless there is a text in them.
class SheetReader {
public:
  SheetReader(Styles const& styles, std::uint64_t cell_limit, ReadingBuilder& builder)
      : cell_limit_(cell_limit), builder_(builder), styles_(styles), text_(styles, changes_), conditions_(styles) {}

  /// From here on the number 0 is not shown.
  void hide_zeros() { hides_zeros_ = true; }

  Sheet read(pugi::xml_node table);

  /// What lies over the sheet that was read last.
  std::vector<SheetDrawing> take_drawings() { return std::exchange(drawings_, {}); }

  /// True when there were more cells than the limit allows.
  bool was_cut() const { return was_cut_; }

private:
  /// A cell of a row that is read once, however often it is repeated.
  struct RowCell {
    std::uint32_t first = 0, last = 0; ///< columns
    std::string_view text;
    std::uint32_t columns = 1, rows = 1;
    std::string formula{}; ///< without a value
    std::vector<TextFinding> findings{};
  };

  bool is_hidden(pugi::xml_node node) const;
  void read_children(pugi::xml_node parent);
  void read_column(pugi::xml_node node);
  void read_row(pugi::xml_node node);
  RowCell read_cell(pugi::xml_node node, SheetCell place);
  std::string shown_value(pugi::xml_node cell, std::vector<TextFinding>& findings) const;
  bool hides_text(pugi::xml_node cell) const;
  bool hides_zero(pugi::xml_node cell) const;
  void read_shapes(pugi::xml_node shapes);
  void count();
  void put_row(std::vector<RowCell> const& cells, std::uint32_t row);

  std::uint64_t cell_limit_;
  ReadingBuilder& builder_;
  Styles const& styles_;
  flow::Changes changes_;
  TextReader text_;
  Conditions conditions_;
  bool hides_zeros_ = false;
  Sheet sheet_;
  std::vector<SheetDrawing> drawings_;
  std::uint64_t next_row_ = 0, next_column_ = 0;
  std::uint64_t cells_read_ = 0;
  std::uint64_t work_ = 0; ///< cells that were looked at, as often as they are repeated
  std::uint32_t elements_ = 0;
  bool was_cut_ = false;
};

} // namespace jixiao::odf
