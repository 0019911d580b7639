#pragma once

#include "grid/reading.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

namespace jixiao {

/// Takes marks out of the cells of a reading: `take(cell, at, kept)` gives the bytes of the mark that stands at `at` in
/// the text of that cell, 0 where there is none, and adds what is printed for it to `kept`. Notes stay in order of
/// cells.
template <class Take> void take_marks(Reading& reading, Take take) {
  for (std::uint32_t i = 0; i < reading.cells.size(); ++i) {
    auto& cell = reading.cells[i];
    std::string kept;
    bool found = false;
    for (std::size_t at = 0; at < cell.text.size();) {
      auto const length = take(i, at, kept);
      if (length == 0)
        kept.push_back(cell.text[at]);
      found = found || length > 0;
      at += std::max<std::size_t>(length, 1);
    }
    if (found)
      cell.text = reading.own(std::string(trim(kept)));
  }
  std::ranges::stable_sort(reading.notes, {}, &CellNote::cell);
}

} // namespace jixiao
