#include "tests/calibrate/complete_layout.hpp"

#include "forms/form_language_inheritance.hpp"
#include "forms/form_parser.hpp"
#include "recognition/labels/vocabulary.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

namespace jixiao::calibrate {

namespace {

using recognition::Role;

std::vector<recognition::Meaning> const* meanings_of(LabelRule const& rule) {
  std::string buffer;
  return recognition::Vocabulary::builtin().find(fold_label(rule.texts.front(), buffer));
}

Destination amount(std::string const& address) {
  auto const dot = address.find('.');
  auto const scope = address.substr(0, dot);
  return {FieldId::funds, scope == "here" ? "year" : scope, address.substr(dot + 1), ""};
}

/// Where the vocabulary leads a label in one of these roles.
std::optional<Destination> destination_of(LabelRule const& rule, std::initializer_list<Role> roles) {
  for (auto const role : roles)
    if (auto const* meaning = recognition::meaning_of(meanings_of(rule), role)) {
      if (role == Role::fund)
        return amount(meaning->target);
      if (role == Role::measure)
        return meaning->target == "reason" ? std::nullopt
                                           : std::optional(Destination{FieldId::funds, "", "", meaning->target});
      if (auto const field = find_field(role == Role::goal ? "goals." + meaning->target : meaning->target))
        return Destination{*field, "", "", ""};
    }
  return std::nullopt;
}

void complete(std::vector<LabelRule>& rules, std::initializer_list<Role> roles) {
  for (auto& rule : rules)
    if (!rule.destination)
      rule.destination = destination_of(rule, roles);
}

bool is_unknown(LabelRule const& rule) { return !rule.destination; }

void complete(FormGrammar& form) {
  for (auto& block : form.pairs)
    for (auto& panel : block.panels)
      complete(panel, {Role::pair, Role::fund, Role::goal});
  for (auto& block : form.matrices) {
    complete(block.rows, {Role::fund});
    complete(block.columns, {Role::measure});
    std::erase_if(block.rows, is_unknown);
    std::erase_if(block.columns, is_unknown);
  }
  std::erase_if(form.matrices, [](MatrixBlock const& block) { return block.rows.empty() || block.columns.empty(); });
  for (auto& block : form.below)
    complete(block.headers, {Role::goal, Role::pair});
  for (auto& block : form.records) {
    for (auto& column : block.columns)
      if (is_unknown(column.label))
        column.label.destination = destination_of(column.label, {Role::column});
    std::erase_if(block.columns, [](ColumnRule const& column) { return is_unknown(column.label); });
  }
}

bool has_column(FormGrammar const& form, FieldId field) {
  return std::ranges::any_of(form.records.front().columns,
                             [&](ColumnRule const& column) { return column.label.destination->field == field; });
}

/// All `.form` files in the order of their names.
std::string text_of_forms() {
  std::set<std::filesystem::path> files;
  for (auto const& entry : std::filesystem::directory_iterator(std::string(JIXIAO_SOURCE_DIR) + "/grammars/forms"))
    if (entry.path().extension() == ".form")
      files.insert(entry.path());
  std::string out;
  for (auto const& file : files) {
    std::ifstream in(file, std::ios::binary);
    out.append(std::istreambuf_iterator<char>(in), {}).append("\n");
  }
  return out;
}

} // namespace

std::vector<FormGrammar> complete_layouts() {
  std::vector<FormGrammar> out;
  auto const forms = parse_forms(text_of_forms(), "grammars/forms").forms;
  for (auto const& one : forms) {
    auto form = form_language::with_bases(one, forms, {});
    complete(form);
    if (!form.titles.empty() && form.records.size() == 1 && has_column(form, FieldId::level3) &&
        has_column(form, FieldId::target))
      out.push_back(std::move(form));
  }
  return out;
}

} // namespace jixiao::calibrate
