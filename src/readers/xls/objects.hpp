#pragma once

#include "readers/xls/strings.hpp"
#include "readers/xlsx/drawings.hpp"
#include "readers/xlsx/place_drawings.hpp"

#include <cstdint>
#include <string>
#include <vector>

/// What lies over a sheet of a BIFF8 workbook or stands around it: text boxes, pictures, controls, comments, page
/// headers.
namespace jixiao::xls {

class SheetObjects {
public:
  /// Takes a record of the sheet, when it says something of these.
  void take(Record const& record, StringReader const& strings);

  /// Gives what was taken its place; nothing is left.
  SheetSurroundings place(Sheet& sheet, ReadingBuilder& builder);

private:
  struct Object {
    std::uint16_t kind = 0, id = 0;
    bool is_checked = false;
    SheetDrawing drawing;
  };
  struct Note {
    std::uint16_t row = 0, column = 0, id = 0;
  };

  void read_anchor(Record const& record);
  void read_object(Record const& record);
  void read_text(Record const& record);
  void place_object(Object&& object, DrawingPlacer& placer) const;

  SheetDrawing anchor_; ///< of the drawing that stood before the next object
  std::vector<Object> objects_;
  std::vector<Note> notes_;
  std::vector<std::string> above_, below_;
};

} // namespace jixiao::xls
