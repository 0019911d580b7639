#include "grid/reading_builder.hpp"

#include "text/clean.hpp"

#include <algorithm>
#include <span>

namespace jixiao {
namespace {

constexpr std::uint32_t widest_row = 0xFFFF; // columns are of 16 bits

std::uint32_t count32(std::size_t size) { return static_cast<std::uint32_t>(size); }

Location at(Piece const& text) {
  Location location;
  if (text.line != 0)
    location.line = text.line;
  return location;
}

} // namespace

ReadingBuilder::ReadingBuilder(Limits const& limits, DiagnosticSink& sink) : limits_(limits), sink_(sink) {}

bool ReadingBuilder::has_room(Piece const& text) {
  if (full_)
    return false;
  if (reading_.cells.size() < limits_.cells)
    return true;
  full_ = true;
  sink_.emit(Code::too_many_cells, {{"limit", limits_.cells}}, at(text));
  return false;
}

void ReadingBuilder::open_block(BlockKind kind) {
  auto const is_table = kind == BlockKind::table;
  reading_.blocks.push_back({kind, count32(reading_.rows.size()), 0, page_, is_table ? tables_ : 0, false,
                             is_table ? row_offset_ : 0, told_spans_, is_table && unruled_});
}

void ReadingBuilder::paragraph(Piece const& text) {
  last_cell_ = CellNote::no_cell;
  if (is_blank(text.text) || !has_room(text))
    return;
  open_block(BlockKind::paragraph);
  reading_.rows.push_back({count32(reading_.cells.size()), 1, count32(reading_.blocks.size() - 1)});
  last_cell_ = count32(reading_.cells.size());
  reading_.cells.push_back({text.text, text.line, text.begin, text.end, 0, 1, 1, text.doubt});
  reading_.blocks.back().row_count = 1;
}

void ReadingBuilder::begin_table() {
  covers_.clear();
  row_offset_ = 0;
  open_block(BlockKind::table);
}

void ReadingBuilder::resume_table(std::uint32_t skipped_rows) {
  --tables_;
  row_offset_ += skipped_rows;
  open_block(BlockKind::table);
}

void ReadingBuilder::begin_row(std::uint32_t skipped_columns) {
  row_begin_ = count32(reading_.cells.size());
  in_row_ = true;
  wide_ = false;
  for (; skipped_columns > 0 && !wide_ && !full_; --skipped_columns)
    put({}, 1, 1);
}

/// Puts empty cells where cells of earlier rows reach down to, up to the first free column.
void ReadingBuilder::fill_covered() {
  for (;;) {
    auto const x = count32(reading_.cells.size()) - row_begin_;
    if (x >= covers_.size() || covers_[x].rows == 0 || wide_ || !has_room({}))
      return;
    --covers_[x].rows;
    reading_.cells.push_back({{}, 0, 0, 0, static_cast<std::uint16_t>(x)});
  }
}

/// Covered cells stand where the next cell of the row does, or behind the last one.
void ReadingBuilder::place_covered() {
  auto const row = std::span(reading_.cells).subspan(row_begin_);
  auto const has_place = [](Cell const& cell) { return cell.line != 0 || cell.end != 0; };
  Cell const* placed = nullptr;
  for (auto cell = row.rbegin(); cell != row.rend(); ++cell)
    if (has_place(*cell))
      placed = &*cell;
    else if (placed != nullptr)
      cell->line = placed->line, cell->begin = cell->end = placed->begin;
  for (auto& cell : row)
    if (has_place(cell))
      placed = &cell;
    else if (placed != nullptr)
      cell.line = placed->line, cell.begin = cell.end = placed->end;
}

void ReadingBuilder::put(Piece const& text, std::uint32_t x_span, std::uint32_t y_span) {
  auto const limit = std::clamp<std::uint32_t>(limits_.cells_in_row, 1, widest_row);
  auto const x = count32(reading_.cells.size()) - row_begin_;
  last_cell_ = CellNote::no_cell;
  if (wide_)
    return;
  if (x >= limit) {
    wide_ = true;
    return sink_.emit(Code::row_too_wide, {{"limit", limit}}, at(text));
  }
  if (!has_room(text))
    return;
  auto const origin = count32(reading_.cells.size());
  last_cell_ = origin;
  x_span = std::clamp<std::uint32_t>(x_span, 1, limit - x);
  y_span = std::clamp<std::uint32_t>(y_span, 1, widest_row);
  reading_.cells.push_back({text.text, text.line, text.begin, text.end, static_cast<std::uint16_t>(x),
                            static_cast<std::uint16_t>(x_span), static_cast<std::uint16_t>(y_span), text.doubt});
  for (std::uint32_t i = 1; i < x_span && has_room(text); ++i)
    reading_.cells.push_back({{}, text.line, text.end, text.end, static_cast<std::uint16_t>(x + i)});
  covers_.resize(std::max<std::size_t>(covers_.size(), x + x_span));
  for (auto column = x; column < x + x_span; ++column)
    covers_[column] = {y_span - 1, origin};
}

void ReadingBuilder::cell(Piece const& text, std::uint32_t x_span, std::uint32_t y_span) {
  fill_covered();
  put(text, x_span, y_span);
}

void ReadingBuilder::cell_below(Piece const& text, std::uint32_t x_span) {
  auto const x = count32(reading_.cells.size()) - row_begin_;
  auto const origin = x < covers_.size() ? covers_[x].origin : 0;
  bool const goes_on = x < covers_.size() && is_blank(text.text);
  put(text, x_span, 1);
  if (!goes_on || wide_ || full_)
    return;
  if (auto& span = reading_.cells[origin].y_span; span < widest_row)
    ++span;
  for (auto column = x; column < covers_.size() && column < x + std::max(x_span, 1U); ++column)
    covers_[column].origin = origin;
}

void ReadingBuilder::note(Code code, std::vector<Argument> arguments) {
  reading_.notes.push_back({last_cell_, code, std::move(arguments)});
}

void ReadingBuilder::note_last_text(Code code, std::vector<Argument> arguments) {
  auto cell = reading_.cells.size();
  while (cell > 0 && reading_.cells[cell - 1].text.empty())
    --cell;
  if (cell > 0)
    reading_.notes.push_back({count32(cell - 1), code, std::move(arguments)});
}

void ReadingBuilder::place(std::uint32_t page, float x0, float y0, float x1, float y1) {
  if (last_cell_ != CellNote::no_cell)
    reading_.places.push_back({last_cell_, page, x0, y0, x1, y1});
}

void ReadingBuilder::end_row() {
  if (!std::exchange(in_row_, false))
    return;
  fill_covered();
  place_covered();
  auto const count = count32(reading_.cells.size()) - row_begin_;
  // What this row did not reach is covered all the same.
  for (auto column = count; column < covers_.size(); ++column)
    covers_[column].rows -= covers_[column].rows > 0 ? 1 : 0;
  if (count == 0)
    return;
  reading_.rows.push_back({row_begin_, count, count32(reading_.blocks.size() - 1), page_});
  ++reading_.blocks.back().row_count;
}

void ReadingBuilder::end_table() {
  end_row();
  auto& block = reading_.blocks.back();
  row_offset_ += block.row_count;
  bool const blank = std::all_of(reading_.rows.begin() + block.first_row, reading_.rows.end(), [&](Row const& row) {
    auto const cells = reading_.cells_of(row);
    return std::all_of(cells.begin(), cells.end(), [](Cell const& cell) { return is_blank(cell.text); });
  });
  ++tables_;
  if (!blank)
    return;
  last_cell_ = CellNote::no_cell;
  for (auto& note : reading_.notes)
    if (note.cell != CellNote::no_cell && block.row_count != 0 &&
        note.cell >= reading_.rows[block.first_row].first_cell)
      note.cell = CellNote::no_cell;
  auto& places = reading_.places;
  while (!places.empty() && block.row_count != 0 && places.back().cell >= reading_.rows[block.first_row].first_cell)
    places.pop_back();
  reading_.cells.resize(block.row_count == 0 ? reading_.cells.size() : reading_.rows[block.first_row].first_cell);
  reading_.rows.resize(block.first_row);
  reading_.blocks.pop_back();
}

Reading ReadingBuilder::finish() && { return std::move(reading_); }

} // namespace jixiao
