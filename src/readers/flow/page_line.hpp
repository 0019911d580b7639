#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace jixiao::flow {

/// The lines that pages have above and below their text: each once, and none that numbers pages.
class PageLines {
public:
  void add(std::string_view text);
  std::vector<std::string> const& lines() const { return lines_; }

private:
  std::vector<std::string> lines_;
};

} // namespace jixiao::flow
