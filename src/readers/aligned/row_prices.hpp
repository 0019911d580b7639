#pragma once

/// What speaks against a reading of lines as one row.
namespace jixiao::aligned::row_prices {

constexpr double price_of_row = 1.0;
constexpr double price_over_page = 0.5;
constexpr double price_of_cut_row = 0.2;                    ///< that stands otherwise than the others do
constexpr double price_of_stray = 4.0;                      ///< a text that stands about no middle of a row
constexpr double price_of_stray_figure = 6.0;               ///< numbers are in cells of their own row
constexpr double price_of_shared = 0.5;                     ///< a weight of several rows stands about their middle
constexpr double price_of_stray_label = 0.3;                ///< merged labels stand about the middle of several rows
constexpr double price_of_blank = 1.0, mostly_filled = 0.7; ///< in a column that most rows fill
constexpr double price_of_group_inside = 4.0; ///< under one top, a row begins where the label of its group does
constexpr double price_of_no_name = 2.5;
constexpr double price_of_lone_cell = 1.0;
constexpr double reward_of_label = 0.3;       ///< lines that make a label
constexpr double price_of_label_inside = 1.0; ///< 绩效目标 | 完成7座: a lower line of a row begins like one
constexpr double price_of_goal_inside = 3.0;  ///< 年末实现 | a sentence: a lower line of a row begins another goal
constexpr double price_of_parallel = 1.0;     ///< each cell goes on line by line: rather one row below another
constexpr double price_over_blank = 1.0;      ///< a blank line
constexpr double price_of_bare_line = 0.3;    ///< of a row, which taller cells beside it make room for
constexpr double price_of_two_groups = 3.0;   ///< beside one row stands one label of the last level
constexpr double price_beside_rows = 1.5;     ///< a line of the table that is of no row, where rows are lines

} // namespace jixiao::aligned::row_prices
