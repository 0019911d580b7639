#pragma once

#include "recognition/fields/draft.hpp"

#include <cstdint>
#include <vector>

namespace jixiao::recognition {

/// Texts that follow the labels of `count` goals, a group a goal: one text each; more texts go on with the numbered
/// list that they are part of.
std::vector<std::vector<std::uint32_t>> texts_by_goal(Draft const& draft, std::vector<std::uint32_t> const& texts,
                                                      std::size_t count);

/// Where rows are soft, a text that begins a row of its own and ends the goals before it: 自评时间： | 2023-05-16, or
/// the first label of a header that nobody has listed.
bool ends_goals(Page const& page, std::uint32_t index);

/// 调整后绩效目标 where no goal stands for itself, before it or behind: what the form asks for. `end`: behind the form.
bool has_revised_goal_alone(Draft const& draft, std::uint32_t end);

/// The title tells of a plan.
bool is_of_plan(Form const& form);

/// 年度目标2, above a table of its own: goes on with the goal of the year. `rest`: where the text begins in the first
/// piece.
void add_to_annual(Draft& draft, std::vector<std::uint32_t> const& texts, std::size_t rest);

/// What was read as one goal is another.
void rename_goal(Draft& draft, FieldId from, FieldId to);

/// 项目年度目标 in a plan, with nothing that was reached beside it, is the goal of the year.
void settle_expected_goal(Draft& draft);

} // namespace jixiao::recognition
