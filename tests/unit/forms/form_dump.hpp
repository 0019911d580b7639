#pragma once

#include "forms/form_grammar.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace jixiao::test {

/// A form grammar as nested lists, one label a line.
class FormDump {
public:
  static std::string of(FormGrammar const& form) {
    FormDump dump;
    dump.form(form);
    return std::move(dump.out_);
  }

private:
  std::string out_;

  void line(int depth, std::string const& text) {
    out_ += std::string(static_cast<std::size_t>(depth) * 2, ' ') + text + "\n";
  }

  static std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

  template <class Texts> static std::string list(std::string head, Texts const& texts) {
    for (auto const& text : texts)
      head += " " + quoted(text);
    return "(" + head + ")";
  }

  static std::string destination(Destination const& to) {
    std::string text(name_of(to.field));
    for (auto const& part : {to.scope, to.item, to.measure})
      text += part.empty() ? "" : "." + part;
    return text;
  }

  static std::string label(LabelRule const& rule) {
    std::string text;
    for (auto const& one : rule.texts)
      text += (text.empty() ? "" : " | ") + quoted(one);
    if (rule.annotation)
      text += " with " + std::string(name_of(*rule.annotation));
    if (rule.destination)
      text += " -> " + destination(*rule.destination);
    return text;
  }

  template <class Labels> void labels(int depth, std::string const& head, Labels const& rules) {
    for (auto const& rule : rules)
      line(depth, "(" + (head.empty() ? "" : head + " ") + label(rule) + ")");
  }

  template <class Labels> void group(std::string const& head, Labels const& rules) {
    line(2, "(" + head);
    labels(3, "", rules);
    out_.back() = ')';
    out_ += '\n';
  }

  template <class Blocks, class Body> void blocks(std::string const& head, Blocks const& all, Body body) {
    for (auto const& block : all) {
      line(1, "(" + head);
      body(block);
      out_.back() = ')';
      out_ += '\n';
    }
  }

  void head(FormGrammar const& form) {
    line(0, "(form " + form.name);
    if (!form.base.empty())
      line(1, "(extends " + form.base + ")");
    if (form.is_base)
      line(1, "(base)");
    if (!form.family.empty())
      line(1, "(family " + form.family + ")");
    if (!form.place.empty())
      line(1, list("place", std::initializer_list<std::string>{form.place}));
    if (form.first_year)
      line(1, "(years " + std::to_string(*form.first_year) + " " +
                  (form.last_year ? std::to_string(*form.last_year) : "-") + ")");
    if (!form.note.empty())
      line(1, list("source", std::initializer_list<std::string>{form.note}));
    if (!form.titles.empty())
      line(1, list("title", form.titles));
    if (!form.requires_labels.empty())
      line(1, list("requires", form.requires_labels));
    if (!form.forbids_labels.empty())
      line(1, list("forbids", form.forbids_labels));
    if (!form.without.empty())
      line(1, list("without", form.without));
    for (auto const field : form.lines)
      line(1, "(line " + std::string(name_of(field)) + ")");
    if (form.prose_sections)
      line(1, "(prose sections)");
  }

  void records(RecordsBlock const& block) {
    labels(2, "side", block.sides);
    for (auto const& column : block.columns)
      line(2, std::string(column.optional ? "(optional column " : "(column ") + label(column.label) + ")");
    for (auto const& total : block.totals) {
      auto text = "(total " + label(total.label);
      for (auto const& [from, to] : total.fields)
        text += " (" + std::string(name_of(from)) + " -> " + std::string(name_of(to)) + ")";
      line(2, text + ")");
    }
  }

  void form(FormGrammar const& form) {
    head(form);
    blocks("pairs", form.pairs, [&](PairsBlock const& block) {
      labels(2, "side", block.sides);
      for (auto const& panel : block.panels)
        group("panel", panel);
    });
    blocks("matrix", form.matrices, [&](MatrixBlock const& block) {
      labels(2, "side", block.sides);
      group("rows", block.rows);
      group("columns", block.columns);
    });
    blocks("below", form.below, [&](BelowBlock const& block) {
      labels(2, "side", block.sides);
      labels(2, "", block.headers);
    });
    for (auto const& block : form.series)
      line(1, "(series " + label(block.side) + ")");
    blocks("records", form.records, [&](RecordsBlock const& block) { records(block); });
    labels(1, "ignore", form.ignored);
    out_.back() = ')';
    out_ += '\n';
  }
};

} // namespace jixiao::test
