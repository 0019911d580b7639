#include "readers/flow/page_line.hpp"

#include "text/clean.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace jixiao::flow {

bool is_page_number(std::string_view line) {
  for (std::size_t at = 0; at < line.size();) {
    auto const c = character_at(line, at);
    at += c.length;
    bool const counts = (c.value < 0x80 && std::string_view("0123456789-/ \t\n").find(static_cast<char>(c.value)) !=
                                               std::string_view::npos) ||
                        std::u32string_view(U"第页共—－·").find(c.value) != std::u32string_view::npos;
    if (!counts)
      return false;
  }
  return true;
}

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
