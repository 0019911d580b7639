#include "writers/tables.hpp"

#include "writers/names.hpp"
#include "writers/table_cells.hpp"
#include "writers/table_columns.hpp"

#include <algorithm>
#include <charconv>

namespace jixiao {

namespace {

std::uint64_t count(Document const& document, Severity severity) {
  return static_cast<std::uint64_t>(std::ranges::count(document.diagnostics, severity, &Diagnostic::severity));
}

void document_rows(Document const& document, std::uint64_t number, RowSink& sink) {
  std::uint64_t indicators = 0;
  for (auto const& form : document.forms)
    indicators += form.indicators.size();
  auto const& [name, path, media_type, encoding, bytes, sha256] = document.source;
  TableCells(sink)
      .put(number, name, media_type, encoding, bytes, sha256, document.title, document.forms.size(), indicators)
      .put(count(document, Severity::error), count(document, Severity::warning), count(document, Severity::note))
      .put(document.coverage.cells, document.coverage.claimed, to_string(fate_of(document)))
      .put(path.empty() ? Text() : Text(path));
}

void section_rows(Document const& document, std::uint64_t number, RowSink& sink) {
  for (std::size_t i = 0; i < document.sections.size(); ++i)
    TableCells(sink).put(number, i, document.sections[i].heading, document.sections[i].text);
}

void form_rows(Document const& document, std::uint64_t number, RowSink& sink) {
  for (std::size_t i = 0; i < document.forms.size(); ++i) {
    auto const& form = document.forms[i];
    TableCells(sink)
        .put(number, i, form.kind, form.layout, form.ordinal, form.title, form.fiscal_year)
        .put(form.project_name, form.project_code, form.project_nature, form.project_category)
        .put(form.supervising_department, form.implementing_unit, form.start_date, form.end_date)
        .put(form.amount_unit, form.fund_purpose, one_line(form.spending_schedule))
        .put(form.total_weight, form.total_score, form.grade, form.at.line);
  }
}

void fund_rows(Document const& document, std::uint64_t number, RowSink& sink) {
  for (std::size_t i = 0; i < document.forms.size(); ++i) {
    auto const& funds = document.forms[i].funds;
    for (std::size_t k = 0; k < funds.size(); ++k)
      TableCells(sink).put(number, i, k, funds[k].scope, funds[k].item, funds[k].measure, funds[k].number,
                           funds[k].yuan, funds[k].label.empty() ? Text() : Text(funds[k].label));
  }
}

void goal_rows(Document const& document, std::uint64_t number, RowSink& sink) {
  for (std::size_t i = 0; i < document.forms.size(); ++i) {
    auto const& [project, project_period, annual, expected, actual] = document.forms[i].goals;
    auto const row = [&](std::string_view goal, Text const& period, Text const& text) {
      if (period || text)
        TableCells(sink).put(number, i, goal, period, text);
    };
    row("project", project_period, project);
    row("annual", std::nullopt, annual);
    row("expected", std::nullopt, expected);
    row("actual", std::nullopt, actual);
  }
}

void indicator_rows(Document const& document, std::uint64_t number, RowSink& sink) {
  for (std::size_t i = 0; i < document.forms.size(); ++i) {
    auto const& indicators = document.forms[i].indicators;
    for (std::size_t k = 0; k < indicators.size(); ++k) {
      auto const& row = indicators[k];
      TableCells(sink)
          .put(number, i, k, row.level1, row.level2, row.level3, row.definition, row.target, row.actual)
          .put(row.weight, row.score, row.basis, row.remark, joined(row.repaired, " "), row.at.line);
    }
  }
}

void diagnostic_rows(Document const& document, std::uint64_t number, RowSink& sink) {
  for (std::size_t i = 0; i < document.diagnostics.size(); ++i) {
    auto const& finding = document.diagnostics[i];
    auto const& [code, severity, arguments, path, at, certainty, runner_up] = finding;
    TableCells(sink)
        .put(number, i, form_index(path), info(code).id, info(code).name, to_string(severity), message(finding))
        .put(path.empty() ? Text() : Text(path), at.line, at.column, at.page, at.table, at.row, at.cell)
        .put(at.begin, at.end);
  }
}

constexpr TidyTable tables[] = {
    {"documents", "one row an input, whatever became of it", columns::documents, document_rows},
    {"sections", "prose that belongs to no form", columns::sections, section_rows},
    {"forms", "one row a form, with its fields", columns::forms, form_rows},
    {"funds", "the amounts of the fund blocks, one a row, addressed by scope, item and measure", columns::funds,
     fund_rows},
    {"goals", "the goals of forms in words", columns::goals, goal_rows},
    {"indicators", "one row an indicator, its values as printed and as read", columns::indicators, indicator_rows},
    {"parts", "the targets and results of indicators that have several: by region, year, standard or period",
     columns::parts, part_rows},
    {"extras", "what is printed and has no column of its own: contacts, choices, tasks and other labelled values",
     columns::extras, extra_rows},
    {"fields", "one row a field that is filled or could not be read: its value, and how it was read", columns::fields,
     field_rows},
    {"diagnostics", "what was repaired, is doubtful or wrong, and where", columns::diagnostics, diagnostic_rows}};

} // namespace

Text joined(std::vector<std::string> const& names, std::string_view separator) {
  if (names.empty())
    return std::nullopt;
  std::string out = names.front();
  for (std::size_t i = 1; i < names.size(); ++i)
    out.append(separator).append(names[i]);
  return out;
}

Text one_line(std::vector<ScheduleEntry> const& schedule) {
  if (schedule.empty())
    return std::nullopt;
  std::string out;
  for (auto const& entry : schedule) {
    if (!out.empty())
      out += "; ";
    out += entry.by;
    if (entry.percent)
      out += ' ' + to_string(*entry.percent) + '%';
  }
  return out;
}

std::span<TidyTable const> tidy_tables() { return tables; }

std::span<TableColumn const> key_of(TidyTable const& table) {
  auto const last = table.name.substr(0, table.name.size() - 1);
  auto const found = std::ranges::find(table.columns, last, &TableColumn::name);
  return table.columns.first(static_cast<std::size_t>(found - table.columns.begin()) + 1);
}

std::optional<std::size_t> form_index(std::string_view path) {
  constexpr std::string_view start = "/forms/";
  if (!path.starts_with(start))
    return std::nullopt;
  std::size_t index = 0;
  auto const [end, error] = std::from_chars(path.data() + start.size(), path.data() + path.size(), index);
  if (error != std::errc() || (end != path.data() + path.size() && *end != '/'))
    return std::nullopt;
  return index;
}

} // namespace jixiao
