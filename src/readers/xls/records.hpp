#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The records of BIFF workbooks ([MS-XLS] 2.1.4).
namespace jixiao::xls {

/// The records that mean something to the reader.
enum RecordType : std::uint16_t {
  formula = 0x0006,
  end_of_stream = 0x000A,
  page_header = 0x0014,
  page_footer = 0x0015,
  cell_note = 0x001C,
  date_mode = 0x0022,
  file_password = 0x002F,
  font = 0x0031,
  continuation = 0x003C,
  code_page = 0x0042,
  object = 0x005D,
  column_info = 0x007D,
  sheet_entry = 0x0085,
  palette = 0x0092,
  multiple_rk = 0x00BD,
  rich_string = 0x00D6,
  cell_format = 0x00E0,
  merged_cells = 0x00E5,
  drawing = 0x00EC,
  shared_strings = 0x00FC,
  shared_string_cell = 0x00FD,
  condition_ranges = 0x01B0,
  condition = 0x01B1,
  object_text = 0x01B6,
  number_cell = 0x0203,
  label_cell = 0x0204,
  bool_or_error = 0x0205,
  formula_string = 0x0207,
  row_info = 0x0208,
  window = 0x023E,
  rk_cell = 0x027E,
  number_format = 0x041E,
  begin_of_stream = 0x0809,
};

/// A record; what continues it (CONTINUE) is a further piece.
struct Record {
  std::uint16_t type = 0;
  std::size_t offset = 0; ///< in the stream
  std::string_view data;
  std::vector<std::string_view> continued{};
};

/// Goes through the records of a stream from an offset on. A record that claims more bytes than there are ends with
/// the stream: `was_cut()`.
class Records {
public:
  Records(std::string_view stream, std::size_t offset) : stream_(stream), at_(offset) {}

  std::optional<Record> next();
  bool was_cut() const { return cut_; }

private:
  std::optional<Record> one();

  std::string_view stream_;
  std::size_t at_;
  bool cut_ = false;
};

/// Reads a record's bytes in order, over its continuations.
class RecordReader {
public:
  explicit RecordReader(Record const& record) : piece_(record.data), rest_(record.continued) {}

  bool at_end() const { return at_ >= piece_.size() && next_ >= rest_.size(); }
  std::uint32_t number(std::size_t size);
  void skip(std::uint64_t size);

  /// Characters of a string that has no head of its own any more: where a continuation begins, it says anew whether
  /// characters have two bytes. `is_wide` as the string's head says.
  std::u16string characters(std::size_t count, bool is_wide);

private:
  bool advance();

  std::string_view piece_;
  std::vector<std::string_view> const& rest_;
  std::size_t at_ = 0, next_ = 0;
};

} // namespace jixiao::xls
