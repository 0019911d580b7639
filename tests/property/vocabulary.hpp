#pragma once

#include <span>
#include <string_view>

namespace jixiao::property {

/// A level-2 group with names filed under it: some with words that speak for the group, some without, and a few
/// with a word that speaks weakly for another one.
struct GroupWords {
  std::string_view level1, level2;
  std::span<std::string_view const> names, values;
};

/// The groups in their usual order; 成本指标 stands among them as a level 1 and, last of 产出指标, as a level 2.
std::span<GroupWords const> group_words();

std::span<std::string_view const> project_words();
std::span<std::string_view const> party_words();
std::span<std::string_view const> goal_words();

} // namespace jixiao::property
