#pragma once

#include "recognition/fused/values.hpp"

#include <span>
#include <vector>

/// What the header of a table of indicators tells of its columns.
namespace jixiao::recognition::fused {

/// 指标值 | 完成值 | 分值 over 一级指标 | 二级指标 | 三级指标 | 性质 | 值 | 单位: the lower of two rows of labels follows the
/// upper one. Its levels and names go to the front, and the rest of it stands below the target.
void put_levels_first(std::vector<RunColumn>& header);

/// The columns of a header whose values may stand in a run, in printed order.
std::vector<RunColumn> value_columns(std::span<RunColumn const> header);

/// A column of words that tells what an indicator is, between its name and its target.
bool has_explanation(std::span<RunColumn const> header);

/// What stands below a label that nobody has listed is among the values: they cannot be told apart.
bool has_unknown_value(std::span<RunColumn const> header);

/// Labels behind that of the target are the names of places: each has a target of its own.
bool names_places(std::string_view labels);

/// A column between the name and the target that tells what an indicator is: 定量.
bool has_nature(std::span<RunColumn const> header);

/// A column of units between the name and the target.
bool has_unit(std::span<RunColumn const> header);

/// The value columns before and behind that of results.
std::span<RunColumn const> before_actual(std::span<RunColumn const> columns);
std::span<RunColumn const> behind_actual(std::span<RunColumn const> columns);

/// Those of weights and scores.
std::vector<RunColumn> points_columns(std::span<RunColumn const> header);

} // namespace jixiao::recognition::fused
