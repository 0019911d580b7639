#pragma once

#include "grammars/match.hpp"

#include <string_view>

namespace jixiao::grammars {

/// Matches the line or cell that prints the year of a form, and nothing else.
///
///     fiscal_year = [ "(" ] ( year | "(" year ")" ) ( "年度" | "年" ) [ ")" ] | "(" year "年" part ")"
///     part        = "上半年" | month [ "月" ] sign month "月"
///     year        = 4 digits, 1990 to 2099
///
/// `(2026年度)` and `( 2020)年度` match; either bracket may be lost, as in `2019年度)`. `2025年度预算` does not match,
/// nor does `2025` alone; of a form of part of the year `（2019年1-6月）` does; `(2206年度)` is malformed at the year.
Match<int> match_fiscal_year(std::string_view text);

/// Finds the year that a title names: 2025 in `2025年度项目支出绩效自评表` and in `某区 2024 年度绩效目标汇总表`. No
/// match when it names none or several.
Match<int> find_fiscal_year(std::string_view title);

} // namespace jixiao::grammars
