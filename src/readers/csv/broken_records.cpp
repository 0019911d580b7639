#include "readers/csv/broken_records.hpp"

#include "text/clean.hpp"

namespace jixiao {
namespace {

constexpr std::size_t most_csv_pieces = 20;

struct CsvLine {
  CsvScanner behind;
  std::size_t fields = 0;
  bool can_go_on = false, can_begin = false; ///< no quotes and no blanks stand at its end, and at its beginning
};

CsvLine csv_line_at(CsvScanner scanner) {
  auto const is_bare = [](CsvField const& field) { return !field.is_quoted && !is_blank(field.text); };
  CsvLine line{scanner};
  CsvField field;
  do {
    field = line.behind.next();
    line.can_begin = line.fields++ == 0 ? is_bare(field) : line.can_begin;
  } while (!field.ends_record);
  line.can_go_on = is_bare(field);
  return line;
}

} // namespace

CsvRecord next_record(CsvScanner scanner, std::size_t width) {
  auto line = csv_line_at(scanner);
  CsvRecord const alone{line.behind, line.fields, 1};
  auto record = alone;
  while (record.fields > 1 && record.fields < width && line.can_go_on && !record.behind.at_end() &&
         record.pieces < most_csv_pieces) {
    line = csv_line_at(record.behind);
    if (!line.can_begin || record.fields + line.fields - 1 > width)
      return alone;
    record = {line.behind, record.fields + line.fields - 1, record.pieces + 1};
  }
  return record.fields == width ? record : alone;
}

std::size_t width_of_broken_records(CsvScanner scanner, std::size_t commonest) {
  constexpr std::size_t smallest = 3, share = 4;
  if (commonest < smallest)
    return 0;
  std::size_t whole = 0, broken = 0;
  while (!scanner.at_end()) {
    auto const record = next_record(scanner, commonest);
    scanner = record.behind;
    if (record.fields == 1)
      continue;
    if (record.fields != commonest)
      return 0;
    ++(record.pieces > 1 ? broken : whole);
  }
  return broken > 0 && whole >= share * broken ? commonest : 0;
}

} // namespace jixiao
