#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace jixiao::flow {

/// True for a line of a page's header or footer that does no more than number the page: "第 1 页 共 3 页", "- 2 -".
bool is_page_number(std::string_view line);

/// The lines that pages have above and below their text: each once, and none that numbers pages.
class PageLines {
public:
  void add(std::string_view text);
  std::vector<std::string> const& lines() const { return lines_; }

private:
  std::vector<std::string> lines_;
};

} // namespace jixiao::flow
