#include "recognition/layouts/layout_match.hpp"

#include <algorithm>
#include <string>

namespace jixiao::recognition {

bool is_telling(PrintedLabel const& label) {
  return label.kind == LabelKind::value || label.kind == LabelKind::amount_row ||
         label.kind == LabelKind::amount_column || label.kind == LabelKind::column;
}

LayoutMatch::LayoutMatch(LayoutTable const& table, std::vector<PrintedLabel> const& labels)
    : table_(table), labels_(labels), fits_(table.layouts.size()), seen_(table.slots.size()) {
  for (std::size_t i = 0; i < fits_.size(); ++i)
    fits_[i].layout = static_cast<std::uint16_t>(i);
  std::vector<Walk> walks(fits_.size());
  std::uint16_t telling = 0;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (is_telling(labels[i]))
      ++telling;
    visit(labels[i].whole, i + 1, walks);
    if (labels[i].text != labels[i].whole)
      visit(labels[i].text, i + 1, walks);
  }
  for (auto& fit : fits_) {
    fit.unexpected = static_cast<std::uint16_t>(telling - fit.expected);
    fit.possible = fit.possible && walks[fit.layout].required == layout(fit).required;
  }
}

void LayoutMatch::visit(std::string_view text, std::size_t number, std::vector<Walk>& walks) {
  auto const& label = labels_[number - 1];
  for (auto const& place : table_.find(text)) {
    auto& fit = fits_[place.layout];
    auto& walk = walks[place.layout];
    if (place.use == LayoutUse::required) {
      if (required_.insert(std::uint32_t{place.layout} << 16 | place.slot).second)
        ++walk.required;
      continue;
    }
    if (place.use == LayoutUse::forbidden) {
      fit.possible = false;
      continue;
    }
    // The same word may be a column of the records and one of the fund block; each only counts as what it is here.
    if ((place.use == LayoutUse::column) != (label.kind == LabelKind::column) && place.use != LayoutUse::known)
      continue;
    if (place.use == LayoutUse::column) {
      if (walk.column_label + 1 == number && walk.column + 1 == place.slot)
        ++fit.in_order;
      walk.column = place.slot;
      walk.column_label = number;
    }
    auto const slot = table_.layouts[place.layout].first_slot + place.slot;
    if (place.use != LayoutUse::known && !seen_[slot])
      ++fit.printed;
    seen_[slot] = true;
    if (walk.label != number && is_telling(label))
      ++fit.expected;
    walk.label = number;
  }
}

std::size_t LayoutMatch::distance(LayoutFit const& fit) const {
  auto const& one = layout(fit);
  std::size_t const pairs = one.columns > 0 ? one.columns - 1U : 0U;
  return 2 * (std::size_t{one.printed} - fit.printed + fit.unexpected) + pairs -
         std::min<std::size_t>(pairs, fit.in_order);
}

bool LayoutMatch::describes(LayoutFit const& fit) const {
  return fit.possible && fit.printed > 0 && fit.printed * 10 >= layout(fit).printed * 8 &&
         fit.unexpected * 2 <= fit.printed;
}

std::vector<std::string_view> LayoutMatch::missing(LayoutFit const& fit) const {
  std::vector<std::string_view> out;
  auto const slots = table_.slots_of(layout(fit));
  for (std::size_t i = 0; i < slots.size(); ++i)
    if (slots[i].use != LayoutUse::known && !seen_[layout(fit).first_slot + i])
      out.push_back(slots[i].name);
  return out;
}

std::vector<PrintedLabel const*> LayoutMatch::unexpected(LayoutFit const& fit) const {
  std::vector<PrintedLabel const*> out;
  auto const is_known = [&](std::string_view text) {
    return std::ranges::any_of(table_.find(text), [&](LayoutLabel const& place) {
      return place.layout == fit.layout && place.use <= LayoutUse::known;
    });
  };
  for (auto const& label : labels_)
    if (is_telling(label) && !is_known(label.whole) && !is_known(label.text))
      out.push_back(&label);
  return out;
}

} // namespace jixiao::recognition
