#pragma once

#include "readers/aligned/table.hpp"

#include <optional>

namespace jixiao::aligned {

/// Reads a table of places whose groups and names head columns, each place on a line of its own:
///
///              产出指标                     满意度指标
///     县区     数量指标        质量指标    服务对象满意度指标
///              恢复湿地面积    成活率        村民满意度
///     汀阳区   1200             ≥90%         ≥88%
///
/// Nothing where the sheet holds none.
std::optional<Table> read_turned_places(Sheet const& sheet);

/// The words behind gutters in the header of such a table that were taken for spaces.
std::vector<std::uint32_t> gutters_of_places(Sheet const& sheet);

} // namespace jixiao::aligned
