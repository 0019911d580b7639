#include "recognition/layout_name.hpp"

#include "recognition/labels.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace jixiao::recognition {

namespace {

using PrintedLabels = std::set<std::string, std::less<>>;

/// PrintedLabels printed in a draft, whole and without what stands in brackets behind them.
PrintedLabels printed_labels(Draft const& draft) {
  PrintedLabels out;
  for (auto i = draft.first_piece; i <= draft.last_piece && i < draft.page->pieces.size(); ++i) {
    auto const& label = draft.page->pieces[i].label;
    if (draft.claim_of(i).kind != ClaimKind::label || draft.claim_of(i).form != draft.number || label.is_level())
      continue;
    out.insert(folded(draft.page->pieces[i].text));
    if (!label.text.empty())
      out.insert(label.text);
  }
  return out;
}

/// How many labels of a grammar are printed, and how many it has.
struct Count {
  std::size_t printed = 0, all = 0;
  PrintedLabels known;

  void add(LabelRule const& rule, PrintedLabels const& labels, bool optional = false) {
    bool found = false;
    for (auto const& text : rule.texts) {
      auto const label = folded(text);
      known.insert(label);
      found = found || labels.contains(label);
    }
    all += optional && !found ? 0 : 1;
    printed += found ? 1 : 0;
  }
};

Count count_labels(FormGrammar const& grammar, PrintedLabels const& labels) {
  Count count;
  for (auto const& block : grammar.pairs)
    for (auto const& panel : block.panels)
      for (auto const& rule : panel)
        count.add(rule, labels);
  for (auto const& block : grammar.matrices) {
    for (auto const& rule : block.rows)
      count.add(rule, labels);
    for (auto const& rule : block.columns)
      count.add(rule, labels);
  }
  for (auto const& block : grammar.below)
    for (auto const& rule : block.headers)
      count.add(rule, labels);
  for (auto const& block : grammar.records)
    for (auto const& column : block.columns)
      count.add(column.label, labels, column.optional);
  return count;
}

bool has_title(FormGrammar const& grammar, Draft const& draft) {
  if (!draft.form.title)
    return grammar.titles.empty();
  auto const title = folded(*draft.form.title);
  return std::ranges::any_of(grammar.titles, [&](std::string const& pattern) {
    return pattern.starts_with('*') ? title.ends_with(folded(std::string_view(pattern).substr(1)))
                                    : title == folded(pattern);
  });
}

} // namespace

FormGrammar const* described_layout(Draft const& draft, std::span<FormGrammar const> grammars) {
  auto const labels = printed_labels(draft);
  FormGrammar const* best = nullptr;
  std::size_t most = 0;
  for (auto const& grammar : grammars) {
    if (draft.form.title && !has_title(grammar, draft))
      continue;
    auto const count = count_labels(grammar, labels);
    if (count.printed <= most || count.printed * 10 < count.all * 8)
      continue;
    bool const complete = std::ranges::all_of(grammar.requires_labels,
                                              [&](std::string const& text) { return labels.contains(folded(text)); });
    bool const forbidden = std::ranges::any_of(grammar.forbids_labels,
                                               [&](std::string const& text) { return labels.contains(folded(text)); });
    if (complete && !forbidden)
      best = &grammar, most = count.printed;
  }
  return best;
}

} // namespace jixiao::recognition
