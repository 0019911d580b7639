#include "readers/aligned/next_column.hpp"

#include "readers/aligned/line_below.hpp"

#include <algorithm>

namespace jixiao::aligned {

namespace {

using recognition::Label;
using recognition::Role;

/// The label that heads a column; null where none does.
Label const* label_of_column(Band const& band, std::size_t column) {
  bool const own = column >= band.first_leaf && column - band.first_leaf < band.leaves.size();
  return own ? &band.header.labels[band.leaves[column - band.first_leaf]].label : nullptr;
}

bool holds_points(Label const* label) {
  return label && (label->is(Role::column, "weight") || label->is(Role::column, "score"));
}

bool is_number(std::string_view text) { return text.find_first_not_of("0123456789.") == text.npos; }

bool begins_with_digit(std::string_view text) { return text.front() >= '0' && text.front() <= '9'; }

bool is_in(Band const& band, Run const& run, std::size_t column) {
  return column_of(band, run.x0, run.x1) == static_cast<std::int16_t>(column);
}

/// No text of the line stands in the column, and one does on most lines with a name.
bool lacks_usual_text(Sheet const& sheet, Band const& band, Run const& run, std::size_t column) {
  constexpr std::size_t fewest = 2;
  auto const has = [&](std::uint32_t line, std::size_t in) {
    return std::ranges::any_of(sheet.line(line),
                               [&](Run const& other) { return &other != &run && is_in(band, other, in); });
  };
  if (band.name < 0 || has(run.line, column))
    return false;
  std::size_t named = 0, filled = 0;
  for (auto line = band.header.last; line < band.total; ++line)
    if (line != run.line && sheet.page(line) == sheet.page(run.line) && has(line, static_cast<std::size_t>(band.name)))
      ++named, filled += has(line, column) ? 1 : 0;
  return filled >= fewest && 2 * filled >= named;
}

} // namespace

std::uint32_t word_of_next_column(Sheet const& sheet, Band const& band, Run const& run) {
  if (band.header.kind != BandKind::indicators || run.line >= band.total || run.last < run.first + 2)
    return 0;
  auto const& words = sheet.text->words;
  auto const own = static_cast<std::size_t>(column_of(band, words[run.first].x0, words[run.first].x1));
  if (own + 1 >= band.columns())
    return 0;
  auto const* label = label_of_column(band, own);
  std::uint32_t found = 0;
  if (label && label->is(Role::column, "unit")) {
    auto const number = std::find_if(words.begin() + run.first + 1, words.begin() + run.last,
                                     [](Word const& word) { return begins_with_digit(word.text); });
    found = number == words.begin() + run.last ? 0 : static_cast<std::uint32_t>(number - words.begin());
  } else if (auto const* next = label_of_column(band, own + 1); next && next->is(Role::column, "target")) {
    auto const sign = std::find_if(words.begin() + run.first + 1, words.begin() + run.last,
                                   [](Word const& word) { return begins_with_comparator(word.text); });
    found = sign == words.begin() + run.last ? 0 : static_cast<std::uint32_t>(sign - words.begin());
  } else if (holds_points(label_of_column(band, own + 1)) && is_number(words[run.last - 1].text)) {
    found = run.last - 1;
  }
  return found != 0 && lacks_usual_text(sheet, band, run, own + 1) ? found : 0;
}

} // namespace jixiao::aligned
