#pragma once

#include "recognition/draft.hpp"

#include <cstdint>
#include <vector>

namespace jixiao::recognition {

/// Texts that follow the labels of `count` goals, a group a goal: one text each; more texts go on with the numbered
/// list that they are part of.
std::vector<std::vector<std::uint32_t>> texts_by_goal(Draft const& draft, std::vector<std::uint32_t> const& texts,
                                                      std::size_t count);

} // namespace jixiao::recognition
