#pragma once

#include "readers/package.hpp"

#include <pugixml.hpp>

#include <string>
#include <string_view>

namespace jixiao {

/// Leaves empty cells (`<c r="A9" s="1"/>`) and rows without a cell out of the XML of a worksheet, piece by piece, so
/// that a sheet whose borders were drawn to the last row costs what it holds. Rows that say more than where they are
/// stay. Works on UTF-8; other encodings pass as they are.
class SheetSieve {
public:
  /// Takes a piece as far as it can be judged; the rest waits for the next one.
  void add(std::string_view piece);

  /// What is left of all pieces. Nothing may be added behind it.
  std::string take();

  /// Bytes that were left out so far.
  std::uint64_t left_out() const { return left_out_; }

private:
  void sift(bool is_last);
  bool keeps(std::string_view element);

  std::string out_, waiting_;
  std::uint64_t left_out_ = 0;
};

/// Reads and parses the part of a worksheet through a sieve; `bytes` holds it and must outlive the document.
bool parse_sheet_part(Package& package, std::string_view part, Limits const& limits, DiagnosticSink& sink,
                      std::string& bytes, pugi::xml_document& document);

} // namespace jixiao
