#include "readers/flow/page_line.hpp"

#include "text/clean.hpp"
#include "text/page_number.hpp"

#include <algorithm>

namespace jixiao::flow {

void PageLines::add(std::string_view text) {
  constexpr std::size_t most_lines = 64;
  while (!text.empty()) {
    auto const end = std::min(text.find('\n'), text.size());
    auto const line = trim(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    bool const is_new = std::ranges::find(lines_, line) == lines_.end();
    if (!line.empty() && is_new && !is_page_number(line) && lines_.size() < most_lines)
      lines_.emplace_back(line);
  }
}

} // namespace jixiao::flow
