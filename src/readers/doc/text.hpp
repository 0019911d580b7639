#pragma once

#include "readers/doc/file.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace jixiao::doc {

/// A piece of the document's text: characters [first, end) stand at `offset` of the main stream.
struct Piece {
  std::uint32_t first = 0, end = 0;
  std::uint32_t offset = 0;
  bool is_narrow = false;       ///< a byte a character (Windows-1252), else UTF-16
  std::string_view modifiers{}; ///< of all its characters and paragraphs
};

/// The piece table, as far as its pieces stand in the main stream and follow one another.
struct PieceTable {
  std::vector<Piece> pieces;
  bool is_damaged = false;
};

PieceTable read_pieces(File const& file);

/// Characters [begin, end) of the stream with their properties; `style` is of paragraphs only.
struct PropertyRun {
  std::uint32_t begin = 0, end = 0;
  std::uint16_t style = 0;
  std::string_view modifiers;
};

/// The properties of characters or paragraphs, from their pages (FKP), by the offset of the characters.
std::vector<PropertyRun> read_character_runs(File const& file);
std::vector<PropertyRun> read_paragraph_runs(File const& file);

/// Finds runs by offset, quickly for offsets that count up.
class RunFinder {
public:
  explicit RunFinder(std::vector<PropertyRun> const& runs) : runs_(runs) {}

  /// nullptr where nothing is said of the character.
  PropertyRun const* find(std::uint32_t offset);

private:
  std::vector<PropertyRun> const& runs_;
  std::size_t at_ = 0;
};

} // namespace jixiao::doc
