#pragma once

#include <jixiao/convert.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace jixiao::cli {

/// The limits by the names that --limit takes, in the order of Limits.
std::vector<std::string_view> limit_names();

/// All limits, a line like `bytes=268435456` each.
std::string describe(Limits const& limits);

/// Sets one limit: `bytes=1G`, `cells-in-row=10000`. K, M and G stand for 1024, its square and its cube. Throws
/// UsageError with what was expected.
void set_limit(Limits& limits, std::string_view assignment);

} // namespace jixiao::cli
