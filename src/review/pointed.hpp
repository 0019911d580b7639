#pragma once

#include <jixiao/document.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace jixiao {

/// Finds where the value that a finding is about stands: its text, looked for in the bytes of its row.
class ValuePlaces {
public:
  ValuePlaces(Document const& document, std::string_view bytes);

  /// The finding's own place where it is on no indicator, has no byte range, or the text is not there as printed; also
  /// for bytes that are no UTF-8, and where other marks than line feeds end lines.
  Location of(Diagnostic const& finding) const;

private:
  Location at_bytes(Location at, std::uint64_t begin, std::uint64_t end) const;

  Document const& document_;
  std::string_view bytes_;
  std::vector<std::size_t> lines_; ///< where they begin; none when the bytes cannot be searched
};

} // namespace jixiao
