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
  bool is_escaped = false;   ///< it has doubled quotes or carriage returns
  bool is_malformed = false; ///< it begins with a quote that nothing closes; the quote is a part of the text
  bool ends_record = false;
};

/// Goes through the fields of a text in order (RFC 4180, with any separator). Lenient: a quote that is not closed
/// right before a separator or a line's end is a character like others. Linear.
class CsvScanner {
public:
  CsvScanner(std::string_view text, char separator) : text_(text), separator_(separator) {}

  bool at_end() const { return at_ >= text_.size(); }
  std::size_t offset() const { return at_; }

  CsvField next();

private:
  bool read_quoted(CsvField& field);
  void read_plain(CsvField& field);
  bool ends_field(std::size_t at) const;
  void pass_end(CsvField& field);

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  std::size_t no_close_before_ = 0; ///< a quote up to here is known not to be closed
};

/// The field's text as it was before quoting: doubled quotes are one, line ends are '\n'.
std::string unescaped(CsvField const& field);

} // namespace jixiao
