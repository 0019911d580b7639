#include "readers/markdown/tabs.hpp"

#include <algorithm>

namespace jixiao {
namespace {

bool has_tab(Line const& line) { return line.text.find('\t') != std::string_view::npos; }

} // namespace

std::size_t tab_table_end(std::span<Line const> lines, std::size_t at) {
  auto end = at;
  while (end < lines.size() && lines[end].page == lines[at].page && has_tab(lines[end]))
    ++end;
  return end;
}

void read_tab_table(std::span<Line const> lines, ReadingBuilder& builder) {
  builder.begin_table();
  for (auto const& line : lines) {
    if (builder.full())
      break;
    builder.begin_row();
    for (std::size_t begin = 0; begin <= line.text.size() && !builder.full();) {
      auto const end = std::min(line.text.find('\t', begin), line.text.size());
      auto const offset = line.begin + static_cast<std::uint32_t>(begin);
      builder.cell({line.text.substr(begin, end - begin), line.number, offset,
                    offset + static_cast<std::uint32_t>(end - begin)});
      begin = end + 1;
    }
    builder.end_row();
  }
  builder.end_table();
}

} // namespace jixiao
