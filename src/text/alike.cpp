#include "text/alike.hpp"

#include "text/characters.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace jixiao {
namespace {

bool is_ideograph(char32_t c) {
  return (c >= 0x3400 && c < 0xA000) || (c >= 0xF900 && c < 0xFB00) || (c >= 0x20000 && c < 0x40000);
}

} // namespace

std::u32string characters_of(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) {
    auto const c = character_at(text, at);
    out += c.value;
    at += c.length;
  }
  return out;
}

std::string utf8_of(std::u32string_view characters) {
  std::string out;
  for (auto const c : characters)
    append_utf8(out, c);
  return out;
}

std::u32string ideographs_of(std::string_view text) {
  auto all = characters_of(text);
  std::erase_if(all, [](char32_t c) { return !is_ideograph(c); });
  return all;
}

std::size_t common_subsequence(std::u32string_view a, std::u32string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (auto const c : a) {
    std::size_t diagonal = 0;
    for (std::size_t j = 0; j < b.size(); ++j) {
      auto const above = row[j + 1];
      row[j + 1] = c == b[j] ? diagonal + 1 : std::max(above, row[j]);
      diagonal = above;
    }
  }
  return row.back();
}

double likeness(std::u32string_view a, std::u32string_view b) {
  if (a.empty() || b.empty())
    return 0;
  return 2 * static_cast<double>(common_subsequence(a, b)) / static_cast<double>(a.size() + b.size());
}

std::string join_cut(std::vector<std::string_view> const& pieces) {
  std::string out;
  for (auto piece : pieces) {
    if (!out.empty() && piece.size() > out.size() && out.size() > 3 && piece.starts_with(out))
      out.clear(); // the edge cut nothing off, and all of it was printed once more
    if (!out.empty() && !piece.empty()) {
      auto const last = character_before(out, out.size());
      auto const first = character_at(piece, 0);
      if (last.value == first.value && is_ideograph(first.value))
        piece.remove_prefix(first.length);
      else if (!is_chinese(last.value) && !is_chinese(first.value))
        out += ' ';
    }
    out += piece;
  }
  return out;
}

} // namespace jixiao
