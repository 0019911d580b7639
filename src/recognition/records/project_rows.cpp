#include "recognition/records/project_rows.hpp"

#include "grammars/code_name.hpp"
#include "grammars/fiscal_year.hpp"
#include "recognition/labels/header_words.hpp"
#include "recognition/fields/amounts.hpp"
#include "recognition/fields/fields.hpp"
#include "recognition/pieces/looks.hpp"

#include <algorithm>
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

/// 单位名称、项目名称: such a column holds the names of units, too, each above its projects.
bool heads_units(RecordCells::Entry const& entry) {
  return entry.column->kind == ColumnKind::project_name &&
         std::ranges::any_of(entry.column->label, [](auto const& label) { return label.find("单位") != label.npos; });
}

} // namespace

/// The name of a unit alone in its row, or beside its code and the sum of its projects: 218003 | 市科技馆 | 310.00.
bool ProjectRows::names_unit(RecordCells const& cells, RecordCells::Entry const& name) {
  return heads_units(name) && !draft().piece(name.pieces[0]).label.as(Role::total) &&
         (cells.entries.size() == 1 || cells.find(ColumnKind::unit_code));
}

/// 合计 before the sums of a list; where covered cells are left out these stand below other labels.
bool ProjectRows::is_sum(RecordCells const& cells) {
  if (cells.entries.empty())
    return false;
  auto const& label = draft().piece(cells.entries.front().pieces.front()).label;
  return label.as(Role::total) && label.rest == 0;
}

ProjectRows::ProjectRows(Drafts& drafts, bool is_list)
    : drafts_(drafts), is_list_(is_list), department_above_(drafts.back().form.supervising_department),
      unit_above_(drafts.back().form.implementing_unit) {}

bool ProjectRows::read(RecordCells const& cells, bool named) {
  if (is_list_ && is_sum(cells)) {
    for (auto const& entry : cells.entries)
      for (auto const piece : entry.pieces)
        draft().take_furniture(piece, "subtotal");
    return false;
  }
  auto name = text_of(draft(), cells, ColumnKind::project_name);
  bool const has_indicator = named || is_list_ || cells.find(ColumnKind::level3) || cells.find(ColumnKind::target) ||
                             cells.find(ColumnKind::goal);
  auto const* unit = cells.find(ColumnKind::implementing_unit);
  if (unit && !draft().piece(unit->pieces[0]).label.as(Role::total)) // 合计 stands there, too
    unit_ = unit->pieces;
  if (name.empty())
    drop_heading();
  if (name.empty() || !has_indicator) {
    if (auto const* heading = cells.find(ColumnKind::project_name); heading && names_unit(cells, *heading)) {
      drop_heading();
      heading_ = heading->pieces;
      heads_sums_ = cells.entries.size() > 1;
    }
    // A name with nothing beside it is no sum.
    bool const sum = cells.find(ColumnKind::budget) || cells.find(ColumnKind::measure);
    if (is_list_ || (!has_indicator && sum))
      for (auto const& entry : cells.entries)
        for (auto const piece : entry.pieces)
          if (std::ranges::find(heading_, piece) == heading_.end())
            draft().take_furniture(piece, "subtotal");
    return false;
  }
  if (says_same(cells))
    return false;
  if (!heading_.empty())
    unit_ = std::exchange(heading_, {});
  bool const another = draft().form.project_name.has_value();
  if (another)
    begin_draft();
  auto& form = draft().form;
  set_project_name(form, name);
  take(cells, ColumnKind::project_name, FieldId::project_name);
  set_units(cells);
  if (auto category = text_of(draft(), cells, ColumnKind::project_category); !category.empty())
    form.project_category = std::move(category);
  take(cells, ColumnKind::project_category, FieldId::project_category);
  if (auto code = text_of(draft(), cells, ColumnKind::project_code); !code.empty())
    form.project_code = std::move(code);
  take(cells, ColumnKind::project_code, FieldId::project_code);
  for (auto const& entry : cells.entries)
    if (entry.column->kind == ColumnKind::budget) {
      auto item = entry.column->target;
      auto const dot = item.find('.');
      auto const scope = dot == std::string::npos ? "year" : item.substr(0, dot);
      item = dot == std::string::npos ? item : item.substr(dot + 1);
      bool const total = item.empty() || item == "total";
      set_fund(draft(), {scope, total ? "total" : item, "budget", {}, {}, {}, total ? "" : entry.column->label.back()},
               entry.pieces, entry.pieces[0]);
    } else if (entry.column->kind == ColumnKind::measure) {
      set_fund(draft(), {"year", "total", entry.column->target, {}, {}, {}, {}}, entry.pieces, entry.pieces[0]);
    } else if (entry.column->kind == ColumnKind::goal) {
      set_goal(draft(), entry.column->target.empty() ? "annual" : entry.column->target, entry.pieces);
    }
  if (is_list_)
    set_results(cells);
  report_lines(cells);
  return another;
}

/// No project of the unit follows: a name beside sums says nothing else.
void ProjectRows::drop_heading() {
  for (auto const piece : heads_sums_ ? heading_ : Pieces{})
    draft().take_furniture(piece, "subtotal");
  heading_.clear();
  heads_sums_ = false;
}

/// Programs print a merged cell in every row that it covers: what all such cells say again begins no other project.
bool ProjectRows::says_same(RecordCells const& cells) {
  std::vector<std::pair<ColumnKind, std::string>> texts;
  for (auto const& entry : cells.entries)
    if (entry.column->kind >= ColumnKind::project_name)
      texts.emplace_back(entry.column->kind, line_of(draft(), entry.pieces));
  bool const same = !is_list_ && draft().form.project_name && texts == texts_;
  if (!same) {
    texts_ = std::move(texts);
    told_ = false;
    return false;
  }
  for (auto const& entry : cells.entries)
    if (entry.column->kind >= ColumnKind::project_name)
      for (auto const piece : entry.pieces)
        draft().take_furniture(piece, "repeated");
  if (!std::exchange(told_, true))
    draft().remark(Code::covered_cells_printed, {{"count", texts.size()}, {"text", texts.front().second}},
                   cells.entries.front().pieces[0]);
  return true;
}

/// Cells of the project over several rows.
void ProjectRows::report_lines(RecordCells const& cells) {
  for (auto const& [kind, field] : {std::pair{ColumnKind::project_name, "project_name"},
                                    {ColumnKind::implementing_unit, "implementing_unit"},
                                    {ColumnKind::supervising_department, "supervising_department"},
                                    {ColumnKind::project_category, "project_category"},
                                    {ColumnKind::goal, "goals/annual"}}) {
    auto const* entry = draft().page->has_rows() ? cells.find(kind) : nullptr;
    for (std::size_t line = 1; entry && line < entry->pieces.size(); ++line) {
      auto const piece = entry->pieces[line];
      draft().remark(Code::text_joined,
                     {{"text", draft().text(piece)},
                      {"field", kind == ColumnKind::goal ? "goals.annual" : field},
                      {"cells", line_of(draft(), entry->pieces)}},
                     piece, std::string("/") + field);
    }
  }
}

/// What a list says of a project besides: its score and grade, and the rest under its header.
void ProjectRows::set_results(RecordCells const& cells) {
  auto& form = draft().form;
  for (auto const& entry : cells.entries) {
    auto const text = line_of(draft(), entry.pieces);
    auto const& piece = entry.pieces[0];
    if (entry.column->kind == ColumnKind::total_score) {
      take(cells, ColumnKind::total_score, FieldId::total_score);
      form.total_score = points_in(text);
      if (!form.total_score && !is_nothing(text))
        draft().remark(Code::not_understood,
                       {{"label", entry.column->label.back()}, {"text", text}, {"expected", "number"}}, piece,
                       "/total_score");
    } else if (entry.column->kind == ColumnKind::grade) {
      take(cells, ColumnKind::grade, FieldId::grade);
      if (!is_nothing(text))
        form.grade = text;
    } else if (entry.column->kind < ColumnKind::project_name && !is_nothing(text)) {
      constexpr std::string_view of_year = "年度"; // 预算年度, and not 年度结余
      if (auto const year = grammars::match_fiscal_year(text + "年");
          year && !form.fiscal_year && entry.column->label.back().ends_with(of_year))
        form.fiscal_year = *year;
      set_other(draft(), entry.column->label, entry.pieces, text);
    }
  }
}

void ProjectRows::set_units(RecordCells const& cells) {
  auto& form = draft().form;
  if (!unit_.empty())
    if (auto party = party_of(line_of(draft(), unit_)))
      form.implementing_unit = std::move(*party);
  for (auto const piece : unit_)
    if (draft().claim_of(piece).kind == ClaimKind::none)
      draft().take_field(piece, FieldId::implementing_unit);
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
  next.form.title = first.title;
  next.form.supervising_department = department_above_;
  next.form.implementing_unit = unit_above_;
  drafts_.push_back(std::move(next));
}

} // namespace jixiao::recognition
