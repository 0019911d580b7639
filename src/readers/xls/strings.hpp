#pragma once

#include "readers/xls/records.hpp"
#include "text/code_page.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace jixiao::xls {

/// A run of a rich string: from this character on, this font.
struct FontRun {
  std::uint16_t first = 0, font = 0;
};

struct RichString {
  std::u16string text;
  std::vector<FontRun> runs;
};

/// Reads the strings of one version of BIFF: Unicode from 8 on, of a code page before.
class StringReader {
public:
  StringReader(bool is_unicode, unsigned code_page, CodePages& pages)
      : is_unicode_(is_unicode), code_page_(code_page), pages_(pages) {}

  bool is_unicode() const { return is_unicode_; }

  /// A string behind a count of `count_size` bytes, with formatting runs where it has them.
  RichString read(RecordReader& reader, std::size_t count_size) const;

private:
  bool is_unicode_;
  unsigned code_page_;
  CodePages& pages_;
};

/// SST: the strings that cells refer to, as far as the record goes.
std::vector<RichString> read_shared_strings(Record const& record, StringReader const& strings);

std::string to_utf8(std::u16string const& text);

} // namespace jixiao::xls
