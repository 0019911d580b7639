#pragma once

#include "recognition/columns/columns.hpp"

namespace jixiao::recognition {

/// 类别 | 小类 | 事项: columns in front of the values whose headers nobody has listed hold the levels and the names
/// where labels of groups stand below them. `first` is the first piece behind the header; looks at a few rows from
/// there on.
void settle_by_contents(Page const& page, std::uint32_t first, std::uint32_t end, std::vector<Column>& columns);

/// 一级指标 over two columns holds both levels where labels of the second stand in the second of them.
void part_levels(Page const& page, std::uint32_t first, std::uint32_t end, std::vector<Column>& columns);

/// 绩效指标 over columns of which none has a header of its own: levels, and names in the last of them.
void part_names(Page const& page, std::uint32_t first, std::uint32_t end, std::vector<Column>& columns);

/// 绩效指标 over 产出指标 | 效益指标, beside 二级指标: the label down the side heads the column of the first level,
/// too.
void add_level_below_side(Page const& page, std::uint32_t side, std::uint32_t first, std::uint32_t end,
                          std::vector<Column>& columns);

/// 一级指标 | 二级指标 | 目标值, without a column of names: where most texts below 二级指标 are no groups, they are the
/// names.
void settle_two_levels(Page const& page, std::uint32_t first, std::uint32_t end, std::vector<Column>& columns);

/// 一级指标 | 二级指标 | 指标描述, where no other column has the names: they are what is described.
void settle_described_names(std::vector<Column>& columns);

/// 三级指标 | 指标内容, where one text below the first stands beside several of the second: those are the names, and
/// what stands in front of them is the label of a group.
void settle_grouped_names(Page const& page, std::uint32_t first, std::uint32_t end, std::vector<Column>& columns);

/// On a grid with spans a blank cell of the header, [header, first), right of the names and with texts below it is the
/// header of a column: what stands there is in none of the others.
void add_columns_below_blanks(Page const& page, std::uint32_t header, std::uint32_t first, std::uint32_t end,
                              std::vector<Column>& columns);

} // namespace jixiao::recognition
