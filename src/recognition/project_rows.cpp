#include "recognition/project_rows.hpp"

#include "grammars/code_name.hpp"
#include "recognition/amounts.hpp"
#include "recognition/fields.hpp"

#include <optional>
#include <string>
#include <utility>

namespace jixiao::recognition {

namespace {

std::optional<Party> party_of(std::string_view text) {
  auto const party = grammars::match_code_name(text);
  if (!party)
    return std::nullopt;
  return Party{party->code.empty() ? Text() : std::string(party->code), std::string(party->name)};
}

} // namespace

bool ProjectRows::read(RecordCells const& cells) {
  auto name = text_of(draft(), cells, ColumnKind::project_name);
  bool const has_indicator =
      cells.find(ColumnKind::level3) || cells.find(ColumnKind::target) || cells.find(ColumnKind::goal);
  if (auto const* unit = cells.find(ColumnKind::implementing_unit))
    unit_ = unit->pieces;
  if (name.empty() || !has_indicator) {
    if (!has_indicator)
      for (auto const& entry : cells.entries)
        for (auto const piece : entry.pieces)
          draft().take_furniture(piece, "subtotal");
    return false;
  }
  bool const another = draft().form.project_name.has_value();
  if (another)
    begin_draft();
  auto& form = draft().form;
  form.project_name = std::move(name);
  take(cells, ColumnKind::project_name, FieldId::project_name);
  set_units(cells);
  if (auto category = text_of(draft(), cells, ColumnKind::project_category); !category.empty())
    form.project_category = std::move(category);
  take(cells, ColumnKind::project_category, FieldId::project_category);
  if (auto code = text_of(draft(), cells, ColumnKind::project_code); !code.empty())
    form.project_code = std::move(code);
  take(cells, ColumnKind::project_code, FieldId::project_code);
  if (auto const* budget = cells.find(ColumnKind::budget))
    set_fund(draft(), {"year", "total", "budget", {}, {}, {}, {}}, budget->pieces, budget->pieces[0]);
  if (auto const* goal = cells.find(ColumnKind::goal))
    set_goal(draft(), "annual", goal->pieces);
  return another;
}

void ProjectRows::set_units(RecordCells const& cells) {
  auto& form = draft().form;
  for (auto const piece : unit_) {
    if (auto party = party_of(draft().text(piece)))
      form.implementing_unit = std::move(*party);
    draft().take_field(piece, FieldId::implementing_unit);
  }
  if (auto const code = text_of(draft(), cells, ColumnKind::unit_code); !code.empty()) {
    if (!form.implementing_unit)
      form.implementing_unit = Party{};
    form.implementing_unit->code = code;
    take(cells, ColumnKind::unit_code, FieldId::implementing_unit);
  }
  if (auto const department = text_of(draft(), cells, ColumnKind::supervising_department); !department.empty())
    if (auto party = party_of(department))
      form.supervising_department = std::move(*party);
  take(cells, ColumnKind::supervising_department, FieldId::supervising_department);
}

void ProjectRows::take(RecordCells const& cells, ColumnKind kind, FieldId field) {
  auto const* entry = cells.find(kind);
  if (!entry)
    return;
  for (auto const piece : entry->pieces)
    draft().take_field(piece, field);
  draft().places.push_back({std::string(name_of(field)), entry->pieces[0]});
}

/// What stands above the table holds for every project in it.
void ProjectRows::begin_draft() {
  auto const& first = drafts_.front().form;
  Draft next(*draft().page, *draft().claims, static_cast<std::uint16_t>(draft().number + 1));
  next.has_header = true;
  next.form.kind = first.kind;
  next.form.fiscal_year = first.fiscal_year;
  next.form.amount_unit = first.amount_unit;
  drafts_.push_back(std::move(next));
}

} // namespace jixiao::recognition
