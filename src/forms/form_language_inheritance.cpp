#include "forms/form_language_inheritance.hpp"

#include "forms/form_labels.hpp"
#include "forms/form_language_suggest.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace jixiao::form_language {
namespace {

using Folded = std::unordered_set<std::string>;

void add_texts(std::vector<LabelRule> const& rules, Folded& to) {
  for (auto const& rule : rules)
    for (auto const& text : rule.texts)
      to.insert(label_key(text));
}

bool has_any(LabelRule const& rule, Folded const& texts) {
  return std::ranges::any_of(rule.texts, [&](std::string const& text) { return texts.contains(label_key(text)); });
}

/// Labels of a base by their texts.
class KnownLabels {
public:
  void add(LabelRule const& rule) {
    for (auto const& text : rule.texts)
      rules_.try_emplace(label_key(text), &rule);
  }

  void add(std::vector<LabelRule> const& rules) {
    for (auto const& rule : rules)
      add(rule);
  }

  /// A label that says not where it leads, leads where that of the base did whose place it takes.
  void lead(LabelRule& own) const {
    for (auto const& text : own.texts) {
      auto const known = rules_.find(label_key(text));
      if (own.destination || known == rules_.end())
        continue;
      own.destination = known->second->destination;
      if (!own.annotation)
        own.annotation = known->second->annotation;
    }
  }

  void lead(std::vector<LabelRule>& rules) const {
    for (auto& rule : rules)
      lead(rule);
  }

private:
  std::unordered_map<std::string, LabelRule const*> rules_;
};

void erase_labels(std::vector<LabelRule>& rules, Folded const& texts) {
  std::erase_if(rules, [&](LabelRule const& rule) { return has_any(rule, texts); });
}

template <class T> void append(std::vector<T>& to, std::vector<T> const& from) {
  to.insert(to.end(), from.begin(), from.end());
}

/// Labels with a value beside or below them, wherever a form writes them.
template <class Form, class Visit> void each_entry_list(Form& form, Visit visit) {
  for (auto& block : form.pairs)
    for (auto& panel : block.panels)
      visit(panel);
  for (auto& block : form.below)
    visit(block.headers);
}

template <class Form, class Visit> void each_side_list(Form& form, Visit visit) {
  for (auto& block : form.pairs)
    visit(block.sides);
  for (auto& block : form.matrices)
    visit(block.sides);
  for (auto& block : form.below)
    visit(block.sides);
  for (auto& block : form.records)
    visit(block.sides);
}

void drop_empty_blocks(FormGrammar& form) {
  for (auto& block : form.pairs)
    std::erase_if(block.panels, [](auto const& panel) { return panel.empty(); });
  auto const leads = [](LabelRule const& side) { return side.destination.has_value(); };
  std::erase_if(form.pairs,
                [&](PairsBlock const& b) { return b.panels.empty() && std::ranges::none_of(b.sides, leads); });
  std::erase_if(form.matrices, [](MatrixBlock const& b) { return b.rows.empty() || b.columns.empty(); });
  std::erase_if(form.below,
                [&](BelowBlock const& b) { return b.headers.empty() && std::ranges::none_of(b.sides, leads); });
  std::erase_if(form.series, [](SeriesBlock const& b) { return b.side.texts.empty(); });
  std::erase_if(form.records, [](RecordsBlock const& b) { return b.columns.empty(); });
}

/// `without`: the labels are printed nowhere.
void leave_out(FormGrammar& form, std::vector<std::string> const& labels) {
  Folded texts;
  for (auto const& label : labels)
    texts.insert(label_key(label));
  auto const erase = [&](std::vector<LabelRule>& rules) { erase_labels(rules, texts); };
  each_entry_list(form, erase);
  each_side_list(form, erase);
  erase(form.ignored);
  for (auto& block : form.matrices) {
    erase(block.rows);
    erase(block.columns);
  }
  std::erase_if(form.series, [&](SeriesBlock const& block) { return has_any(block.side, texts); });
  for (auto& block : form.records) {
    std::erase_if(block.columns, [&](ColumnRule const& column) { return has_any(column.label, texts); });
    std::erase_if(block.totals, [&](TotalRule const& total) { return has_any(total.label, texts); });
  }
  std::erase_if(form.requires_labels, [&](std::string const& label) { return texts.contains(label_key(label)); });
}

/// Labels of the same kind with a text in common are one: the form's own takes the place of the base's.
void replace_labels(FormGrammar& base, FormGrammar& own) {
  Folded entries, sides;
  KnownLabels known;
  each_entry_list(base, [&](std::vector<LabelRule> const& rules) { known.add(rules); });
  each_entry_list(own, [&](std::vector<LabelRule>& rules) {
    add_texts(rules, entries);
    known.lead(rules);
  });
  each_side_list(own, [&](std::vector<LabelRule> const& rules) { add_texts(rules, sides); });
  each_entry_list(base, [&](std::vector<LabelRule>& rules) { erase_labels(rules, entries); });
  each_side_list(base, [&](std::vector<LabelRule>& rules) { erase_labels(rules, sides); });
}

/// Rows, columns and records have an order: those of the form take the place of the base's as a whole.
void merge_matrices(FormGrammar& base, FormGrammar const& own) {
  if (own.matrices.empty())
    return;
  auto const before = std::exchange(base.matrices, own.matrices);
  if (before.empty())
    return;
  auto& first = base.matrices.front();
  KnownLabels rows, columns;
  rows.add(before.front().rows);
  columns.add(before.front().columns);
  rows.lead(first.rows);
  columns.lead(first.columns);
  if (first.rows.empty())
    first.rows = before.front().rows;
  if (first.columns.empty())
    first.columns = before.front().columns;
  if (first.sides.empty())
    first.sides = before.front().sides;
}

void merge_records(FormGrammar& base, FormGrammar const& own) {
  if (own.records.empty())
    return;
  auto const before = std::exchange(base.records, own.records);
  if (before.empty())
    return;
  auto& first = base.records.front();
  KnownLabels known;
  for (auto const& column : before.front().columns)
    known.add(column.label);
  for (auto& column : first.columns)
    known.lead(column.label);
  if (first.columns.empty())
    first.columns = before.front().columns;
  if (first.sides.empty())
    first.sides = before.front().sides;
  if (first.totals.empty())
    first.totals = before.front().totals;
}

/// `base` with what `own` says.
FormGrammar merged(FormGrammar base, FormGrammar own) {
  leave_out(base, own.without);
  replace_labels(base, own);
  append(base.pairs, own.pairs);
  append(base.below, own.below);
  append(base.series, own.series);
  append(base.ignored, own.ignored);
  merge_matrices(base, own);
  merge_records(base, own);
  drop_empty_blocks(base);
  base.name = std::move(own.name);
  base.base = std::move(own.base);
  base.source = std::move(own.source);
  base.note = std::move(own.note);
  base.without = std::move(own.without);
  base.is_base = own.is_base;
  if (!own.family.empty())
    base.family = std::move(own.family);
  if (!own.place.empty())
    base.place = std::move(own.place);
  if (own.first_year) {
    base.first_year = own.first_year;
    base.last_year = own.last_year;
  }
  if (!own.titles.empty())
    base.titles = std::move(own.titles);
  append(base.requires_labels, own.requires_labels);
  append(base.forbids_labels, own.forbids_labels);
  for (auto const field : own.lines)
    if (std::ranges::find(base.lines, field) == base.lines.end())
      base.lines.push_back(field);
  base.prose_sections = base.prose_sections || own.prose_sections;
  return base;
}

FormGrammar const* named(std::string_view name, std::span<FormGrammar const> first,
                         std::span<FormGrammar const> known) {
  for (auto const forms : {first, known})
    if (auto const found = std::ranges::find(forms, name, &FormGrammar::name); found != forms.end())
      return &*found;
  return nullptr;
}

enum class ChainEnd : std::uint8_t { complete, unknown, circle, too_long };

struct Chain {
  std::vector<FormGrammar const*> forms; ///< the form, its base, the base of that
  ChainEnd end = ChainEnd::complete;
};

Chain chain_of(FormGrammar const& form, std::span<FormGrammar const> first, std::span<FormGrammar const> known) {
  Chain chain{{&form}, ChainEnd::complete};
  while (!chain.forms.back()->base.empty()) {
    auto const* base = named(chain.forms.back()->base, first, known);
    chain.end = !base                                                       ? ChainEnd::unknown
                : std::ranges::find(chain.forms, base) != chain.forms.end() ? ChainEnd::circle
                : chain.forms.size() > most_bases                           ? ChainEnd::too_long
                                                                            : ChainEnd::complete;
    if (chain.end != ChainEnd::complete)
      break;
    chain.forms.push_back(base);
  }
  return chain;
}

FormGrammar folded_chain(Chain const& chain) {
  auto result = *chain.forms.back();
  for (auto form = chain.forms.rbegin() + 1; form != chain.forms.rend(); ++form)
    result = merged(std::move(result), **form);
  return result;
}

class BaseCheck {
public:
  BaseCheck(FormGrammar const& form, FormSyntax const& syntax, std::span<FormGrammar const> first,
            std::span<FormGrammar const> known, ErrorList& errors)
      : form_(form), syntax_(syntax), first_(first), known_(known), errors_(errors) {}

  void run() {
    auto const chain = chain_of(form_, first_, known_);
    switch (chain.end) {
    case ChainEnd::unknown:
      return unknown(*chain.forms.back());
    case ChainEnd::circle:
      // One that leads into a circle is none of it.
      if (chain.forms.back()->base != form_.name)
        return;
      return errors_.add(syntax_.extends.front(), "the form extends itself: " + path(chain));
    case ChainEnd::too_long:
      return errors_.add(syntax_.extends.front(),
                         "more than " + std::to_string(most_bases) + " forms extend each other: " + path(chain));
    case ChainEnd::complete:
      break;
    }
    auto base = *chain.forms[1];
    base = with_bases(base, first_, known_);
    labels(base);
    completeness(folded_chain(chain));
  }

private:
  void unknown(FormGrammar const& last) {
    if (&last != &form_)
      return; // said of the form whose base it is
    std::vector<std::string_view> names;
    for (auto const forms : {first_, known_})
      for (auto const& form : forms)
        names.push_back(form.name);
    errors_.add(syntax_.extends.front(), "there is no form " + quoted(form_.base) + did_you_mean(form_.base, names));
  }

  std::string path(Chain const& chain) const {
    std::string text;
    for (auto const* form : chain.forms)
      text += form->name + " -> ";
    return text + chain.forms.back()->base;
  }

  void labels(FormGrammar const& base) {
    Folded known;
    std::vector<std::string> printed;
    visit_labels(base, [&](LabelRule const& rule, LabelKind) {
      for (auto const& text : rule.texts)
        if (known.insert(label_key(text)).second)
          printed.push_back(text);
    });
    std::vector<std::string_view> const names(printed.begin(), printed.end());
    for (std::size_t i = 0; i < form_.without.size(); ++i)
      if (!known.contains(label_key(form_.without[i])))
        errors_.add(syntax_.without[i], "the base has no such label" + did_you_mean(form_.without[i], names));
    visit_labels(form_, [&](LabelRule const& rule, LabelKind) { add_texts({rule}, known); });
    for (std::size_t i = 0; i < form_.requires_labels.size(); ++i)
      if (!syntax_.broken && !known.contains(label_key(form_.requires_labels[i])))
        errors_.add(syntax_.required[i],
                    "neither the form nor its base has such a label; add it to a block or to \"ignore\"");
  }

  void completeness(FormGrammar const& whole) {
    if (syntax_.broken)
      return;
    if (whole.family.empty())
      errors_.add(syntax_.name, "neither the form nor its base has a \"family\"");
    if (whole.titles.empty() && !form_.is_base)
      errors_.add(syntax_.name, "neither the form nor its base has a \"title\"");
    std::set<FieldId> fields;
    for (auto const& block : form_.records)
      for (auto const& column : block.columns)
        fields.insert(column.label.destination ? column.label.destination->field : FieldId::level3);
    auto const columns = std::ranges::any_of(form_.records, [](RecordsBlock const& b) { return !b.columns.empty(); });
    if (columns && !fields.contains(FieldId::level3))
      errors_.add(syntax_.records.front().keyword, "the records have no column that leads to level3");
  }

  FormGrammar const& form_;
  FormSyntax const& syntax_;
  std::span<FormGrammar const> first_, known_;
  ErrorList& errors_;
};

} // namespace

FormGrammar with_bases(FormGrammar const& form, std::span<FormGrammar const> first,
                       std::span<FormGrammar const> known) {
  return folded_chain(chain_of(form, first, known));
}

void check_bases(std::span<FormGrammar const> forms, std::span<FormSyntax const> syntax,
                 std::span<FormGrammar const> known, ErrorList& errors) {
  for (std::size_t i = 0; i < forms.size(); ++i)
    if (!forms[i].base.empty())
      BaseCheck(forms[i], syntax[i], forms, known, errors).run();
}

} // namespace jixiao::form_language
