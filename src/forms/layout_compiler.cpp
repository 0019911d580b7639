#include "forms/layout_compiler.hpp"

#include "forms/form_labels.hpp"

#include <algorithm>
#include <utility>

namespace jixiao {

namespace {

LayoutUse use_of(LabelKind kind) {
  switch (kind) {
  case LabelKind::value:
  case LabelKind::amount_row:
  case LabelKind::amount_column:
    return LayoutUse::printed;
  case LabelKind::column:
    return LayoutUse::column;
  case LabelKind::optional_column:
  case LabelKind::side:
  case LabelKind::series:
  case LabelKind::total:
  case LabelKind::ignored:
    break;
  }
  return LayoutUse::known;
}

} // namespace

bool is_complete(FormGrammar const& form) {
  bool complete = !form.is_base;
  visit_labels(form, [&](LabelRule const& rule, LabelKind kind) {
    auto const leads = kind == LabelKind::value || kind == LabelKind::amount_row || kind == LabelKind::amount_column ||
                       kind == LabelKind::column || kind == LabelKind::optional_column;
    complete = complete && (!leads || rule.destination);
  });
  return complete;
}

std::string_view CompiledLayouts::keep(std::string text) { return strings_.emplace_back(std::move(text)); }

void CompiledLayouts::add(FormGrammar const& form, std::vector<std::pair<std::string, LayoutLabel>>& places) {
  auto const number = static_cast<std::uint16_t>(layouts_.size());
  Layout layout;
  layout.name = keep(form.name);
  layout.family = keep(form.family);
  layout.place = keep(form.place);
  layout.first_title = static_cast<std::uint16_t>(titles_.size());
  layout.titles = static_cast<std::uint16_t>(form.titles.size());
  layout.first_slot = static_cast<std::uint32_t>(slots_.size());
  layout.is_base = form.is_base;
  layout.is_complete = is_complete(form);
  for (std::string_view title : form.titles) {
    bool const any_before = title.starts_with('*');
    titles_.push_back({keep(label_key(title.substr(any_before ? 1 : 0))), any_before});
  }
  visit_labels(form, [&](LabelRule const& rule, LabelKind kind) {
    auto const use = use_of(kind);
    if (use != LayoutUse::known)
      ++layout.printed;
    if (use == LayoutUse::column)
      ++layout.columns;
    slots_.push_back({keep(rule.texts.front()), use});
    for (auto const& text : rule.texts)
      places.emplace_back(label_key(text), LayoutLabel{number, layout.slots, use});
    ++layout.slots;
  });
  for (auto const& label : form.requires_labels)
    places.emplace_back(label_key(label), LayoutLabel{number, layout.required++, LayoutUse::required});
  for (auto const& label : form.forbids_labels)
    places.emplace_back(label_key(label), LayoutLabel{number, 0, LayoutUse::forbidden});
  layouts_.push_back(layout);
}

CompiledLayouts::CompiledLayouts(std::span<FormGrammar const> forms) {
  std::vector<std::pair<std::string, LayoutLabel>> places;
  for (auto const& form : forms)
    add(form, places);
  std::ranges::stable_sort(places, {}, &std::pair<std::string, LayoutLabel>::first);
  for (auto& [text, label] : places) {
    if (texts_.empty() || texts_.back().text != text)
      texts_.push_back({keep(std::move(text)), static_cast<std::uint32_t>(labels_.size())});
    labels_.push_back(label);
  }
  texts_.push_back({{}, static_cast<std::uint32_t>(labels_.size())});
}

std::span<LayoutLabel const> LayoutTable::find(std::string_view folded) const {
  if (texts.empty())
    return {};
  auto const known = texts.first(texts.size() - 1);
  auto const found = std::ranges::lower_bound(known, folded, {}, &LayoutText::text);
  if (found == known.end() || found->text != folded)
    return {};
  auto const index = static_cast<std::size_t>(found - known.begin());
  return labels.subspan(texts[index].first, texts[index + 1].first - texts[index].first);
}

} // namespace jixiao
