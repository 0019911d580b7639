#include "readers/csv/curly_quotes.hpp"

#include <algorithm>
#include <vector>

namespace jixiao {
namespace {

constexpr std::size_t mark_size = 3; // of “ and ” in UTF-8
constexpr std::string_view ends_of_fields = ",;\t|\n\r";

std::size_t next_mark(std::string_view text, std::size_t at) {
  return std::min(text.find("\u201C", at), text.find("\u201D", at));
}

bool ends_field_at(std::string_view text, std::size_t at) {
  return at >= text.size() || ends_of_fields.find(text[at]) != std::string_view::npos;
}

} // namespace

std::optional<std::string> with_straight_quotes(std::string_view text) {
  constexpr std::size_t fewest = 4;
  std::vector<std::size_t> marks;
  std::size_t begin = 0, in_need = 0;
  bool is_open = false;
  for (auto at = next_mark(text, 0); at != std::string_view::npos; at = next_mark(text, at + mark_size)) {
    if (!is_open && (at == 0 || ends_field_at(text, at - 1))) {
      is_open = true;
      begin = at;
    } else if (is_open && ends_field_at(text, at + mark_size)) {
      is_open = false;
      marks.insert(marks.end(), {begin, at});
      auto const inner = text.substr(begin + mark_size, at - begin - mark_size);
      in_need += inner.find_first_of(",\n") != std::string_view::npos ? 1 : 0;
    }
  }
  if (is_open || marks.size() < fewest)
    return std::nullopt;
  auto const fields = static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return ends_of_fields.find(c) != std::string_view::npos; }));
  if (marks.size() < fields && in_need * 4 < marks.size())
    return std::nullopt;
  std::string out(text);
  for (std::size_t i = 0; i < marks.size(); ++i)
    out.replace(marks[i], mark_size, i % 2 == 0 ? "  \"" : "\"  ");
  return out;
}

} // namespace jixiao
