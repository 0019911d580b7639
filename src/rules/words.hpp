#pragma once

#include <jixiao/document.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>

/// What the words of indicators say about what is measured.
namespace jixiao {

/// A reason given for a deviation: not empty, no dash, no marks alone, no stray number, not "无".
bool is_reason(Text const& remark);

/// One reason for all deviations of a form, printed below its table: 偏差大或目标未完成原因分析.
bool has_reason_below(Form const& form);

/// The name ends in a rate: 覆盖率, 及时率 (not 效率, 频率).
bool names_rate(std::string_view name);

/// The name ends in a share that cannot pass 100 %: 合格率, 满意度, 覆盖率 (not 增长率, 完成率).
bool names_bounded_rate(std::string_view name);

/// The name ends in a number of things: 次数, 人数, 数量.
bool names_count(std::string_view name);

/// The indicator says what is aimed at, or what is aimed at in each place or period.
bool has_target(Indicator const& indicator);

/// The same of what was reached.
bool has_result(Indicator const& indicator);

/// The rows 其中… of an indicator: they are not weighted by themselves.
bool is_sub_row(Indicator const& indicator);

/// Under 成本指标 of either tree.
bool is_cost(Indicator const& indicator);

bool is_satisfaction(Indicator const& indicator);

/// Of 项目决策, 项目管理, 投入 or 过程: judged by the standards of an evaluation (制度健全性: 健全), not by the
/// office's own.
bool is_of_management(Indicator const& indicator);

/// The row stands for a group that the project has nothing of: 不涉及, 无.
bool is_not_applicable(Indicator const& indicator);

/// The power of ten between a unit of money and 元: 4 for 万元; nothing for other units.
std::optional<int> money_exponent(std::string_view unit);

bool is_percent(std::string_view unit);

/// Ideographs, letters and digits of a text in order, without words that only praise (提高, 得到, 显著): what a target
/// says beyond them.
std::string without_praise(std::string_view text);

/// True for a target in words by which nothing can be judged: praise (稳步提升, 优), or the wish to meet what is asked
/// (达成目标要求, 符合要求). A number, a date, a norm or a test (通过验收, 无事故) is a standard.
bool names_no_standard(std::string_view text);

/// Ideographs, letters and digits only.
std::string bare(std::string_view text);

/// `name` without a remark in brackets at its end: 某局(汇总) is 某局.
std::string_view without_remark(std::string_view name);

bool contains_any(std::string_view text, std::span<std::string_view const> words);

/// True for what a template prints where a value is to be filled in: ≥**个, XX%.
bool holds_placeholder(std::string_view value);
bool ends_with_any(std::string_view text, std::span<std::string_view const> words);

} // namespace jixiao
