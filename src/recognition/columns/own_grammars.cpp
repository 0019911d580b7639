#include "recognition/columns/own_grammars.hpp"

#include "recognition/labels/labels.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>

namespace jixiao::recognition {

namespace {

constexpr std::size_t longest_own_label = 150; ///< bytes

/// Calls `visit(rule, role)` for every label of a grammar, with what it does on the form.
template <class Visit> void each_meaning(FormGrammar const& grammar, Visit visit) {
  auto const sides = [&](std::vector<LabelRule> const& rules, std::string_view block) {
    for (auto const& rule : rules)
      visit(rule, Meaning{Role::side, std::string(block)});
  };
  // The vocabulary knows where it leads, or its value is kept under it.
  Meaning const unled{Role::pair, "other"};
  auto const of = [](LabelRule const& rule) -> Destination { return rule.destination.value_or(Destination{}); };
  auto const amount = [&](LabelRule const& rule, std::string_view scope) {
    if (!rule.destination)
      return unled;
    auto const to = of(rule);
    auto address = std::string(scope.empty() ? to.scope : scope) + "." + to.item;
    if (!to.measure.empty() && to.measure != "budget")
      address += "." + to.measure;
    return Meaning{Role::fund, std::move(address)};
  };
  auto const value = [&](LabelRule const& rule, std::string_view scope = {}) {
    if (!rule.destination)
      return unled;
    auto const name = std::string(name_of(rule.destination->field));
    if (rule.destination->field == FieldId::funds)
      return amount(rule, scope);
    if (name.starts_with("goals."))
      return Meaning{Role::goal, name.substr(6)};
    return Meaning{Role::pair, name};
  };
  for (auto const& block : grammar.pairs) {
    sides(block.sides, "fund");
    auto const panels_with = [&](LabelRule const& rule) {
      return std::ranges::count_if(block.panels, [&](std::vector<LabelRule> const& panel) {
        return std::ranges::any_of(panel, [&](LabelRule const& other) { return other.texts == rule.texts; });
      });
    };
    // What stands in several panels has the scope of the one that it stands in.
    for (auto const& panel : block.panels)
      for (auto const& rule : panel)
        visit(rule, value(rule, panels_with(rule) > 1 ? "here" : ""));
  }
  for (auto const& block : grammar.matrices) {
    sides(block.sides, "fund");
    for (auto const& rule : block.rows)
      visit(rule, amount(rule, {}));
    for (auto const& rule : block.columns)
      visit(rule, rule.destination ? Meaning{Role::measure, of(rule).measure} : unled);
  }
  for (auto const& block : grammar.below) {
    sides(block.sides, "goal");
    for (auto const& rule : block.headers)
      visit(rule, value(rule));
  }
  for (auto const& block : grammar.series)
    visit(block.side, Meaning{Role::series, "spending_schedule"});
  for (auto const& block : grammar.records) {
    sides(block.sides, "indicators");
    for (auto const& column : block.columns)
      visit(column.label,
            Meaning{Role::column, column.label.destination ? std::string(name_of(column.label.destination->field))
                                                           : std::string("other")});
    for (auto const& total : block.totals)
      visit(total.label, Meaning{Role::total, "score"});
  }
  for (auto const& rule : grammar.ignored)
    visit(rule, Meaning{Role::note, "note"});
}

} // namespace

std::vector<FormGrammar const*> own_grammars(std::span<FormGrammar const> given, Reading const& reading) {
  std::vector<FormGrammar const*> out;
  if (given.empty())
    return out;
  std::set<std::string, std::less<>> printed;
  for (auto const& cell : reading.cells)
    if (!cell.text.empty() && cell.text.size() <= longest_own_label) {
      auto label = folded(cell.text);
      if (auto const bracket = label.find('('); bracket != std::string::npos)
        printed.insert(label.substr(0, bracket));
      printed.insert(std::move(label));
    }
  for (auto const& grammar : given) {
    if (grammar.is_base)
      continue;
    std::size_t found = 0, all = 0;
    each_meaning(grammar, [&](LabelRule const& rule, Meaning const&) {
      ++all;
      found += std::ranges::any_of(rule.texts, [&](std::string const& text) { return printed.contains(folded(text)); });
    });
    auto const has = [&](std::string const& text) { return printed.contains(folded(text)); };
    if (found * 5 >= all * 3 && std::ranges::all_of(grammar.requires_labels, has) &&
        std::ranges::none_of(grammar.forbids_labels, has))
      out.push_back(&grammar);
  }
  return out;
}

void add_labels(FormGrammar const& grammar, Vocabulary& vocabulary) {
  each_meaning(grammar, [&](LabelRule const& rule, Meaning const& meaning) {
    bool const is_value = meaning.target == "other";
    for (auto const& text : rule.texts)
      if (rule.destination || !is_value || !vocabulary.find(folded(text)))
        vocabulary.add(text, meaning);
  });
}

std::vector<TitlePattern> titles_of(FormGrammar const& grammar) {
  std::vector<TitlePattern> out;
  for (std::string_view title : grammar.titles) {
    bool const any_before = title.starts_with('*');
    title.remove_prefix(any_before ? 1 : 0);
    out.push_back({folded(title), grammar.family, any_before});
  }
  return out;
}

DocumentLabels::DocumentLabels(std::span<FormGrammar const> given, Reading const& reading)
    : own_(own_grammars(given, reading)), finder_(builtin_label_finder().of_document()) {
  if (own_.empty())
    return;
  vocabulary_ = Vocabulary::builtin();
  for (auto const* grammar : own_)
    add_labels(*grammar, *vocabulary_);
  finder_.emplace(LabelFinder(*vocabulary_, builtin_taxonomy()).of_document());
}

std::vector<TitlePattern> DocumentLabels::titles() const {
  std::vector<TitlePattern> out;
  for (auto const* grammar : own_)
    std::ranges::move(titles_of(*grammar), std::back_inserter(out));
  return out;
}

} // namespace jixiao::recognition
