#include "recognition/pieces/pieces.hpp"

#include "text/clean.hpp"

#include <cstdint>
#include <string_view>

namespace jixiao::recognition {

bool is_next_to(Cell const& first, Cell const& second) {
  constexpr std::int64_t farthest = 64; ///< bytes
  auto const gap = std::int64_t{second.begin} - first.end;
  auto const end = first.text.data() + first.text.size();
  // Texts that a reader has put together stand elsewhere.
  if (is_blank(first.text) || is_blank(second.text) || gap < 1 || gap > farthest || end != second.text.data() - gap)
    return false;
  std::string_view const between{end, static_cast<std::size_t>(gap)};
  return between.find('\t') == std::string_view::npos && is_blank(between);
}

bool is_next_to(Page const& page, std::uint32_t first, std::uint32_t second) {
  auto const &before = page.pieces[first], &behind = page.pieces[second];
  auto const &a = page.reading->cells[before.cell], &b = page.reading->cells[behind.cell];
  auto const whole = trim(a.text);
  return !before.blank() && !behind.blank() && is_next_to(a, b) &&
         before.text.data() + before.text.size() == whole.data() + whole.size() &&
         behind.text.data() == trim(b.text).data();
}

} // namespace jixiao::recognition
