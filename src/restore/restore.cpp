#include "restore/restore.hpp"

#include "forms/contents.hpp"
#include "restore/scraped_document.hpp"

#include <algorithm>
#include <optional>
#include <set>

namespace jixiao {
namespace {

constexpr std::size_t enough_cut_labels = 2; ///< different ones, before a document counts as scraped
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

/// Labels that two neighbouring cells are together, though neither is one.
bool is_scraped(Page const& page) {
  std::set<int> cut;
  std::string buffer;
  for (std::size_t row = 0; row < page.rows.size(); ++row) {
    auto const cells = page.row(row);
    for (std::size_t i = 0; i + 1 < cells.size(); ++i) {
      auto const first = page.text(cells[i]), second = page.text(cells[i + 1]);
      if (cells[i].label.lexeme >= 0 || cells[i + 1].label.lexeme >= 0 || cells[i + 1].x != cells[i].x + 1 ||
          first.size() + second.size() > longest_piece)
        continue;
      auto const match = match_label(*page.lexicon, std::string(first) + std::string(second), buffer);
      if (match.fit == LabelFit::whole && cut.insert(match.lexeme).second && cut.size() >= enough_cut_labels)
        return true;
    }
  }
  return false;
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
  if (context.forms.empty() || !is_scraped(page))
    return false;
  auto const form = likely_form(page, context.forms.size());
  auto plan = ScrapedDocument(page, context, form).read();
  mend_values(plan, find_contents(page).entries);
  reading = carry_out(std::move(plan), reading);
  return true;
}

} // namespace jixiao
