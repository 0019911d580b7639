#pragma once

#include "readers/geometry/page_text.hpp"
#include "recognition/labels/labels.hpp"

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Tables of which white space alone tells the cells. Context: cells are centred in merged cells, wrapped into columns
/// of two characters, and lines of neighbouring rows interleave. Choice: labels of the vocabulary tell the headers and
/// with them the columns; rows are what puts the lines of every cell about one middle (or under one top) at least cost;
/// merged labels take the rows about whose middle they stand. Price: a table without a known header is left to the
/// geometry of its gutters.
namespace jixiao::aligned {

/// Beyond the edges of any page.
constexpr double far_left = -1e6, far_right = 1e6;

/// The price of what cannot be.
constexpr double impossible = std::numeric_limits<double>::infinity();

/// Words of one line without a gutter among them.
struct Run {
  std::uint32_t line = 0;            ///< index into PageText::lines
  std::uint32_t first = 0, last = 0; ///< words [first, last)
  double x0 = 0, x1 = 0;
  double width = 0; ///< of paper, in the unit of Metrics::em
  std::string text;
  recognition::Label label;
  bool level = false;   ///< a label of a level, or a line of one
  bool pressed = false; ///< a space before it: extraction printed it further left than it stood
};

/// Indexes of runs, from top to bottom or from left to right.
using RunList = std::vector<std::uint32_t>;

struct Sheet {
  PageText const* text = nullptr;
  recognition::LabelFinder const* labels = nullptr;
  std::vector<Run> runs;                   ///< line by line, from left to right
  std::vector<std::uint32_t> begins;       ///< first run of each line, and one for the end
  std::vector<std::vector<RowLine>> above; ///< lines that are drawn between a line of text and the one above it
  bool has_row_lines = false;              ///< they part rows

  std::span<Run const> line(std::uint32_t index) const {
    return std::span(runs).subspan(begins[index], begins[index + 1] - begins[index]);
  }
  std::uint32_t page(std::uint32_t line) const { return text->lines[line].page; }
};

/// Marks as gutters wide gaps, spaces between labels, and such as stand where the cells of the next line begin.
void part_runs(PageText& text, recognition::LabelFinder const& labels);

Sheet make_sheet(PageText const& text, recognition::LabelFinder const& labels);

/// True for a label that is no piece of a longer one: 预期目标, not 指标.
bool is_whole_label(Run const& run);

/// A label, the only text of its line, stands between two lines of one text right of it, as in a merged cell. Two
/// labels would not share a line between them, nor does the row above a heading go on below it.
bool stands_between_lines(Sheet const& sheet, std::uint32_t line);

/// 三、总体目标 alone on its line: a row across the table, and no line of a cell.
bool is_heading(Sheet const& sheet, std::uint32_t line);

/// A label of a level, or a line of one that lacks its end: 满意度, 数量指.
bool begins_level(recognition::LabelFinder const& labels, std::string_view text);

/// The label that the runs make together.
recognition::Label label_of(Sheet const& sheet, std::span<std::uint32_t const> runs);

inline bool overlap(Run const& a, Run const& b) { return a.x0 < b.x1 && b.x0 < a.x1; }

/// A number, an amount or a quantity without words: 12.5, ≥98%, 2,400.00.
bool is_figure(std::string_view text);

/// Number of characters.
std::size_t length_of(std::string_view text);

} // namespace jixiao::aligned
