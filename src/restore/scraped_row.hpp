#pragma once

#include "forms/page.hpp"
#include "restore/label_guess.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace jixiao {

/// A text of a scraped row: one cell, or several that were one before a column's edge cut them.
struct Token {
  std::int32_t x = 0, last_x = 0;
  std::string text;     ///< cleaned
  std::string_view raw; ///< as scraped: spaces in it are wraps of lines, or edges of columns
  std::uint32_t first_cell = 0, last_cell = 0;
  int lexeme = -1;         ///< the label it is
  bool is_guessed = false; ///< the label is damaged
  bool is_cut = false;     ///< put together from pieces
};

struct ScrapedRow {
  std::uint32_t row = 0; ///< index into Reading::rows
  std::uint32_t block = 0;
  std::uint32_t width = 0; ///< cells
  std::vector<Token> tokens;
};

/// The texts of a row; cells that hold nothing but markup are left out.
ScrapedRow read_scraped_row(Page const& page, std::uint32_t row, LabelGuesser const& labels);

/// Joins neighbouring cells that are one label together (主管 | 部门), parts several labels in one cell, and takes a
/// label and the value behind it apart. With `only_sure`, nothing is read into damaged text.
void join_labels(ScrapedRow& row, LabelGuesser const& labels, Lexicon const& lexicon, bool only_sure);

/// One token for several neighbours.
Token joined(ScrapedRow const& row, std::size_t first, std::size_t count);

} // namespace jixiao
