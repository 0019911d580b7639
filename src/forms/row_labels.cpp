#include "forms/row_labels.hpp"

#include <algorithm>
#include <array>

namespace jixiao {

RowLabel const* RowLabels::first(LabelRole role) const {
  auto const found = std::find_if(all.begin(), all.end(), [&](RowLabel const& l) { return l.use->role == role; });
  return found == all.end() ? nullptr : &*found;
}

bool RowLabels::has(LabelRole role, std::size_t at_least) const {
  auto const count = std::count_if(all.begin(), all.end(), [&](RowLabel const& l) { return l.use->role == role; });
  return static_cast<std::size_t>(count) >= at_least;
}

std::size_t RowLabels::distinct(LabelRole role, std::uint8_t block) const {
  std::array<bool, 256> seen{};
  std::size_t count = 0;
  for (auto const& label : all) {
    if (label.use->role != role || label.use->block != block || seen[label.use->entry])
      continue;
    seen[label.use->entry] = true;
    ++count;
  }
  return count;
}

std::optional<std::uint8_t> RowLabels::most_frequent_block(LabelRole role) const {
  std::optional<std::uint8_t> best;
  std::size_t most = 0;
  for (auto const& label : all) {
    if (label.use->role != role)
      continue;
    auto const count = distinct(role, label.use->block);
    if (count > most) {
      most = count;
      best = label.use->block;
    }
  }
  return best;
}

namespace {

/// The role that most labels of the row can have; a header row is recognised by its company.
LabelRole prevailing_role(Page const& page, std::size_t row, std::uint16_t form) {
  std::array<int, 9> counts{};
  for (auto const& cell : page.row(row)) {
    if (cell.label.lexeme < 0)
      continue;
    std::array<bool, 9> seen{};
    for (auto const& use : (*page.lexicon)[cell.label.lexeme].uses) {
      auto const role = static_cast<std::size_t>(use.role);
      if (use.form != form || seen[role])
        continue;
      seen[role] = true;
      ++counts[role];
    }
  }
  counts[static_cast<std::size_t>(LabelRole::side)] = 0;
  return static_cast<LabelRole>(std::max_element(counts.begin(), counts.end()) - counts.begin());
}

/// Of several uses, the one that suits the row: its role, then a panel not left of those already used.
LabelUse const* choose(Lexeme const& lexeme, std::uint16_t form, LabelRole prevailing, RowLabels const& before,
                       bool right_half) {
  LabelUse const* best = nullptr;
  int best_fit = -1;
  auto const* previous = before.all.empty() ? nullptr : before.all.back().use;
  for (auto const& use : lexeme.uses) {
    if (use.form != form)
      continue;
    int fit = use.role == prevailing ? 8 : use.role == LabelRole::side ? 4 : 0;
    if (previous && previous->role == use.role && previous->block == use.block) {
      fit += use.panel == previous->panel + 1 ? 3 : use.panel > previous->panel ? 2 : 0;
      if (use.rule == previous->rule)
        fit -= 2;
    } else if (right_half == (use.panel > 0)) {
      fit += 1;
    }
    if (fit > best_fit) {
      best = &use;
      best_fit = fit;
    }
  }
  return best;
}

} // namespace

RowLabels read_row_labels(Page const& page, std::size_t row, std::uint16_t form, std::int32_t side_x) {
  RowLabels labels;
  auto const prevailing = prevailing_role(page, row, form);
  for (auto const& cell : page.row(row)) {
    if (cell.label.lexeme < 0)
      continue;
    // A first label well to the right of the side column stands in the right-hand panel.
    bool const right_half = labels.all.empty() && cell.x > side_x + 1;
    if (auto const* use = choose((*page.lexicon)[cell.label.lexeme], form, prevailing, labels, right_half))
      labels.all.push_back({&cell, use});
  }
  return labels;
}

} // namespace jixiao
