#pragma once

#include <jixiao/diagnostic.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao {

class DiagnosticSink;

/// A text carrier's characters as UTF-8, with the way back to the bytes they came from.
struct SourceText {
  std::string_view text; ///< UTF-8; a view of the input when that is UTF-8 already, else of `decoded`
  std::string encoding;  ///< IANA name; empty when it could not be decoded (then a diagnostic says why)
  std::string decoded;
  std::string_view bytes;     ///< the input
  bool encoded_twice = false; ///< each byte of the text's UTF-8 is a character of the input's
  bool escaped = false;       ///< line ends and other characters are written as `\n` and the like

  /// Places whose offsets are known in both; in order, and close to each other. Empty for undamaged UTF-8.
  struct Mark {
    std::size_t text, source;
  };
  std::vector<Mark> marks;

  bool ok() const { return !encoding.empty(); }

  /// Byte offset in the input of a byte offset in `text` (which must be at a character's start or the end).
  /// Constant time for UTF-8, nearly so otherwise.
  std::uint64_t source_offset(std::size_t text_offset) const;

  /// 1-based character column of an offset within its line (which LF or CR ends); 0 when the line begins more than
  /// 8 KB before it, where nobody counts columns.
  std::uint32_t column(std::size_t text_offset) const;
};

/// Decodes by a fixed ladder: byte order mark; strict UTF-8; strict Big5 in a web page that says so; strict GB18030;
/// windows-1252 in a web page that says so; else a diagnostic. UTF-8 that is
/// cut off at the end, or damaged in few places, is still UTF-8: reported, with U+FFFD where bytes were lost.
SourceText decode(std::string_view bytes, DiagnosticSink& sink);

} // namespace jixiao
