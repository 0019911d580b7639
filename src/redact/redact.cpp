#include "redact/redact.hpp"

#include <algorithm>

namespace jixiao {

namespace {

constexpr std::string_view hidden = "＊＊＊";

/// Calls a function with each text of a document that was read from the source, a visit() for each of its types.
template <class Each> class Walk {
public:
  explicit Walk(Each& each) : each_(each) {}

  template <class T> void visit(std::optional<T>& value) {
    if (value)
      visit(*value);
  }
  template <class T> void visit(std::vector<T>& list) {
    for (auto& one : list)
      visit(one);
  }
  void visit(std::string& text) { each_(text); }
  void visit(Party& party) { all(party.code, party.name); }
  void visit(Value& value) { all(value.text, value.unit, value.subject); }
  void visit(ValueOf& value) { all(value.of, value.value); }
  void visit(Labelled& value) { all(value.label, value.text); }
  void visit(Choice& choice) { all(choice.label, choice.text, choice.chosen, choice.offered); }
  void visit(TableRow& row) { visit(row.cells); }
  void visit(PrintedText& printed) { visit(printed.text); }
  void visit(Fund& fund) { visit(fund.label); }
  void visit(ScheduleEntry& entry) { visit(entry.by); }
  void visit(Section& section) { all(section.heading, section.text); }
  void visit(Furniture& furniture) { visit(furniture.text); }
  void visit(Unclaimed& cell) { visit(cell.text); }
  void visit(Indicator& row) {
    all(row.level1, row.level2, row.level3, row.definition, row.target, row.actual, row.basis, row.remark,
        row.direction, row.nature, row.panel, row.targets, row.results, row.choices, row.other, row.printed);
  }
  void visit(Goals& goals) { all(goals.project, goals.project_period, goals.annual, goals.expected, goals.actual); }
  void visit(Form& form) {
    all(form.ordinal, form.title, form.project_name, form.project_code, form.project_nature, form.project_category,
        form.supervising_department, form.implementing_unit, form.funds, form.fund_purpose, form.spending_schedule,
        form.goals, form.indicators, form.grade, form.contacts, form.choices, form.tasks, form.other, form.printed);
  }
  void visit(Diagnostic& finding) {
    for (auto& argument : finding.arguments)
      visit(argument.value);
    visit(finding.runner_up);
  }
  void visit(Document& document) {
    all(document.title, document.contents, document.sections, document.forms, document.diagnostics,
        document.coverage.unclaimed, document.coverage.furniture);
  }

private:
  template <class... Parts> void all(Parts&... parts) { (visit(parts), ...); }

  Each& each_;
};

bool has_contact_label(Labelled const& value) {
  return std::ranges::any_of(value.label, [](std::string const& label) { return is_contact_label(label); });
}

template <class Each> void for_each_contact(Document& document, Each const& each) {
  auto const of_list = [&](std::vector<Labelled>& list, bool all) {
    for (auto& one : list)
      if (all || has_contact_label(one))
        each(one.text);
  };
  for (auto& form : document.forms) {
    of_list(form.contacts, true);
    of_list(form.other, false);
    for (auto& row : form.indicators)
      of_list(row.other, false);
    for (auto& row : form.tasks)
      of_list(row.cells, false);
  }
}

} // namespace

void collect_secrets(Document const& document, Secrets& secrets) {
  auto copy = document;
  for_each_contact(copy, [&](std::string const& text) { secrets.add_contact(text); });
  auto const look = [&](std::string& text) { secrets.add_labelled(text); };
  Walk<decltype(look) const>(look).visit(copy);
}

std::size_t mask_document(Document& document, Secrets const& secrets) {
  std::size_t count = 0;
  for_each_contact(document, [&](std::string& text) {
    count += !text.empty();
    text = hidden;
  });
  auto const mask = [&](std::string& text) { count += secrets.mask(text); };
  Walk<decltype(mask) const>(mask).visit(document);
  return count;
}

void mask_blocks(std::vector<InspectedBlock>& blocks, Secrets const& secrets) {
  for (auto& block : blocks)
    for (auto& row : block.rows)
      for (auto& cell : row) {
        if (cell.claim.find("/contacts/") != cell.claim.npos && !is_contact_label(cell.text))
          cell.text = hidden;
        else
          secrets.mask(cell.text);
      }
}

} // namespace jixiao
