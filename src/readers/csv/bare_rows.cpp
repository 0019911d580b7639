#include "readers/csv/bare_rows.hpp"

#include "readers/lines.hpp"
#include "text/clean.hpp"

#include <algorithm>

namespace jixiao {

std::optional<std::string> with_bare_rows(std::string_view text) {
  constexpr std::size_t fewest = 3;
  if (!trim(text.substr(0, 1024)).starts_with('['))
    return std::nullopt;
  std::string out(text);
  std::size_t rows = 0;
  for (std::size_t at = 0; at < text.size();) {
    auto const end = find_line_end(text, at);
    auto const line = text.substr(at, end - at);
    auto row = trim(line);
    bool const is_outer = row.empty() || row == "[" || row == "]";
    row = row.ends_with(',') ? row.substr(0, row.size() - 1) : row;
    if (!is_outer && (!row.starts_with("[\"") || !row.ends_with("]")))
      return std::nullopt;
    rows += is_outer ? 0 : 1;
    auto const put_blanks = [&](std::string_view part) {
      std::fill_n(out.begin() + (part.data() - text.data()), part.size(), ' ');
    };
    auto const bare = is_outer ? line.substr(line.size()) : row.substr(1, row.size() - 2);
    put_blanks(line.substr(0, static_cast<std::size_t>(bare.data() - line.data())));
    put_blanks(line.substr(static_cast<std::size_t>(bare.data() + bare.size() - line.data())));
    at = end + 1;
  }
  return rows >= fewest ? std::optional(std::move(out)) : std::nullopt;
}

} // namespace jixiao
