#include "recognition/inherited_lines.hpp"

#include "recognition/fields/amounts.hpp"
#include "recognition/records/table_end.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace jixiao::recognition {

namespace {

/// A form that stands below another under one title.
void inherit(Form& form, Form const& above) {
  if (!form.fiscal_year)
    form.fiscal_year = above.fiscal_year;
  if (!form.amount_unit)
    form.amount_unit = above.amount_unit;
}

/// The project of a list in brackets, in the table of the one before it, or one below the header of that.
bool goes_on_in_table(Draft const& draft, Draft const& above) {
  if (draft.below_header_above)
    return true;
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

bool stands_above_project(Draft const& draft, std::string_view field) {
  auto const place_of = [&](std::string_view name) {
    return std::ranges::find(draft.places, name, &std::pair<std::string, std::uint32_t>::first);
  };
  auto const line = place_of(field), project = place_of("project_name");
  return line != draft.places.end() && project != draft.places.end() && line->second < project->second;
}

bool goes_on_below(Page const& page, std::vector<Column> const& header, std::uint32_t at) {
  auto const& first = page.pieces[at];
  if (header.empty() || page.borders > Borders::separated || !first.label.is_level() ||
      !is_row_of_records(page, first.row))
    return false;
  auto const block_of = [&](Piece const& piece) { return page.reading->rows[piece.source_row].block; };
  auto const below_one = [&](Piece const& piece) {
    return piece.blank() || std::ranges::any_of(header, [&](Column const& c) { return overlap(piece, c); });
  };
  return (page.text || block_of(first) == block_of(page.pieces[header.front().piece])) &&
         std::ranges::all_of(page.row(first.row), below_one);
}

} // namespace jixiao::recognition
