#include "forms/page.hpp"

#include "text/clean.hpp"

#include <string_view>
#include <unordered_map>

namespace jixiao {

namespace {

constexpr std::size_t longest_repeated = 60; ///< bytes

/// `label_of` is asked for each cell that is not blank.
template <class LabelOf> Page make_page(Reading const& reading, Lexicon const* lexicon, LabelOf label_of) {
  Page page{&reading, lexicon, {}, {}};
  page.rows.reserve(reading.rows.size());
  page.cells.reserve(reading.cells.size() / 2);
  for (auto const& row : reading.rows) {
    auto const first = static_cast<std::uint32_t>(page.cells.size());
    for (std::uint32_t i = row.first_cell; i < row.first_cell + row.cell_count; ++i) {
      auto const& cell = reading.cells[i];
      if (is_blank(cell.text))
        continue;
      page.cells.push_back({i, cell.x, label_of(cell.text)});
    }
    page.rows.push_back({first, static_cast<std::uint32_t>(page.cells.size()) - first, row.cell_count});
  }
  return page;
}

} // namespace

Page read_page(Reading const& reading, Lexicon const& lexicon) {
  std::string buffer;
  std::unordered_map<std::string_view, LabelMatch> known; // forms that follow each other print the same labels
  return make_page(reading, &lexicon, [&](std::string_view text) {
    if (text.size() > longest_repeated)
      return match_label(lexicon, text, buffer);
    auto const [match, is_new] = known.try_emplace(text);
    if (is_new)
      match->second = match_label(lexicon, text, buffer);
    return match->second;
  });
}

Page read_texts(Reading const& reading) {
  return make_page(reading, nullptr, [](std::string_view) { return LabelMatch{}; });
}

LabelUse const* find_use(Page const& page, PageCell const& cell, std::uint16_t form, LabelRole role) {
  if (cell.label.lexeme < 0)
    return nullptr;
  for (auto const& use : (*page.lexicon)[cell.label.lexeme].uses)
    if (use.form == form && use.role == role)
      return &use;
  return nullptr;
}

} // namespace jixiao
