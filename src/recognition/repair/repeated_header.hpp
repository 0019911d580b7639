#pragma once

#include "recognition/repair/labels_over.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace jixiao::recognition {

/// A page with many forms prints the header of their tables again and again, over the same columns. Where little is
/// left of one, or nothing in some of its cells, another tells what stood there.
class RepeatedHeader {
public:
  explicit RepeatedHeader(Page& page) : page_(page) {}

  /// Takes a header whose labels are known, with the columns of each.
  void keep(Texts const& header, LabelsOver const& over);

  /// Puts the labels of the header that was kept over a row that has enough of them in their places. Linear.
  void mend(std::uint32_t row);

private:
  struct Column {
    std::uint16_t x = 0, x_end = 0;
    std::string_view text;
    Label label;
  };

  struct Header {
    std::vector<Column> columns;
    std::size_t known = 0; ///< labels among them
  };

  Header& header_of(Texts const& texts);
  static bool says(Column const& column, Piece const& piece);
  void put(Column const& column, std::uint32_t row);

  Page& page_;
  Header indicators_, funds_;
};

} // namespace jixiao::recognition
