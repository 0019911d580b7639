#pragma once

#include "diagnostics/shared_api.hpp"
#include "text/source_text.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// The steps of decode()'s ladder behind strict UTF-8, and what they share.
namespace jixiao JIXIAO_BETWEEN_LIBRARIES {

/// Fills in `marks` for a decoded text, whose first character stands at `first_source` in the input.
void set_marks(SourceText& source, std::size_t first_source);

/// The text whose bytes in UTF-8 were taken for characters of windows-1252 and put into UTF-8 once more: `é¡¹ç›®` as
/// 项目. Nothing for any other text; a Chinese one ends the search at its first character.
std::optional<std::string> undone_encoding(std::string_view text);

/// The bytes that characters of windows-1252 are, `lost` for U+FFFD; nothing where another character is among them.
std::optional<std::string> bytes_in_windows_1252(std::string_view text, std::optional<char> lost);

/// A character that is written behind a backslash, as in a string of a program: `\n`, `\"`, `\u6C34`. No length when
/// none stands there.
struct EscapedCharacter {
  char32_t value = 0;
  std::size_t length = 0;
};
EscapedCharacter escape_at(std::string_view text, std::size_t at);

/// A text of one line that has its line ends as `\n`, with all that is written so. Nothing for any other text, and for
/// one in tags or brackets, whose strings are its own.
std::optional<std::string> undone_escapes(std::string_view text);

/// UTF-16 or UTF-32 (`unit` bytes) from `begin` on. Sets text and encoding unless a unit inside
/// the text is no character; returns the offset of such a unit, or of a character that is cut off at the end.
struct WideResult {
  std::optional<std::size_t> bad, cut_off;
};
WideResult decode_wide(SourceText& source, std::size_t begin, std::size_t unit, bool big_endian);

/// What bytes without a byte order mark look like, where they look like UTF-16 or UTF-32.
struct WideUnits {
  std::size_t size = 2;
  bool big_endian = false;
};
std::optional<WideUnits> guess_wide(std::string_view bytes);

/// Decodes the bytes by one of ICU's converters into `decoded`, up to the first byte that is none of the charset's.
WideResult decode_strictly(SourceText& source, char const* charset);

/// What a web page says in <meta> or in its XML declaration, of the charsets that the bytes alone do not tell.
enum class DeclaredCharset : std::uint8_t { other, big5, windows_1252 };

DeclaredCharset declared_charset(std::string_view bytes);

/// Strict decoding by the declared charset, which is not `other`. Sets text and encoding unless a byte is bad.
WideResult decode_declared(SourceText& source, DeclaredCharset charset);

/// Strict GB18030 that reads as Chinese. On failure returns the offset of the byte that stopped it.
WideResult decode_gb18030(SourceText& source);

/// Strict Big5 that reads as Chinese; to be asked for what GB18030 does not give. As above.
WideResult decode_big5(SourceText& source);

} // namespace JIXIAO_BETWEEN_LIBRARIES
