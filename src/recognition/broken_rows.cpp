#include "recognition/broken_rows.hpp"

#include "recognition/looks.hpp"
#include "text/clean.hpp"

#include <span>

namespace jixiao::recognition {

namespace {

constexpr std::size_t longest_half = 60; ///< bytes of a part of a label

std::string_view last_text(Reading const& reading, Row const& row) {
  for (auto c = row.cell_count; c-- > 0;)
    if (auto const text = trim(reading.cells[row.first_cell + c].text); !text.empty())
      return text;
  return {};
}

bool is_label(Label const& label) { return label.rest == 0 && (label.known() || label.is_level()); }

/// The two are a label together, and at least one of them is none.
bool are_halves(std::string_view upper, std::string_view lower, LabelFinder const& labels) {
  if (upper.empty() || lower.empty() || upper.size() > longest_half || lower.size() > longest_half)
    return false;
  std::string folded;
  fold_label(upper, folded);
  fold_label(lower, folded);
  return is_label(labels.find_folded(folded)) && look_of(upper) == Look::short_words &&
         look_of(lower) == Look::short_words && !(is_label(labels.find(upper)) && is_label(labels.find(lower)));
}

} // namespace

bool has_broken_rows(Reading const& reading, LabelFinder const& labels) {
  auto const is_table = [&](Row const& row) { return reading.blocks[row.block].kind == BlockKind::table; };
  for (std::size_t r = 1; r < reading.rows.size(); ++r) {
    auto const &upper = reading.rows[r - 1], &lower = reading.rows[r];
    if ((is_table(upper) || is_table(lower)) && lower.cell_count > 0 &&
        are_halves(last_text(reading, upper), trim(reading.cells[lower.first_cell].text), labels))
      return true;
  }
  return false;
}

} // namespace jixiao::recognition
