#pragma once

#include "recognition/fields/draft.hpp"

#include <cstdint>
#include <optional>

namespace jixiao::recognition {

/// 项目名称 | 主管部门 | 实施单位 | 预算总额 over one row of their values: labels that elsewhere stand before their
/// values. Returns the piece behind that row; nothing where the row is none of such labels.
std::optional<std::uint32_t> read_names_over_values(Draft& draft, std::uint32_t first, std::uint32_t end);

} // namespace jixiao::recognition
