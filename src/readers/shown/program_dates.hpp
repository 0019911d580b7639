#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace jixiao {

/// The day that a date says as programs write it: `Thu Jan 01 2026 00:00:00 GMT+0800`, `Thu Jan 01 00:00:00 CST 2026`,
/// `/Date(1767196800000+0800)/`; 2026-01-01.
std::optional<std::string> day_of_program_date(std::string_view text);

} // namespace jixiao
