#pragma once

#include <string_view>

namespace jixiao::flow {

/// True for a line of a page's header or footer that does no more than number the page: "第 1 页 共 3 页", "- 2 -".
bool is_page_number(std::string_view line);

} // namespace jixiao::flow
