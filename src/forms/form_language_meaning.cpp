#include "forms/form_language_meaning.hpp"

#include "forms/form_language_destination.hpp"
#include "forms/form_language_labels.hpp"

#include <algorithm>
#include <charconv>
#include <set>
#include <string>
#include <utility>

namespace jixiao::form_language {
namespace {

constexpr int earliest_year = 1990, latest_year = 2100;

class FormBuilder {
public:
  FormBuilder(FormSyntax const& syntax, ErrorList& errors) : syntax_(syntax), errors_(errors), labels_(errors) {}

  FormGrammar build();

private:
  FormSyntax const& syntax_;
  ErrorList& errors_;
  LabelBuilder labels_;

  Token once(std::vector<Token> const& tokens, std::string_view statement);
  void years(FormGrammar& form);
  void titles(FormGrammar& form);
  void without(FormGrammar& form);
  void required(FormGrammar& form);
  void check_filled(BlockSyntax const& syntax, bool filled);

  PairsBlock pairs(BlockSyntax const& syntax);
  MatrixBlock matrix(BlockSyntax const& syntax);
  BelowBlock below(BlockSyntax const& syntax);
  SeriesBlock series(BlockSyntax const& syntax);
  RecordsBlock records(BlockSyntax const& syntax);
  void columns(RecordsBlock& block, BlockSyntax const& syntax);
  TotalRule total(TotalSyntax const& syntax);
  void check_arrows(std::vector<LabelSyntax> const& labels);

  /// What is missing may stand in its base.
  bool extends() const { return !syntax_.extends.empty(); }

  template <class Block>
  std::vector<Block> blocks(std::vector<BlockSyntax> const& syntax, Block (FormBuilder::*build)(BlockSyntax const&)) {
    std::vector<Block> result;
    for (auto const& block : syntax)
      result.push_back((this->*build)(block));
    return result;
  }
};

Token FormBuilder::once(std::vector<Token> const& tokens, std::string_view statement) {
  for (std::size_t i = 1; i < tokens.size(); ++i)
    errors_.add(tokens[i], "a form has only one " + quoted(statement));
  return tokens.empty() ? Token{} : tokens.front();
}

void FormBuilder::years(FormGrammar& form) {
  auto const year = [&](Token digits) -> std::optional<int> {
    if (digits.empty())
      return std::nullopt;
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (value < earliest_year || value > latest_year)
      errors_.add(digits,
                  "a year is a number from " + std::to_string(earliest_year) + " to " + std::to_string(latest_year));
    return value;
  };
  for (auto const& statement : syntax_.years) {
    form.first_year = year(statement.first);
    form.last_year = statement.range ? year(statement.last) : form.first_year;
    if (form.last_year && *form.last_year < *form.first_year)
      errors_.add(statement.last, "the last year is before the first");
  }
  if (syntax_.years.size() > 1)
    errors_.add(syntax_.years[1].first, "a form has only one \"years\"");
}

void FormBuilder::titles(FormGrammar& form) {
  form.titles = labels_.texts(syntax_.titles);
  for (auto const title : syntax_.titles)
    if (title == "\"*\"")
      errors_.add(title, "\"*\" alone fits any text; write what the title ends with");
}

void FormBuilder::without(FormGrammar& form) {
  form.without = labels_.texts(syntax_.without);
  if (!extends() && !syntax_.without.empty())
    errors_.add(syntax_.without.front(), "the form extends no other; \"without\" names labels of a base");
}

/// A mark that nothing looks for would never be found, and the form never recognised.
void FormBuilder::required(FormGrammar& form) {
  form.requires_labels = labels_.texts(syntax_.required);
  for (std::size_t i = 0; i < form.requires_labels.size(); ++i)
    if (!syntax_.broken && !extends() && !labels_.knows(form.requires_labels[i]))
      errors_.add(syntax_.required[i], "the form has no such label; add it to a block or to \"ignore\"");
}

void FormBuilder::check_filled(BlockSyntax const& syntax, bool filled) {
  if (!filled)
    errors_.add(syntax.keyword, "the block is empty");
}

/// True when a side leads to a field, so that the block needs no labels of its own.
bool side_leads(BlockSyntax const& syntax) {
  return std::ranges::any_of(syntax.sides, [](LabelSyntax const& side) { return !side.destination.empty(); });
}

void FormBuilder::check_arrows(std::vector<LabelSyntax> const& labels) {
  if (extends())
    return;
  for (auto const& label : labels)
    if (label.destination.empty()) {
      auto const last = label.annotation.empty() ? label.texts.back() : label.annotation;
      errors_.add(last.data() + last.size(), "expected \"->\"; only a form that extends another may leave it out");
    }
}

PairsBlock FormBuilder::pairs(BlockSyntax const& syntax) {
  PairsBlock block{labels_.list(syntax.sides, Place::form), {}};
  check_arrows(syntax.labels);
  check_filled(syntax, !syntax.labels.empty() || !syntax.groups.empty() || side_leads(syntax));
  if (!syntax.labels.empty() && !syntax.groups.empty())
    errors_.add(syntax.groups.front().keyword, "the block has labels outside its panels; put them into a panel");
  if (!syntax.labels.empty())
    block.panels.push_back(labels_.list(syntax.labels, Place::form));
  for (auto const& panel : syntax.groups) {
    check_arrows(panel.labels);
    if (panel.labels.empty())
      errors_.add(panel.keyword, "the panel is empty");
    block.panels.push_back(labels_.list(panel.labels, Place::form));
  }
  return block;
}

MatrixBlock FormBuilder::matrix(BlockSyntax const& syntax) {
  std::vector<LabelSyntax> rows, columns;
  for (auto const& group : syntax.groups) {
    auto& list = group.keyword == "rows" ? rows : columns;
    list.insert(list.end(), group.labels.begin(), group.labels.end());
  }
  check_arrows(rows);
  check_arrows(columns);
  if (extends())
    check_filled(syntax, !rows.empty() || !columns.empty());
  else if (rows.empty() || columns.empty())
    errors_.add(syntax.keyword, "a matrix needs \"rows\" and \"columns\"");
  return {labels_.list(syntax.sides, Place::form), labels_.list(rows, Place::matrix_row),
          labels_.list(columns, Place::matrix_column)};
}

BelowBlock FormBuilder::below(BlockSyntax const& syntax) {
  check_arrows(syntax.labels);
  check_filled(syntax, !syntax.labels.empty() || side_leads(syntax));
  return {labels_.list(syntax.sides, Place::form), labels_.list(syntax.labels, Place::form)};
}

SeriesBlock FormBuilder::series(BlockSyntax const& syntax) {
  return {std::move(labels_.list(syntax.labels, Place::series).front())};
}

RecordsBlock FormBuilder::records(BlockSyntax const& syntax) {
  RecordsBlock block;
  block.sides = labels_.list(syntax.sides, Place::form);
  check_arrows(syntax.labels);
  columns(block, syntax);
  for (auto const& one : syntax.totals)
    block.totals.push_back(total(one));
  return block;
}

void FormBuilder::columns(RecordsBlock& block, BlockSyntax const& syntax) {
  auto rules = labels_.list(syntax.labels, Place::record);
  std::set<FieldId> fields;
  bool unresolved = false;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    auto const& destination = rules[i].destination;
    unresolved |= !destination;
    if (destination && !fields.insert(destination->field).second)
      errors_.add(syntax.labels[i].destination,
                  "another column leads to " + quoted(name_of(destination->field)) + " already; write synonyms with |");
    block.columns.push_back({std::move(rules[i]), syntax.labels[i].optional});
  }
  if (!unresolved && !extends() && !fields.contains(FieldId::level3))
    errors_.add(syntax.keyword, "the records have no column that leads to level3");
}

TotalRule FormBuilder::total(TotalSyntax const& syntax) {
  TotalRule rule{labels_.label(syntax.label, Place::form), {}};
  for (auto const& pair : syntax.fields) {
    auto const from = resolve_record_field(pair.from, errors_);
    auto const to = resolve_form_field(pair.to, errors_);
    if (from && to)
      rule.fields.emplace_back(*from, *to);
  }
  return rule;
}

FormGrammar FormBuilder::build() {
  FormGrammar form;
  form.name = syntax_.name;
  form.source = syntax_.source;
  form.base = once(syntax_.extends, "extends");
  form.is_base = !once(syntax_.base, "base").empty();
  form.family = once(syntax_.families, "family");
  if (auto const place = once(syntax_.places, "place"); !place.empty())
    form.place = LabelBuilder::unquoted(place);
  if (auto const source = once(syntax_.sources, "source"); !source.empty())
    form.note = LabelBuilder::unquoted(source);
  years(form);
  titles(form);
  without(form);
  form.forbids_labels = labels_.texts(syntax_.forbidden);
  for (auto const line : syntax_.lines)
    if (auto const field = resolve_form_field(line, errors_))
      form.lines.push_back(*field);
  form.prose_sections = !syntax_.prose.empty();
  form.pairs = blocks(syntax_.pairs, &FormBuilder::pairs);
  form.matrices = blocks(syntax_.matrices, &FormBuilder::matrix);
  form.below = blocks(syntax_.below, &FormBuilder::below);
  form.series = blocks(syntax_.series, &FormBuilder::series);
  form.records = blocks(syntax_.records, &FormBuilder::records);
  form.ignored = labels_.list(syntax_.ignored, Place::form);
  required(form);
  if (!syntax_.broken && !extends() && form.family.empty())
    errors_.add(syntax_.name, "the form has no \"family\"");
  if (!syntax_.broken && !extends() && !form.is_base && form.titles.empty())
    errors_.add(syntax_.name, "the form has no \"title\"");
  return form;
}

} // namespace

std::vector<FormGrammar> build_forms(std::vector<FormSyntax> const& forms, ErrorList& errors) {
  std::vector<FormGrammar> result;
  for (auto const& syntax : forms) {
    auto const same_name = [&](FormGrammar const& form) { return !form.name.empty() && form.name == syntax.name; };
    if (std::ranges::any_of(result, same_name))
      errors.add(syntax.name, "there is a form " + quoted(syntax.name) + " already");
    result.push_back(FormBuilder(syntax, errors).build());
  }
  return result;
}

} // namespace jixiao::form_language
