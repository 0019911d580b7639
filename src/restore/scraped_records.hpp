#pragma once

#include "model/taxonomy.hpp"
#include "restore/restored_reading.hpp"
#include "restore/scraped_row.hpp"

#include <jixiao/decimal.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace jixiao {

/// The columns of a scraped record table: which x belong to which column of the form grammar.
struct ScrapedColumn {
  FieldId field{};
  std::int32_t x = 0, last_x = 0;
  Token header; ///< its text is empty where the header could not be read
};

using ScrapedColumns = std::vector<ScrapedColumn>;

/// A printed row of a record table, cut into its columns. One record may be printed over several.
struct RecordLine {
  std::uint32_t row = 0, block = 0;
  std::vector<std::vector<Token>> cells; ///< by column; the pieces in it, left to right
  int height = 0;                        ///< printed lines of its highest cell; 0: nothing but noise
  bool begins_block = false;             ///< first after a page break

  bool has_values = false; ///< its numbers are there: one line of every record has them
  std::optional<Decimal> weight, score;
};

RecordLine read_record_line(ScrapedRow const& row, ScrapedColumns const& columns);

/// The lines of one record.
struct LineGroup {
  std::size_t first = 0, last = 0; ///< indices of its lines
  std::size_t values = 0;          ///< the line that its values are read from
};

/// What the totals of a form say of its records; what is not printed is left out.
struct PrintedTotals {
  std::optional<Decimal> weight, score;           ///< of the total row
  std::optional<Decimal> fund_weight, fund_score; ///< of the fund block, which count in the total
};

/// Tells which lines are one record: each has one line with numbers, in the middle of its wrapped texts; a line printed
/// twice, once garbled, is one where the totals say so. Quadratic in the lines between two records.
std::vector<LineGroup> group_lines(std::vector<RecordLine> const& lines, ScrapedColumns const& columns,
                                   PrintedTotals const& totals, Taxonomy const& taxonomy);

/// Index of the column of this field, or -1.
int column_index(ScrapedColumns const& columns, FieldId field);

/// True when a text holds nothing that could be of a name or a value: no ideograph, no number and no quantity.
bool is_noise(std::string_view text);

/// The text of a column of a line, its pieces joined.
std::string text_of(RecordLine const& line, int column);

} // namespace jixiao
