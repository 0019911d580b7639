#include "text/alike.hpp"

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

std::vector<std::size_t> align_by_likeness(std::vector<std::u32string> const& names,
                                           std::vector<std::u32string> const& entries, double alike_enough) {
  auto const width = entries.size() + 1;
  std::vector<double> alike(names.size() * width), best((names.size() + 1) * width);
  for (auto i = names.size(); i-- > 0;)
    for (auto j = entries.size(); j-- > 0;) {
      auto const one = likeness(names[i], entries[j]);
      alike[i * width + j] = one >= alike_enough ? one : 0;
      best[i * width + j] = std::max(
          {best[(i + 1) * width + j], best[i * width + j + 1], best[(i + 1) * width + j + 1] + alike[i * width + j]});
    }
  std::vector<std::size_t> out(names.size(), entries.size());
  for (std::size_t i = 0, j = 0; i < names.size() && j < entries.size();) {
    if (alike[i * width + j] > 0 && best[i * width + j] == best[(i + 1) * width + j + 1] + alike[i * width + j])
      out[i++] = j++;
    else if (best[i * width + j] == best[i * width + j + 1])
      ++j;
    else
      ++i;
  }
  return out;
}

std::vector<std::string_view> parts_at_blanks(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    auto const end = std::min(text.find(' ', at), text.size());
    if (end > at)
      words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

} // namespace jixiao
