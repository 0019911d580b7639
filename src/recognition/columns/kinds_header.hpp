#pragma once

#include "recognition/columns/columns.hpp"

#include <cstdint>

namespace jixiao::recognition {

/// The header of a grid of projects whose names of indicators stand below their groups: 项目名称 | 数量指标 | 指标值 |
/// 质量指标 | 指标值. Each group with its values is a table beside the others. No columns where there is none at
/// `first`.
Header read_kinds_header(Page const& page, std::uint32_t first, std::uint32_t end);

} // namespace jixiao::recognition
