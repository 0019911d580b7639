#pragma once

#include "grid/reading_builder.hpp"
#include "readers/xls/conditions.hpp"
#include "readers/xls/objects.hpp"
#include "readers/xls/workbook.hpp"
#include "readers/xlsx/sheet.hpp"

#include <string_view>
#include <vector>

namespace jixiao::xls {

/// Reads the cells of a sheet, as they are shown.
class SheetReader {
public:
  SheetReader(Workbook const& book, std::string_view stream, std::uint64_t cell_limit, CodePages& pages,
              ReadingBuilder& builder)
      : book_(book), stream_(stream), cell_limit_(cell_limit), builder_(builder),
        strings_(book.is_unicode, book.code_page, pages), text_(changes_), bytes_left_(2 * stream.size()) {}

  Sheet read(std::size_t offset);

  /// What lay over the sheet that was read last and stood around it, in its place.
  SheetSurroundings place_objects(Sheet& sheet) { return objects_.place(sheet, builder_); }

  /// True when a record of the sheet claims more bytes than there are, or the sheet has no end.
  bool was_cut() const { return cut_; }

private:
  struct Place {
    std::uint32_t row = 0, column = 0;
    std::uint16_t look = 0;
  };

  void read_record(Record const& record);
  void read_formula(Record const& record, Place const& place);
  void read_many(Record const& record);
  void read_merges(Record const& record);
  void hide_row(std::uint32_t row);
  void number(Place const& place, double value);
  void text(Place const& place, RichString const& string);
  void keep(Place const& place, std::string_view text);
  void hide_zeros();
  void apply_conditions();
  void put_in_order();

  Workbook const& book_;
  std::string_view stream_;
  std::uint64_t cell_limit_;
  ReadingBuilder& builder_;
  StringReader strings_;
  flow::Changes changes_;
  flow::TextBuilder text_;
  Sheet sheet_;
  std::optional<Place> awaits_string_; ///< a formula whose text follows
  std::uint64_t bytes_left_;           ///< of records: sheets that lie in one another would be read again and again
  struct CellState {
    Colour background = white_colour;
    bool is_text = false;
  };
  std::vector<CellState> states_;  ///< of the cells
  std::vector<std::size_t> zeros_; ///< of the cells, those with the number 0
  bool is_text_ = false;           ///< what is put together is no number
  std::vector<SheetRange> condition_ranges_;
  ConditionalFormats conditional_;
  SheetObjects objects_;
  bool cut_ = false;
};

} // namespace jixiao::xls
