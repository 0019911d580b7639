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

/// The project of a list in brackets, in the table of the one before it.
bool goes_on_in_table(Draft const& draft, Draft const& above) {
  auto const block_of = [&](std::uint32_t piece) {
    return draft.page->reading->rows[draft.piece(piece).source_row].block;
  };
  if (draft.segment_first >= draft.page->pieces.size() || above.last_piece >= draft.segment_first)
    return false;
  auto const block = block_of(draft.segment_first);
  return draft.piece(draft.segment_first).fused && block == block_of(above.last_piece) &&
         draft.page->reading->blocks[block].kind == BlockKind::table;
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
        if (goes_on_in_table(draft, *above)) // the title is that of all its projects
          form.title = above->form.title;
      }
      if (above || form.title)
        above = &draft;
    }
}

} // namespace jixiao::recognition
