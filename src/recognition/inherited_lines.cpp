#include "recognition/inherited_lines.hpp"

#include "recognition/fields/amounts.hpp"

namespace jixiao::recognition {

namespace {

/// A form that stands below another under one title.
void inherit(Form& form, Form const& above) {
  if (!form.fiscal_year)
    form.fiscal_year = above.fiscal_year;
  if (!form.amount_unit)
    form.amount_unit = above.amount_unit;
}

} // namespace

void inherit_lines_above(std::vector<Drafts>& forms) {
  Draft const* above = nullptr;
  for (auto& drafts : forms)
    for (auto& draft : drafts) {
      auto& form = draft.form;
      if (above && !form.title) {
        bool const has_unit = form.amount_unit.has_value();
        inherit(form, above->form);
        if (above->has_unit_line && !form.implementing_unit)
          form.implementing_unit = above->form.implementing_unit;
        draft.has_unit_line = draft.has_unit_line || above->has_unit_line;
        if (!has_unit)
          finish_funds(draft);
      }
      if (above || form.title)
        above = &draft;
    }
}

} // namespace jixiao::recognition
