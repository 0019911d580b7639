#include "recognition/repair/borders.hpp"

#include "recognition/pieces/looks.hpp"
#include "recognition/pieces/split.hpp"
#include "recognition/repair/broken_rows.hpp"
#include "recognition/repair/cut_cells.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <span>

namespace jixiao::recognition {

namespace {

constexpr int most_other_words = 8; ///< in a row between the labels of a header

std::span<Row const> rows_of(Reading const& reading, Block const& block) {
  return std::span(reading.rows).subspan(block.first_row, block.row_count);
}

bool is_rectangular(Reading const& reading, Block const& block) {
  auto const rows = rows_of(reading, block);
  return std::ranges::all_of(rows, [&](Row const& row) { return row.cell_count == rows[0].cell_count; });
}

/// Several column labels, parted by blanks: a line, or the part of one that holds a whole form.
bool has_header(std::string_view text, LabelFinder const& labels) {
  int found = 0, levels = 0, others = 0;
  for (auto const word : split_words(text, labels)) {
    auto const label = labels.find(word);
    auto const* column = label.rest == 0 ? label.as(Role::column) : nullptr;
    others = column ? 0 : others + 1;
    if (others > most_other_words)
      found = levels = 0;
    found += column ? 1 : 0;
    levels += column && (column->target == "level2" || column->target == "level3") ? 1 : 0;
    // 一级 and 指标 may stand on lines of their own: 二级指标 三级指标 指标值.
    if (found >= 4 || (found == 3 && levels == 2))
      return true;
  }
  return false;
}

/// 质量指标 合格率 ≥95%: the label of a group, a name and a value, parted by blanks.
bool has_record(std::string_view text, LabelFinder const& labels) {
  auto const words = split_words(text, labels);
  if (words.size() < 3)
    return false;
  auto const first = labels.find(words.front());
  bool const value = std::any_of(words.begin() + 2, words.end(), [&](std::string_view word) {
    auto const look = look_of(word);
    return look == Look::quantity || look == Look::percentage || look == Look::number || look == Look::money;
  });
  return value && first.is_level() && first.rest == 0 && words.front().find("指标") != std::string_view::npos &&
         !labels.find(words[1]).as(Role::column);
}

/// 联系人 某某 人员编制 64: two labels, each before a value of one word.
bool has_pairs(std::string_view text, LabelFinder const& labels) {
  auto const words = split_words(text, labels);
  if (words.size() != 4)
    return false;
  auto const is_pair = [&](std::string_view word) {
    auto const label = labels.find(word);
    return label.rest == 0 && label.as(Role::pair) && !word.ends_with(':') && !word.ends_with("：");
  };
  return is_pair(words[0]) && !labels.find(words[1]).known() && is_pair(words[2]) && !labels.find(words[3]).known();
}

} // namespace

TextBorders find_text_borders(Reading const& reading, LabelFinder const& labels, bool rows_told) {
  TextBorders out;
  constexpr std::size_t fewest_records = 4, fewest_pairs = 2;
  std::size_t paragraphs = 0, table_rows = 0, records = 0, pairs = 0;
  for (auto const& row : reading.rows) {
    bool const paragraph = reading.blocks[row.block].kind == BlockKind::paragraph;
    (paragraph ? paragraphs : table_rows) += 1;
    if (!paragraph || out.by_blanks)
      continue;
    auto const& text = reading.cells[row.first_cell].text;
    records += has_record(text, labels) ? 1 : 0;
    pairs += has_pairs(text, labels) ? 1 : 0;
    out.by_blanks = records >= fewest_records || pairs >= fewest_pairs || has_header(text, labels);
  }
  bool const soft = std::ranges::any_of(reading.blocks, &Block::soft_rows);
  if (!out.by_blanks && !soft && table_rows * 4 < paragraphs && paragraphs >= 10)
    return out;
  out.breaks_cells = !out.by_blanks && table_rows > 0 && (!rows_told || has_broken_rows(reading, labels)) &&
                     !has_cut_cells(reading, labels);
  if (out.by_blanks)
    out.borders = rows_told ? Borders::separated : Borders::soft;
  else if (table_rows > 0 && (soft || out.breaks_cells))
    out.borders = Borders::soft;
  else if (std::ranges::all_of(reading.blocks, [&](Block const& block) { return is_rectangular(reading, block); }))
    out.borders = Borders::gridded;
  else
    out.borders = Borders::separated;
  return out;
}

bool covers_its_grid(Reading const& reading) {
  std::size_t rows = 0, short_rows = 0;
  for (auto const& block : reading.blocks) {
    if (block.kind != BlockKind::table)
      continue;
    auto const of_block = rows_of(reading, block);
    std::map<std::uint32_t, std::size_t> widths;
    for (auto const& row : of_block)
      ++widths[row.cell_count];
    // One row may be too wide: the last one, with a colspan that nobody counted.
    if (widths.size() > 1 && widths.rbegin()->second == 1)
      widths.erase(std::prev(widths.end()));
    auto const width = widths.empty() ? 0 : widths.rbegin()->first;
    rows += of_block.size();
    short_rows += static_cast<std::size_t>(
        std::ranges::count_if(of_block, [&](Row const& row) { return row.cell_count < width; }));
  }
  return short_rows * 4 <= rows;
}

} // namespace jixiao::recognition
