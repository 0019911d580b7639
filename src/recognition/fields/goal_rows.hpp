#pragma once

#include "recognition/pieces/pieces.hpp"

#include <cstdint>
#include <span>
#include <vector>

/// The rows of one goal.
namespace jixiao::recognition {

struct RowTexts {
  std::vector<std::uint32_t> texts; ///< cells that hold something
  std::uint32_t end = 0;            ///< the piece behind the row
};

/// The label of a goal alone on a line.
bool is_line_of_goal(Piece const& piece);

/// Labels of several goals on lines of their own.
bool begin_lines_of_goals(Page const& page, std::uint32_t at, std::uint32_t end);

/// From the piece `at` to the end of its row, or to `end`.
RowTexts texts_of_row(Page const& page, std::uint32_t at, std::uint32_t end);

/// 目标1 | text over 目标2 | text: adds the texts of the rows below to those of the first, and returns the piece behind
/// them.
std::uint32_t take_numbered_rows(Page const& page, std::vector<std::uint32_t>& texts, std::uint32_t at,
                                 std::uint32_t end);

/// 调整前 | text
bool tells_change(Page const& page, std::span<std::uint32_t const> texts);

/// 年度目标 | (blank) over 承办事由 | 某项目 at the piece `below`: on a grid with spans a pair is none of the goals.
bool are_left_blank(Page const& page, std::span<std::uint32_t const> labels, std::uint32_t below);

/// 序号 | 年度绩效目标 | 实际完成情况: the number of the goal beside it, left of the columns that begin at `x`.
bool is_number_before(Page const& page, std::uint32_t index, std::uint16_t x);

/// 绩效目标 | 产出目标 | 数量: the groups of a table without a header.
bool is_group_before_another(Page const& page, std::uint32_t index, std::uint32_t end);

/// 412.00 | 99.00% behind a text, below labels of the row above.
bool is_figure(Piece const& piece);

bool ends_sentence(std::string_view text);

/// Blank cells right before a text, behind a label; those that only fill up the row of the label do not count.
std::size_t blanks_between(Page const& page, std::uint32_t label, std::uint32_t text);

/// Longer than a label, or with the marks of a sentence in it.
bool is_sentence(std::string_view text);

/// 计划 | 实际, or 年度目标 | 履职成效 over a row of two sentences, which then are those of the labels though only one of
/// these tells whose.
bool are_labels_of_goals(Page const& page, std::span<std::uint32_t const> texts);

/// 履职成效 behind the text of another goal, and right before a sentence.
bool is_label_between_texts(Page const& page, std::uint32_t index, std::uint32_t end);

/// 期初目标 | text | 实际成效 | text, or in two rows: by the words of labels that nobody has listed.
bool are_goals_by_words(Page const& page, std::uint32_t at, std::uint32_t end);

} // namespace jixiao::recognition
