#pragma once

#include "grid/reading.hpp"
#include "recognition/fused_lattice.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

/// Text in which nothing parts the cells, as pieces for the reading without rows.
namespace jixiao::recognition {

/// What a cell of the reading becomes.
struct FusedPiece {
  std::string_view text; ///< empty: a cell without a value that stood here
  Label label;
  bool undecided = false; ///< holds several values that cannot be told apart
  bool in_record = false; ///< such a piece stands among the cells of an indicator
  bool begins = false;    ///< the name of an indicator
  bool inferred = false;  ///< a label that is not printed, but what is printed says so
  bool joined = false;    ///< no part of a form
};

/// What is to be said of a piece.
struct FusedNote {
  std::size_t piece = 0;           ///< index among the pieces of its cell
  std::size_t anchor = 0;          ///< the piece whose record or field it is said of
  std::string what, cells;         ///< the name or label, and the cells as read
  std::string ways;                ///< why nothing was decided; empty: it was
  std::vector<std::string> fields; ///< that stay empty
};

struct FusedCell {
  std::vector<FusedPiece> pieces;
  std::vector<FusedNote> notes;
};

/// The cells of a reading that have to be parted, by index; empty when the reading is not fused: no line of it holds
/// the header of a table of indicators with nothing between its labels.
using FusedCells = std::unordered_map<std::uint32_t, FusedCell>;

/// A row of a table that holds the header of a table of indicators: that table is read as one.
bool has_table_header(Reading const& reading, LabelFinder const& labels);

/// The cells of a reading that have to be parted; empty when it is not fused: no line of it holds the header of a table
/// of indicators with nothing between its labels. Linear in the text but for the runs of numbers, whose search is
/// bounded.
FusedCells part_fused_text(Reading const& reading, LabelFinder const& labels);

} // namespace jixiao::recognition
