#include "recognition/repair/broken_rows.hpp"

#include "recognition/columns/header_row.hpp"
#include "recognition/pieces/looks.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <span>

namespace jixiao::recognition {

namespace {

constexpr std::size_t longest_half = 60; ///< bytes of a part of a label

bool is_known(Piece const& piece) { return piece.label.known() || piece.label.is_level(); }

bool is_label(Label const& label) { return label.rest == 0 && (label.known() || label.is_level()); }

/// The two are a label together, and at least one of them is none.
bool are_halves(std::string_view upper, std::string_view lower, LabelFinder const& labels) {
  if (upper.empty() || lower.empty() || upper.size() > longest_half || lower.size() > longest_half ||
      look_of(upper) != Look::short_words || look_of(lower) != Look::short_words)
    return false;
  std::string folded;
  fold_label(upper, folded);
  fold_label(lower, folded);
  auto const whole = labels.find_folded(folded), first = labels.find(upper), second = labels.find(lower);
  // 生态效益 and 指标 are labels of their own.
  bool const group = whole.is_level() && first.is_level() && !second.is_level();
  return is_label(whole) && (group || !(is_label(first) && is_label(second)));
}

/// A sentence that is open at the end of a row, and the line without tabs that ends it and is no note of its own.
bool are_parts_of_sentence(std::string_view upper, std::string_view lower, LabelFinder const& labels) {
  constexpr std::size_t shortest = 30; ///< bytes: no name
  auto const ends = [](std::string_view text) { return text.ends_with("。") || text.ends_with("；"); };
  return upper.size() >= shortest && !ends(upper) && ends(lower) && upper.find("，") != std::string_view::npos &&
         !labels.find(lower).known();
}

/// A row of a header of indicators: from here on the parting of cells decides.
bool heads_columns(std::span<Piece const> row) {
  return std::ranges::count_if(row, [](Piece const& piece) { return piece.label.as(Role::column); }) >= 3;
}

/// The first text of a line goes on with the one before: it is no label, and what stands behind it is no value of it.
bool goes_on(std::span<Piece const> line, Piece const& before) {
  auto const texts = std::ranges::count_if(line, &Piece::is_text);
  auto const& first = line.front();
  if (texts == 0 || !first.is_text() || is_known(first) || is_known(before) || before.look() < Look::short_words)
    return false;
  auto const next = std::ranges::find_if(line.subspan(1), &Piece::is_text);
  return texts == 1 || is_known(*next) || !may_be_label(first);
}

} // namespace

bool has_broken_rows(Reading const& reading, LabelFinder const& labels) {
  auto const is_table = [&](Row const& row) { return reading.blocks[row.block].kind == BlockKind::table; };
  for (std::size_t r = 1; r < reading.rows.size(); ++r) {
    auto const &upper = reading.rows[r - 1], &lower = reading.rows[r];
    if ((!is_table(upper) && !is_table(lower)) || lower.cell_count == 0 || upper.cell_count == 0)
      continue;
    auto const &last = reading.cells[upper.first_cell + upper.cell_count - 1], &first = reading.cells[lower.first_cell];
    if (!is_next_to(last, first))
      continue;
    auto const before = trim(last.text), behind = trim(first.text);
    if (are_halves(before, behind, labels) ||
        (is_table(upper) && lower.cell_count == 1 && are_parts_of_sentence(before, behind, labels)))
      return true;
  }
  return false;
}

void join_texts_over_lines(Page& page) {
  std::uint32_t before = 0, tail = 0; ///< the text before the line, and where it ends
  for (std::uint32_t row = 0; row + 1 < page.rows.size(); ++row) {
    auto const line = page.row(row);
    if (heads_columns(line))
      return;
    if (line.empty())
      continue;
    auto const begin = page.rows[row];
    auto& last = page.pieces[before];
    auto& first = page.pieces[begin];
    if (tail < begin && !last.paragraph && is_next_to(page, tail, begin) && goes_on(line, last)) {
      last.text = {last.text.data(),
                   static_cast<std::size_t>(first.text.data() - last.text.data()) + first.text.size()};
      last.known_look.reset();
      first.joined = true;
      tail = begin;
      page.over_lines.push_back({before, begin});
    }
    for (auto at = begin; at < page.rows[row + 1]; ++at)
      if (page.pieces[at].is_text())
        before = tail = at;
  }
}

} // namespace jixiao::recognition
