#pragma once

#include <string_view>

namespace jixiao {

/// True for a line that does no more than number a page: "第 1 页 共 3 页", "- 2 -".
bool is_page_number(std::string_view line);

} // namespace jixiao
