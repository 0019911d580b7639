#include "readers/xls/sheet.hpp"

#include "readers/ole2/bytes.hpp"
#include "readers/xlsx/reference.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <map>
#include <tuple>

namespace jixiao::xls {
namespace {

using ole2::i32;
using ole2::u16;
using ole2::u32;
using ole2::u8;

constexpr std::size_t most_findings = 1000;
constexpr double twips = 20; // of a point

double double_at(std::string_view bytes, std::size_t at) {
  return std::bit_cast<double>(std::uint64_t{u32(bytes, at + 4)} << 32 | u32(bytes, at));
}

/// RkNumber: 30 bits of a double or of an integer, perhaps a hundredfold.
double rk_number(std::uint32_t rk) {
  bool const is_hundredfold = (rk & 1) != 0, is_integer = (rk & 2) != 0;
  double const value = is_integer ? static_cast<double>(static_cast<std::int32_t>(rk) >> 2)
                                  : std::bit_cast<double>(std::uint64_t{rk & 0xFFFFFFFC} << 32);
  return is_hundredfold ? value / 100 : value;
}

std::string digits_of(double value) {
  std::array<char, 32> buffer{};
  auto const end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
  return {buffer.data(), end};
}

std::string_view error_name(std::uint8_t code) {
  switch (code) {
  case 0x00:
    return "#NULL!";
  case 0x07:
    return "#DIV/0!";
  case 0x0F:
    return "#VALUE!";
  case 0x17:
    return "#REF!";
  case 0x1D:
    return "#NAME?";
  case 0x24:
    return "#NUM!";
  default:
    return "#N/A";
  }
}

constexpr unsigned shows_zeros = 0x10; // of how a sheet is shown

auto place_of(SheetCell const& cell) { return std::tie(cell.row, cell.column); }

} // namespace

Sheet SheetReader::read(std::size_t offset) {
  sheet_ = {};
  objects_ = {};
  states_.clear();
  condition_ranges_.clear();
  conditional_ = {};
  zeros_.clear();
  awaits_string_.reset();
  Records records(stream_, offset);
  int depth = 0; // of charts in the sheet, which are streams of their own
  auto record = records.next();
  cut_ = !record || record->type != begin_of_stream;
  for (; record && !cut_ && sheet_.cells.size() <= cell_limit_; record = records.next()) {
    auto const size = std::min<std::uint64_t>(4 + record->data.size(), bytes_left_);
    bytes_left_ -= size;
    cut_ = bytes_left_ == 0;
    depth += record->type == begin_of_stream ? 1 : record->type == end_of_stream ? -1 : 0;
    if (depth <= 0)
      break;
    if (depth == 1)
      read_record(*record);
  }
  cut_ |= records.was_cut() || !record;
  if (!conditional_.empty())
    apply_conditions();
  put_in_order();
  return std::move(sheet_);
}

void SheetReader::read_record(Record const& record) {
  auto const& data = record.data;
  Place const place{u16(data, 0), u16(data, 2), u16(data, 4)};
  RecordReader reader(record);
  switch (record.type) {
  case row_info:
    if ((u16(data, 12) & 0x20) != 0 || (u16(data, 6) & 0x7FFF) < lowest_row * twips)
      hide_row(place.row);
    break;
  case column_info:
    if (((u16(data, 8) & 1) != 0 || u16(data, 4) < narrowest_column * 256) && u16(data, 0) <= u16(data, 2))
      sheet_.hidden_columns.push_back({std::min<std::uint32_t>(u16(data, 0), sheet_columns - 1),
                                       std::min<std::uint32_t>(u16(data, 2), sheet_columns - 1)});
    break;
  case merged_cells:
    read_merges(record);
    break;
  case shared_string_cell:
    if (auto const index = u32(data, 6); index < book_.strings.size())
      text(place, book_.strings[index]);
    else
      ++sheet_.unknown_strings;
    break;
  case label_cell:
  case rich_string:
    reader.skip(6);
    text(place, strings_.read(reader, 2));
    break;
  case number_cell:
    number(place, double_at(data, 6));
    break;
  case rk_cell:
    number(place, rk_number(u32(data, 6)));
    break;
  case multiple_rk:
    read_many(record);
    break;
  case bool_or_error:
    keep(place, u8(data, 7) != 0 ? error_name(u8(data, 6)) : u8(data, 6) != 0 ? "TRUE" : "FALSE");
    break;
  case formula:
    read_formula(record, place);
    break;
  case formula_string:
    if (awaits_string_)
      text(*std::exchange(awaits_string_, std::nullopt), strings_.read(reader, 2));
    break;
  case window:
    if ((u16(data, 0) & shows_zeros) == 0)
      hide_zeros();
    break;
  case condition_ranges:
    condition_ranges_ = read_condition_ranges(data);
    break;
  case condition:
    if (book_.is_unicode)
      conditional_.add(read_condition(data, condition_ranges_, book_));
    break;
  default:
    objects_.take(record, strings_);
    break;
  }
}

/// The value stands before the formula; one that is no number has a mark where a number has its sign.
void SheetReader::read_formula(Record const& record, Place const& place) {
  auto const& data = record.data;
  awaits_string_.reset();
  constexpr unsigned computed_on_opening = 2;
  bool const is_number = u16(data, 12) != 0xFFFF, is_nothing = is_number ? double_at(data, 6) == 0 : u8(data, 6) == 3;
  if (is_nothing && (u16(data, 14) & computed_on_opening) != 0) { // programs that compute nothing put a 0 or no text
    text_.find(Code::formula_without_value, {{"formula", "…"}});
    return keep(place, {});
  }
  if (is_number)
    return number(place, double_at(data, 6));
  switch (u8(data, 6)) {
  case 0:
    awaits_string_ = place;
    break;
  case 1:
    keep(place, u8(data, 8) != 0 ? "TRUE" : "FALSE");
    break;
  case 2:
    keep(place, error_name(u8(data, 8)));
    break;
  default:
    break;
  }
}

void SheetReader::read_many(Record const& record) {
  auto const& data = record.data;
  std::uint32_t column = u16(data, 2);
  for (std::size_t at = 4; at + 6 + 2 <= data.size(); at += 6, ++column)
    number({u16(data, 0), column, u16(data, at)}, rk_number(u32(data, at + 2)));
}

void SheetReader::read_merges(Record const& record) {
  RecordReader reader(record);
  for (auto left = reader.number(2); left > 0 && !reader.at_end(); --left) {
    auto const first_row = reader.number(2), last_row = reader.number(2);
    auto const first_column = reader.number(2), last_column = reader.number(2);
    bool const is_range = first_row <= last_row && first_column <= last_column && last_column < sheet_columns;
    if (is_range && (first_row != last_row || first_column != last_column))
      sheet_.merges.push_back({first_row, first_column, last_row, last_column});
  }
}

void SheetReader::hide_row(std::uint32_t row) {
  auto& spans = sheet_.hidden_rows;
  if (!spans.empty() && spans.back().last + 1 == row)
    spans.back().last = row;
  else
    spans.push_back({row, row});
}

void SheetReader::number(Place const& place, double value) {
  auto const& format = book_.formats[book_.look(place.look).format];
  flow::Look look;
  auto const font = book_.font(book_.look(place.look).font);
  look.struck = font.struck, look.colour = font.colour, look.tiny = font.tiny;
  look.background = book_.look(place.look).background;
  auto const digits = digits_of(value);
  look.hidden = hides_number(digits, format);
  auto const shown = format_number(digits, format, book_.epoch_1904);
  text_.append(shown, look);
  if (!look.hidden && leaves_out_thousands(digits, format))
    text_.find(Code::number_scaled, {{"text", shown}, {"number", digits}});
  auto const kept = sheet_.cells.size();
  keep(place, {});
  if (value == 0 && sheet_.cells.size() > kept)
    zeros_.push_back(kept);
}

/// How a sheet is shown is said behind its cells.
void SheetReader::hide_zeros() {
  for (auto const index : std::exchange(zeros_, {})) {
    auto& cell = sheet_.cells[index];
    LeftOut left_out;
    left_out.add(LeftOut::hidden, cell.text);
    for (auto& finding : left_out.take())
      sheet_.findings.push_back({cell.row, cell.column, std::move(finding)});
    cell.text = {};
  }
}

void SheetReader::text(Place const& place, RichString const& string) {
  is_text_ = true;
  auto const of_cell = book_.look(place.look);
  auto look = book_.font(of_cell.font);
  look.background = of_cell.background;
  if (hides_texts(book_.formats[of_cell.format])) {
    look.hidden = true;
    text_.append(to_utf8(string.text), look);
    return keep(place, {});
  }
  if (string.runs.empty()) {
    text_.append(format_text(to_utf8(string.text), book_.formats[of_cell.format]), look);
    return keep(place, {});
  }
  std::size_t at = 0;
  for (auto const& run : string.runs) {
    auto const end = std::clamp<std::size_t>(run.first, at, string.text.size());
    text_.append(to_utf8(string.text.substr(at, end - at)), look);
    at = end;
    look = book_.font(run.font);
    look.background = of_cell.background;
  }
  text_.append(to_utf8(string.text.substr(at)), look);
  keep(place, {});
}

/// Keeps `text`, or what was put together.
void SheetReader::keep(Place const& place, std::string_view text) {
  auto read = text_.take();
  CellState const state{book_.look(place.look).background, std::exchange(is_text_, false)};
  if (place.column >= sheet_columns) {
    cut_ = true;
    return;
  }
  for (auto& finding : read.findings)
    if (sheet_.findings.size() < most_findings)
      sheet_.findings.push_back({place.row, place.column, std::move(finding)});
  std::erase(read.text, '\r');
  if (!text.empty())
    sheet_.cells.push_back({place.row, place.column, text});
  else if (!is_blank(read.text))
    sheet_.cells.push_back({place.row, place.column, builder_.own(std::move(read.text))});
  states_.resize(sheet_.cells.size(), state);
}

/// A condition may look at other cells of the row.
void SheetReader::apply_conditions() {
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> by_place;
  for (std::size_t i = 0; i < sheet_.cells.size(); ++i)
    by_place.emplace(std::pair(sheet_.cells[i].row, sheet_.cells[i].column), i);
  auto const shown = sheet_.cells;
  auto const shown_at = [&](std::uint32_t row, std::uint32_t column) {
    auto const found = by_place.find({row, column});
    return std::optional(found == by_place.end()
                             ? ShownValue{}
                             : ShownValue{std::string(shown[found->second].text), states_[found->second].is_text});
  };
  for (std::size_t i = 0; i < shown.size(); ++i) {
    LeftOut left_out;
    if (auto const kind = conditional_.left_out_as(shown[i], states_[i].background, shown_at, left_out)) {
      left_out.add(*kind, shown[i].text);
      sheet_.cells[i].text = {};
    }
    for (auto& finding : left_out.take())
      sheet_.findings.push_back({shown[i].row, shown[i].column, std::move(finding)});
  }
}

/// Files are in order already; a place that is written twice has both texts.
void SheetReader::put_in_order() {
  auto& cells = sheet_.cells;
  auto const before = [](SheetCell const& a, SheetCell const& b) { return place_of(a) < place_of(b); };
  if (!std::ranges::is_sorted(cells, before))
    std::ranges::stable_sort(cells, before);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < cells.size();) {
    auto joined = cells[i];
    std::string text(joined.text);
    auto end = i + 1;
    for (; end < cells.size() && place_of(cells[end]) == place_of(joined); ++end)
      text.append("\n").append(cells[end].text);
    if (end > i + 1)
      joined.text = builder_.own(std::move(text));
    cells[kept++] = joined;
    i = end;
  }
  cells.resize(kept);
}

} // namespace jixiao::xls
