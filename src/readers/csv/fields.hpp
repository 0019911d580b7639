#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace jixiao {

/// A field of a record. `text` is what stands between the quotes, if it has any, as written.
struct CsvField {
  std::string_view text;
  std::size_t begin = 0; ///< byte offset of `text`
  std::uint32_t line_ends = 0;
  bool is_quoted = false;
  bool is_escaped = false;      ///< it has doubled quotes, carriage returns, or backslashes that escape
  bool has_backslashes = false; ///< a backslash escapes what follows it
  bool is_malformed = false;    ///< it begins with a quote that nothing closes; the quote is a part of the text
  bool ends_record = false;
  bool is_joined = false; ///< of fields that a comma of thousands parts
  bool is_broken = false; ///< a line end stands in it that nobody quoted
};

/// True when a text escapes quotes with backslashes, as databases export them.
bool escapes_by_backslash(std::string_view text, char separator);

/// Goes through the fields of a text in order (RFC 4180, with any separator). Lenient: quotes inside of a quoted field
/// may be single ones, where the field is closed on the same line; `="1,234"` is one field; a quote that is not closed
/// right before a separator or a line's end is a character like others. Linear.
class CsvScanner {
public:
  CsvScanner(std::string_view text, char separator)
      : text_(text), separator_(separator), by_backslash_(escapes_by_backslash(text, separator)) {}

  bool at_end() const { return at_ >= text_.size(); }
  std::size_t offset() const { return at_; }

  CsvField next();

private:
  bool read_quoted(CsvField& field);
  void read_plain(CsvField& field);
  std::size_t find_close(std::size_t begin, CsvField& field);
  bool opens_another(std::size_t quote, std::size_t end) const;
  std::size_t find_lenient_close(std::size_t begin);
  bool ends_field(std::size_t at) const;
  void pass_end(CsvField& field);

  std::string_view text_;
  char separator_;
  bool by_backslash_;
  std::size_t at_ = 0;
  std::size_t no_close_before_ = 0;         ///< a quote up to here is known not to be closed
  std::size_t no_lenient_close_before_ = 0; ///< nor on its line
  std::size_t line_end_ = 0;                ///< of the line on which a closing quote was looked for last
};

/// The field's text as it was before quoting: doubled quotes are one, line ends are '\n'.
std::string unescaped(CsvField const& field);

} // namespace jixiao
