#pragma once

#include "readers/aligned/headers.hpp"

#include <map>

namespace jixiao::aligned {

/// A header with the lines below it that share its columns.
struct Band {
  HeaderBlock header;
  std::uint32_t end = 0;                                   ///< of its last line
  std::uint32_t total = 0;                                 ///< the line of its total row; `end` when it has none
  std::vector<std::size_t> leaves;                         ///< labels of columns, indexes into HeaderBlock::labels
  std::vector<double> borders;                             ///< left borders of the columns, and one behind the last
  std::map<std::uint32_t, std::vector<double>> borders_on; ///< the same on further pages, which may be laid out anew
  std::size_t first_leaf = 0;                              ///< 1 when a column of row labels stands before the header's
  std::vector<std::int16_t> levels;                        ///< columns of merged cells: level-1 and level-2 labels
  std::vector<std::int16_t> projects; ///< those of a grid of projects: units, names, amounts, goals
  std::vector<std::int16_t> parties;  ///< of those, such as are merged over several projects
  std::int16_t name = -1;             ///< the column of names
  std::int16_t project_name = -1, goal = -1;

  std::vector<double> const& borders_of(std::uint32_t page) const {
    auto const found = borders_on.find(page);
    return found == borders_on.end() ? borders : found->second;
  }
  std::size_t columns() const { return borders.size() - 1; }
};

class Starts;

/// Finds where the header's columns end and where they lie. `taken` marks runs that stand beside the rows;
/// `labels_of_rows` are the lines on which labels of several lines begin that are those of a row, or beside what is no
/// row of the band.
Band make_band(Sheet const& sheet, HeaderBlock header, std::uint32_t end, std::vector<bool> const& taken,
               std::span<std::uint32_t const> labels_of_rows);

/// The column that most of a text is in.
std::int16_t column_of(Band const& band, double x0, double x1);

/// Where the texts of the band begin.
Starts starts_of(Sheet const& sheet, Band const& band);

/// The word of a run before which a border of the band parts it; 0 when none does.
std::uint32_t word_at_border(Sheet const& sheet, Band const& band, Starts const& starts, Run const& run);

} // namespace jixiao::aligned
