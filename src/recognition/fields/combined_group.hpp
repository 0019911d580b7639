#pragma once

#include "recognition/labels/labels.hpp"

#include <jixiao/document.hpp>

#include <string_view>

namespace jixiao::recognition {

/// Puts both groups of `产出-数量`, `产出（数量）` or `产出指标/数量指标`, where a text is the names of two that belong
/// together, into an indicator that has none. False where it is another text.
bool put_combined_group(Indicator& indicator, std::string_view text, LabelFinder const& labels);

/// 产出指标-数量指标-巡查河段: the groups stand before the name, which is left.
bool part_group_from_name(Indicator& indicator, std::string& name, LabelFinder const& labels);

} // namespace jixiao::recognition
