#include "recognition/findings/form_places.hpp"

#include <charconv>

namespace jixiao::recognition {

namespace {

/// `other/2`, `tasks/0/3`
void place_listed(Form& form, std::string_view path, Location const& at) {
  auto const slash = path.find('/');
  auto const list = path.substr(0, slash);
  std::size_t index = 0, cell = 0;
  auto const* end = path.data() + path.size();
  auto const read = std::from_chars(path.data() + slash + 1, end, index);
  if (read.ptr != end)
    std::from_chars(read.ptr + 1, end, cell);
  if (list == "other" && index < form.other.size())
    form.other[index].at = at;
  else if (list == "contacts" && index < form.contacts.size())
    form.contacts[index].at = at;
  else if (list == "choices" && index < form.choices.size())
    form.choices[index].at = at;
  else if (list == "tasks" && index < form.tasks.size() && cell < form.tasks[index].cells.size())
    form.tasks[index].cells[cell].at = at;
}

} // namespace

Location locate_piece(Opened const& opened, Page const& page, std::uint32_t index) {
  auto const& piece = page.pieces[index];
  return locate(opened, piece.source_row, piece.cell - opened.reading.rows[piece.source_row].first_cell);
}

Location locate_row(Opened const& opened, Page const& page, std::uint32_t index) {
  auto const row = page.pieces[index].source_row;
  return locate(opened, row, opened.reading.rows[row].cell_count);
}

void place_form(Draft& draft, Opened const& opened) {
  auto const& page = *draft.page;
  auto& form = draft.form;
  for (auto const& [field, piece] : draft.places) {
    auto const at = locate_piece(opened, page, piece);
    if (auto const id = find_field(field))
      form.places.push_back({name_of(*id), at});
    else
      place_listed(form, field, at);
  }
  for (std::size_t i = 0; i < form.funds.size() && i < draft.fund_pieces.size(); ++i)
    form.funds[i].at = locate_piece(opened, page, draft.fund_pieces[i]);
  for (std::size_t i = 0; i < form.indicators.size() && i < draft.indicator_pieces.size(); ++i) {
    auto& indicator = form.indicators[i];
    indicator.at = locate_row(opened, page, draft.indicator_pieces[i]);
    for (auto& other : indicator.other)
      other.at = indicator.at;
    for (auto& choice : indicator.choices)
      choice.at = indicator.at;
  }
  if (draft.first_piece < page.pieces.size())
    form.at = locate_row(opened, page, draft.first_piece);
}

} // namespace jixiao::recognition
