#pragma once

#include "grid/reading.hpp"
#include "text/clean.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace jixiao {

/// The cleaned text of cells that hold one text, the pieces joined as a line wrap is.
inline std::string joined_text(Reading const& reading, std::span<std::uint32_t const> cells) {
  if (cells.size() == 1)
    return clean_value(reading.cells[cells[0]].text);
  std::string all;
  for (auto const cell : cells) {
    if (!all.empty())
      all += ' ';
    all += reading.cells[cell].text;
  }
  return clean_value(all);
}

/// A placeholder that offices print for "nothing here".
inline bool is_placeholder(std::string_view text) {
  return text == "-" || text == "—" || text == "–" || text == "——" || text == "/" || text == "--" || text == "*";
}

} // namespace jixiao
