#pragma once

#include "recognition/labels/labels.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

/// What becomes of a cell that holds several labels and values with nothing that parts them.
namespace jixiao::recognition {

struct FusedPiece {
  std::string_view text; ///< empty: a cell without a value that stood here
  Label label;
  bool undecided = false; ///< holds several values that cannot be told apart
  bool in_record = false; ///< such a piece stands among the cells of an indicator
  bool begins = false;    ///< a row: the name of an indicator, the first label of another form
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
  bool of_all = false;             ///< several labels stand before it: it is said of all that they lead to
};

struct FusedCell {
  std::vector<FusedPiece> pieces;
  std::vector<FusedNote> notes;
};

/// By the index of the cell in its reading.
using FusedCells = std::unordered_map<std::uint32_t, FusedCell>;

} // namespace jixiao::recognition
