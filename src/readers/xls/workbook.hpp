#pragma once

#include "readers/flow/text_builder.hpp"
#include "readers/number_format/number_format.hpp"
#include "readers/xls/strings.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::xls {

struct SheetStream {
  std::string name;
  std::size_t offset = 0; ///< of its records in the stream
  bool hidden = false;
};

/// How cells of one kind (XF) look.
struct CellLook {
  std::uint16_t font = 0;
  std::uint32_t format = 0; ///< index into Workbook::formats
  Colour background = white_colour;
};

/// What the sheets of a workbook share.
struct Workbook {
  std::vector<SheetStream> sheets; ///< in the order of their tabs, without charts and macros
  std::vector<RichString> strings;
  std::vector<flow::Look> fonts;
  std::vector<CellLook> looks;
  std::vector<NumberFormat> formats{NumberFormat{}};
  unsigned code_page = 0; ///< 0: nothing says it
  bool is_unicode = true; ///< BIFF8
  bool epoch_1904 = false;
  bool is_encrypted = false;
  bool is_known = false; ///< a version that is read: BIFF5 to BIFF8

  std::vector<Colour> palette; ///< of its own, from index 8 on

  flow::Look font(std::uint16_t index) const;
  /// Black, which is what text has by itself, is not told from a colour that is not known. One of the palette that
  /// every workbook has is the same as itself alone.
  Colour colour(std::uint16_t index) const;
  CellLook look(std::uint16_t index) const { return index < looks.size() ? looks[index] : CellLook{}; }
};

Workbook read_workbook(std::string_view stream, CodePages& pages);

} // namespace jixiao::xls
