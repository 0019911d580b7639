#include "readers/layout/wrapped_lines.hpp"

#include "text/characters.hpp"
#include "text/clean.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <span>

namespace jixiao {
namespace {

std::uint32_t width_of(std::string_view text) { return static_cast<std::uint32_t>(display_width(text)); }

/// Characters such as “ and ①, which some measure as one cell and some as two.
std::uint32_t ambiguous_cells(std::string_view text) {
  std::uint32_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    auto const c = character_at(text, at);
    count += c.value > 0xA0 && display_width(text.substr(at, c.length)) == 1 ? 1 : 0;
    at += c.length;
  }
  return count;
}

std::string_view first_word(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    auto const c = character_at(text, at);
    if (is_space(c.value))
      break;
    at += c.length;
  }
  return text.substr(0, at);
}

/// Comma, full stop, brackets and the like, which fill a cell of their own size.
bool is_wide_punctuation(char32_t c) {
  return (c >= 0x3001 && c <= 0x3003) || (c >= 0x3008 && c <= 0x3011) || (c >= 0x3014 && c <= 0x301B) || c == 0xFF01 ||
         c == 0xFF08 || c == 0xFF09 || c == 0xFF0C || c == 0xFF1A || c == 0xFF1B || c == 0xFF1F;
}

/// True for an odd number of backslashes: an even number is escaped ones.
bool ends_with_break_mark(std::string_view line) {
  auto const last = line.find_last_not_of('\\');
  return (line.size() - (last == std::string_view::npos ? 0 : last + 1)) % 2 == 1;
}

/// What stands for the line end behind `text`, whose last line is `line`; a mark of a hard break goes.
void append_line_end(std::string& text, std::string_view line, std::string_view next, std::uint32_t width, bool blank) {
  if (ends_with_break_mark(text))
    text.back() = '\n';
  else if (blank || has_hard_break(line, next, width))
    text.push_back('\n');
  else
    text.append(wrap_gap(line, next, width));
}

} // namespace

bool has_hard_break(std::string_view line, std::string_view next, std::uint32_t width) {
  auto const word = first_word(next);
  return width_of(line) + 1 + width_of(word) + ambiguous_cells(line) + ambiguous_cells(word) <= width;
}

std::string_view wrap_gap(std::string_view line, std::string_view next, std::uint32_t width) {
  if (line.empty() || next.empty())
    return "";
  auto const before = character_before(line, line.size()), after = character_at(next, 0);
  bool const chinese_before = is_chinese(before.value), chinese_after = is_chinese(after.value);
  if (chinese_before && chinese_after)
    return "";
  // A writer that breaks anywhere fills the line; one that breaks at spaces leaves room for a character, unless it
  // cuts a word that is longer than the line: then all pieces but the first are full. No space stands beside “，”.
  if (chinese_before || chinese_after) {
    bool const is_cut = width_of(first_word(next)) + 1 >= width;
    bool const has_room = width_of(line) + width_of(next.substr(0, after.length)) <= width;
    return has_room && !is_cut && !is_wide_punctuation(before.value) && !is_wide_punctuation(after.value) ? " " : "";
  }
  bool const is_piece = first_word(line).size() == line.size() && width_of(line) >= width;
  return is_piece || width_of(first_word(next)) >= width ? "" : " ";
}

Piece unwrap(WrappedLines const& text, ReadingBuilder& builder) {
  auto const is_text = [](Piece const& line) { return !line.text.empty(); };
  auto const first = std::ranges::find_if(text.lines, is_text);
  if (first == text.lines.end())
    return text.lines.empty() ? Piece{} : text.lines.front();
  auto whole = *first;
  if (std::ranges::count_if(text.lines, is_text) == 1)
    return whole;
  std::string joined(first->text);
  auto last = first->text;
  bool blank = false;
  for (auto const& line : std::span(first + 1, text.lines.end())) {
    if (!line.text.empty()) {
      append_line_end(joined, last, line.text, text.width, blank);
      joined.append(line.text);
      last = line.text;
    }
    blank = line.text.empty();
  }
  whole.text = builder.own(std::move(joined));
  return whole;
}

} // namespace jixiao
