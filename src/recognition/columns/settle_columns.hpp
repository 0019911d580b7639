#pragma once

#include "recognition/columns/columns.hpp"

#include <cstddef>
#include <initializer_list>
#include <vector>

/// What the columns of a header are, where their neighbours tell it.
namespace jixiao::recognition {

/// A header that nobody has listed is read by its words, where no other column holds the same. Of columns of several
/// years only the last one can be of the form's own: 2023年实际值 | 2024年预期值; one of the whole year comes before
/// one of a part of it.
void read_words(std::vector<Column>& columns);

/// 运算符号 | 内容 | 度量单位, in any order, in a table without another column of targets: what stands beside the sign
/// and the unit is the value, though it is called 指标内容 behind 三级指标.
void settle_value(std::vector<Column>& columns);

/// 目标值 | 分值 | 指标值, in a table without another column of results: what was asked for, and the value that it came
/// to.
void settle_reached_value(std::vector<Column>& columns);

/// 指标名称 | 绩效目标, in a table of one project without another column of targets: what is asked of each.
void settle_goal(std::vector<Column>& columns);

/// 一季度 | 上半年 over 完成值 | 完成率 each: what stands below several labels is no field of its own, unless one of
/// them alone is of the whole year, or of all places (合计 | 芦阳区 | 沧浪县).
void settle_repeated(std::vector<Column>& columns);

/// 单位 in front of the levels of a grid of projects is the office.
void settle_unit(std::vector<Column>& columns);

/// 指标类型 | 一级指标, 子项目 | 一级指标: 共性指标 in front of the levels is the label of a group, and no sign of a
/// value.
void settle_kind_in_front(Page const& page, std::uint32_t first, std::uint32_t end, std::vector<Column>& columns);

/// 三级指标 | 四级指标: the deepest level has the names, and what stands above them is the label of a group.
void settle_deepest_level(std::vector<Column>& columns);

/// 三级指标 | 指标内容: a second name right behind the first says what it means, and so does one behind all values.
void settle_names(std::vector<Column>& columns);

/// Tables side by side repeat their labels; each repetition begins a panel.
void number_panels(std::vector<Column>& columns);

/// 实施期指标值 in a table beside that of the year: what is asked for there, where no other column of its own is.
void settle_panel_values(std::vector<Column>& columns);

/// 偏差原因分析 | 备注, 评价标准 | 数据来源: notes beside what tells of the reasons, and what says the same of an
/// indicator as another column, are kept under their own label.
void settle_notes(Page const& page, std::vector<Column>& columns);

/// 一级指标 | 分值 | 二级指标 | 分值 | 三级指标 | 分值: only the last is the weight of the indicator, and none that
/// stands in front of the names and goes down several rows on a grid with spans. `first` is the first piece behind the
/// header.
void settle_weights(Page const& page, std::uint32_t first, std::uint32_t end, std::vector<Column>& columns);

} // namespace jixiao::recognition
