#include "readers/tsv/tsv.hpp"

#include "readers/tsv/scan.hpp"
#include "text/clean.hpp"

#include <algorithm>

namespace jixiao {
namespace {

/// Reads line by line; a line's cells are taken back when the line turns out to be none to keep.
class TsvReader {
public:
  TsvReader(SourceText const& source, Limits const& limits, DiagnosticSink& sink)
      : source_(source), text_(source.text), limits_(limits), sink_(sink),
        row_limit_(std::clamp<std::uint32_t>(limits.cells_in_row, 1, 0xFFFF)),
        page_(text_.find('\f') == std::string_view::npos ? 0 : 1), separators_(text_) {}

  Reading run() {
    reserve();
    for (std::size_t at = 0; at < text_.size() && !full_;)
      at = read_line(at);
    return std::move(reading_);
  }

private:
  /// From the density of the first part, so that nothing is copied while the arrays grow.
  void reserve() {
    auto const sample = text_.substr(0, 64 << 10);
    auto const estimate = [&](char separator) {
      auto const found = static_cast<double>(count_byte(sample, separator)) + 1;
      auto const whole =
          static_cast<double>(text_.size()) / static_cast<double>(std::max<std::size_t>(sample.size(), 1));
      return std::min(static_cast<std::size_t>(found * whole * 1.05), static_cast<std::size_t>(limits_.cells));
    };
    reading_.rows.reserve(estimate('\n'));
    reading_.cells.reserve(estimate('\n') + estimate('\t'));
  }

  /// Reads the line at `begin`; returns where the next one begins.
  std::size_t read_line(std::size_t begin) {
    auto const first_cell = reading_.cells.size();
    std::uint64_t count = 0;
    std::size_t cell_begin = begin, end = begin, left_out = begin;
    for (;; cell_begin = end + 1) {
      do
        end = separators_.next();
      while (is_inside_cell(end, count));
      if (count < row_limit_)
        add_cell(cell_begin, end, count);
      else if (count == row_limit_)
        left_out = cell_begin;
      ++count;
      if (end == text_.size() || text_[end] != '\t')
        break;
    }
    if (end - begin > limits_.line_bytes)
      drop_line(begin, end, first_cell);
    else
      finish_line(begin, end, first_cell, count, left_out);
    return skip_line_end(end);
  }

  /// Of a line with tabs a vertical tab or a line separator parts no rows: it is a line end inside a cell.
  bool is_inside_cell(std::size_t end, std::uint64_t tabs_before) {
    if (!has_line_ends_ || end == text_.size() || (text_[end] != '\v' && text_[end] != '\xE2'))
      return false;
    if (tabs_before > 0)
      return true;
    if (next_tab_ < end)
      next_tab_ = std::min(text_.find('\t', end), text_.size());
    if (next_line_end_ < end)
      next_line_end_ = std::min(text_.find_first_of("\r\n\f", end), text_.size());
    return next_tab_ < next_line_end_;
  }

  void add_cell(std::size_t begin, std::size_t end, std::uint64_t x) {
    if (reading_.cells.size() >= limits_.cells) {
      full_ = true;
      return;
    }
    reading_.cells.push_back({text_.substr(begin, end - begin), line_, static_cast<std::uint32_t>(begin),
                              static_cast<std::uint32_t>(end), static_cast<std::uint16_t>(x)});
  }

  void drop_line(std::size_t begin, std::size_t end, std::size_t first_cell) {
    reading_.cells.resize(first_cell);
    full_ = false; // what did not fit is left out anyway
    in_table_ = false;
    sink_.emit(Code::line_too_long, {{"bytes", end - begin}, {"limit", limits_.line_bytes}}, at(begin, end));
  }

  void finish_line(std::size_t begin, std::size_t end, std::size_t first_cell, std::uint64_t count,
                   std::size_t left_out) {
    if (count == 1 && is_blank(text_.substr(begin, end - begin))) {
      reading_.cells.resize(first_cell);
      full_ = in_table_ = false;
      return;
    }
    if (count > row_limit_)
      sink_.emit(Code::row_too_wide, {{"limit", row_limit_}}, at(left_out, end));
    if (full_)
      sink_.emit(Code::too_many_cells, {{"limit", limits_.cells}}, at(begin, end));
    if (reading_.cells.size() > first_cell)
      add_row(first_cell, count > 1);
  }

  void add_row(std::size_t first_cell, bool has_tabs) {
    if (!has_tabs || !in_table_)
      open_block(has_tabs);
    in_table_ = has_tabs;
    reading_.rows.push_back({static_cast<std::uint32_t>(first_cell),
                             static_cast<std::uint32_t>(reading_.cells.size() - first_cell),
                             static_cast<std::uint32_t>(reading_.blocks.size() - 1)});
    ++reading_.blocks.back().row_count;
  }

  void open_block(bool table) {
    reading_.blocks.push_back({table ? BlockKind::table : BlockKind::paragraph,
                               static_cast<std::uint32_t>(reading_.rows.size()), 0, page_, table ? tables_++ : 0U});
  }

  std::size_t skip_line_end(std::size_t end) {
    if (end == text_.size())
      return end;
    switch (text_[end]) {
    case '\f':
      ++page_;
      in_table_ = false;
      return end + 1;
    case '\v':
      return end + 1;
    case '\xE2':
      return end + 3;
    case '\r':
      ++line_;
      return text_.substr(end + 1).starts_with('\n') ? separators_.next() + 1 : end + 1;
    default:
      ++line_;
      return end + 1;
    }
  }

  Location at(std::size_t begin, std::size_t end) const {
    Location location;
    location.line = line_;
    location.begin = source_.source_offset(begin);
    location.end = source_.source_offset(end);
    return location;
  }

  SourceText const& source_;
  std::string_view text_;
  Limits const& limits_;
  DiagnosticSink& sink_;
  std::uint32_t row_limit_;
  std::uint32_t page_;
  std::uint32_t line_ = 1, tables_ = 0;
  bool has_line_ends_ = text_.find_first_of("\r\n") != std::string_view::npos;
  std::size_t next_tab_ = 0, next_line_end_ = 0; ///< where they were last looked for
  bool in_table_ = false, full_ = false;
  SeparatorScan separators_;
  Reading reading_;
};

} // namespace

Identified identify_tsv(std::string_view text) {
  auto const sample = text.substr(0, 4 << 10);
  auto const is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 && !(c >= '\t' && c <= '\r'); };
  if (static_cast<std::size_t>(std::ranges::count_if(sample, is_control)) * 10 > sample.size())
    return {Answer::no, "more than a tenth of it is control characters"};
  if (text.find('\t') == std::string_view::npos)
    return {Answer::unsure, "text without a tab"};
  return {Answer::yes, "text with tabs"};
}

Reading read_tsv(SourceText const& source, Limits const& limits, DiagnosticSink& sink) {
  return TsvReader(source, limits, sink).run();
}

} // namespace jixiao
