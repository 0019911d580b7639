#pragma once

#include <jixiao/review.hpp>

#include <string>
#include <vector>

namespace jixiao::cli {

/// The findings that a file accepts and that have not expired:
///
///     # CODES [PROJECT] until DATE REASON
///     V519,V552 until 2031-12-31 一年期项目不填左半
///     V546 "调研经费" until 2031-06-30 已要求单位下年修改
///
/// Throws UsageError on a line that has no date, no reason or no such code.
std::vector<Suppression> read_accepted(std::string const& file);

} // namespace jixiao::cli
