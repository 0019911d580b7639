#include "restore/restore.hpp"

#include "forms/contents.hpp"
#include "recognition/pieces/garbled.hpp"
#include "recognition/repair/cut_cells.hpp"
#include "restore/label_guess.hpp"
#include "restore/scraped_document.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace jixiao {
namespace {

constexpr std::size_t enough_cut_labels = 2; ///< different ones, before a document counts as scraped
constexpr std::size_t enough_damaged = 5;    ///< different labels that lost characters at their cuts
constexpr std::size_t longest_piece = 40;    ///< bytes

/// The form that most labels of the document are of.
std::uint16_t likely_form(Page const& page, std::size_t forms) {
  std::vector<std::size_t> counts(forms);
  for (auto const& cell : page.cells)
    if (cell.label.lexeme >= 0)
      for (auto const& use : (*page.lexicon)[cell.label.lexeme].uses)
        ++counts[use.form];
  return static_cast<std::uint16_t>(std::max_element(counts.begin(), counts.end()) - counts.begin());
}

/// Two cells beside each other that are no labels, and may be one together.
template <class Take> void each_cut(Page const& page, Take take) {
  for (std::size_t row = 0; row < page.rows.size(); ++row) {
    auto const cells = page.row(row);
    for (std::size_t i = 0; i + 1 < cells.size(); ++i) {
      std::array<std::string_view, 2> const pieces{page.text(cells[i]), page.text(cells[i + 1])};
      if (cells[i].label.lexeme < 0 && cells[i + 1].label.lexeme < 0 && cells[i + 1].x == cells[i].x + 1 &&
          !pieces[0].empty() && !pieces[1].empty() && pieces[0].size() + pieces[1].size() <= longest_piece)
        take(pieces);
    }
  }
}

struct CutLabels {
  std::set<int> whole;   ///< cut without a loss
  std::set<int> damaged; ///< characters are lost, doubled or halved at the cut
};

/// `labels`: null when only whole ones are asked for.
CutLabels cut_labels(Page const& page, LabelGuesser const* labels) {
  CutLabels found;
  std::string buffer;
  each_cut(page, [&](std::span<std::string_view const> pieces) {
    auto const match = match_label(*page.lexicon, std::string(pieces[0]) + std::string(pieces[1]), buffer);
    if (match.fit == LabelFit::whole)
      found.whole.insert(match.lexeme);
    else if (auto const guess = labels ? labels->guess(pieces) : LabelGuess{}; guess.lexeme >= 0)
      found.damaged.insert(guess.lexeme);
  });
  return found;
}

bool has_garbled(Page const& page) {
  return std::ranges::any_of(page.cells,
                             [&](PageCell const& cell) { return recognition::is_garbled(page.text(cell)); });
}

Reading carry_out(ScrapedPlan plan, Reading& scraped) {
  RestoredReading restored(scraped);
  std::size_t left = 0;
  auto const leave_over = [&](std::size_t end) {
    restored.end_table();
    for (; left < end; ++left)
      restored.left_over(plan.left_over[left].first, plan.left_over[left].second);
  };
  for (auto& row : plan.rows) {
    if (row.copies_block)
      restored.copy(row.block);
    else if (row.ends_table)
      leave_over(row.left_over);
    else
      restored.row(row.block, std::move(row.cells));
  }
  leave_over(plan.left_over.size());
  return std::move(restored).finish();
}

} // namespace

bool restore_scraped_tables(Reading& reading, Page const& page, RestoreContext const& context) {
  if (context.forms.empty())
    return false;
  if (cut_labels(page, nullptr).whole.size() < enough_cut_labels)
    return false;
  auto const form = likely_form(page, context.forms.size());
  LabelGuesser const guesser(context.lexicon, context.forms[form], form);
  auto const labels = cut_labels(page, &guesser);
  // What is only cut is put together where it is read, and so are damaged labels where cuts tell that it is.
  bool const damaged = labels.damaged.size() >= enough_damaged && labels.damaged.size() > labels.whole.size() &&
                       !recognition::has_cut_cells(reading, recognition::builtin_label_finder());
  if (!damaged && !has_garbled(page))
    return false;
  auto plan = ScrapedDocument(page, context, form).read();
  mend_values(plan, find_contents(page).entries);
  reading = carry_out(std::move(plan), reading);
  return true;
}

} // namespace jixiao
