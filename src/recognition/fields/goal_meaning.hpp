#pragma once

#include "recognition/pieces/pieces.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

/// Which goal a label names.
namespace jixiao::recognition {

/// True when a goal, or the side label of a block of goals, stands there.
bool is_goal_label(Piece const& piece);

/// The side label of a block of goals: 年度总体目标 above or before 预期目标 | 实际完成情况.
bool heads_goals(Piece const& piece);

/// 计划 | 实际, 年初设定 | 实际完成: what a short text that nobody has listed as the label of a goal says of the one
/// beside or below it, "expected" or "actual"; empty where it says nothing.
std::string_view goal_by_words(Piece const& piece);

/// By the label alone: "annual", "actual", "other", …
std::string_view goal_target(Piece const& piece);

/// 完成情况, which heads a column of results elsewhere.
bool tells_result(Piece const& piece);

/// 偏差原因分析及改进措施 behind the results.
bool is_label_of_reasons(Piece const& piece);

/// 年度目标 beside 总体目标, which then is that of the whole project.
bool is_of_year(Piece const& piece);

/// 完成 says what was reached as well as what a column of a schedule holds.
bool is_answer(Label const& label);

/// The goal that the piece `label` names among `headers`: beside one of what was reached, the goal of the year is the
/// expected one.
std::string_view goal_meaning(Page const& page, std::uint32_t label, std::span<std::uint32_t const> headers);

/// The period in the bracket of a label as printed; labels are folded.
std::optional<std::string> printed_period(std::string_view text);

} // namespace jixiao::recognition
