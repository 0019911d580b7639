#pragma once

#include "readers/csv/fields.hpp"

#include <cstddef>
#include <cstdint>

namespace jixiao {

/// A record, or the lines that one was broken into: a line end stood in a field that nobody quoted.
struct CsvRecord {
  CsvScanner behind;
  std::size_t fields = 0;
  std::size_t pieces = 1; ///< lines, but for those that end inside of quotes
};

/// The record that comes next. `width`: 0, or the number of fields that a whole record has; then lines with fewer are
/// put together where they make up one.
CsvRecord next_record(CsvScanner scanner, std::size_t width);

/// The number of fields of a whole record, when most have it and the others are pieces of such; else 0.
std::size_t width_of_broken_records(CsvScanner scanner, std::size_t commonest);

} // namespace jixiao
