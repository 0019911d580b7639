#pragma once

#include "readers/aligned/lines_to_rows.hpp"

#include <utility>

namespace jixiao::aligned {

/// Heights that the rows of a table must have, since their cells have so many lines, and where lines stand by them.
class Ruler {
public:
  Ruler(Sheet const& sheet, std::span<SheetRow const> rows, std::uint32_t first, std::uint32_t last, Stand stand);

  /// How far off its place a label is beside the rows [first, last), in lines.
  double misfit(Sheet const& sheet, RunList const& label, std::size_t first, std::size_t last) const;

  /// The rows on whose lines, or between which, a label stands: no other cell of its column is beside them. Empty where
  /// it stands between two rows.
  std::pair<std::size_t, std::size_t> rows_along(Sheet const& sheet, RunList const& label) const;

  /// The row in which a line is, or the next one below it.
  std::size_t row_near(std::uint32_t line) const;

private:
  struct Reach {
    double low, high;
  };
  double misfit_from(Sheet const& sheet, RunList const& label, double start) const;
  double misfit_on_lines(Sheet const& sheet, RunList const& label, std::size_t first, std::size_t last) const;
  double misfit_over_pages(Sheet const& sheet, RunList const& label, std::size_t first) const;

  Stand stand_;
  std::uint32_t first_;
  std::vector<double> tops_;             ///< of rows, and one for the end
  std::vector<std::uint32_t> row_lines_; ///< first line of each row
  std::vector<std::uint32_t> row_ends_;  ///< the line behind each
  std::vector<std::size_t> page_end_;    ///< of each row: the first row that begins on a later page
  std::vector<Reach> lines_;             ///< where a line may stand
  std::vector<std::size_t> row_of_line_;
  std::vector<Reach> row_reach_; ///< of the lines of each row, as they are printed
};

} // namespace jixiao::aligned
