#include "recognition/layouts/family.hpp"

#include <algorithm>

namespace jixiao::recognition {

namespace {

bool has_results(Form const& form) {
  auto const scored = std::ranges::count_if(form.indicators, [](Indicator const& i) { return i.actual || i.score; });
  bool const spent = std::ranges::any_of(form.funds, [](Fund const& f) { return f.measure == "executed" && f.number; });
  return scored > 0 || spent || form.goals.actual;
}

bool has_part_year(Form const& form) {
  return std::ranges::any_of(form.indicators, [](Indicator const& i) { return !i.results.empty(); }) ||
         std::ranges::any_of(form.funds, [](Fund const& f) { return f.measure == "executed_to_date"; });
}

/// A declaration asks for the money of a whole project.
bool asks_for_funds(Form const& form) {
  return form.start_date || std::ranges::any_of(form.funds, [](Fund const& f) { return f.scope == "project"; });
}

std::string of_department(std::string const& kind) {
  return kind == "self_evaluation" ? "department_self_evaluation"
         : kind == "declaration"   ? "department_declaration"
                                   : "department_target";
}

} // namespace

void settle_family(Draft& draft) {
  auto& form = draft.form;
  auto const by_title = form.kind;
  auto const held = has_part_year(form)                        ? std::string("monitoring")
                    : has_results(form)                        ? std::string("self_evaluation")
                    : by_title.empty() && asks_for_funds(form) ? std::string("declaration")
                                                               : std::string("target_table");
  bool const department = by_title.starts_with("department");
  auto const plain = department ? by_title.substr(std::string_view("department_").size()) : by_title;
  bool const title_has_results = plain == "self_evaluation" || plain == "monitoring";
  bool const holds_results = held == "self_evaluation" || held == "monitoring";
  if (by_title.empty()) {
    form.kind = held;
  } else if (title_has_results != holds_results && holds_results) {
    form.kind = department ? of_department(held) : held;
    draft.remark(Code::kind_conflict, {{"title", by_title}, {"kind", form.kind}},
                 draft.places.empty() ? 0 : draft.places.front().second, "/kind");
  } else if (department && plain == "target") {
    form.kind = "department_target";
  }
  form.layout = "base-" + form.kind;
  std::ranges::replace(form.layout, '_', '-');
}

} // namespace jixiao::recognition
