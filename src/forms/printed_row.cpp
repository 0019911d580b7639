#include "forms/printed_row.hpp"

#include "text/clean.hpp"

namespace jixiao {

namespace {

constexpr std::size_t longest = 60; ///< bytes of a cell

} // namespace

std::string shortened(std::string_view text) {
  auto cleaned = clean_value(text);
  if (cleaned.size() <= longest)
    return cleaned;
  auto end = longest;
  while (end > 0 && (static_cast<unsigned char>(cleaned[end]) & 0xC0) == 0x80)
    --end;
  return cleaned.substr(0, end) + "…";
}

std::string printed_row(Page const& page, std::uint32_t row) {
  std::string line;
  bool first = true;
  for (auto const& cell : page.reading->cells_of(page.reading->rows[row])) {
    if (!first)
      line += " | ";
    line += shortened(cell.text);
    first = false;
  }
  return line;
}

} // namespace jixiao
