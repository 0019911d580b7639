#include "writers/tables.hpp"

#include "writers/names.hpp"

#include <algorithm>
#include <charconv>

namespace jixiao {

namespace {

using enum ColumnKind;

constexpr TableColumn document_columns[] = {
    {"document", integer},   {"name", text},       {"media_type", text},  {"encoding", text},
    {"bytes", integer},      {"sha256", text},     {"title", text},       {"forms", integer},
    {"indicators", integer}, {"errors", integer},  {"warnings", integer}, {"notes", integer},
    {"cells", integer},      {"claimed", integer}, {"fate", text},        {"path", text}};

constexpr TableColumn section_columns[] = {
    {"document", integer}, {"section", integer}, {"heading", text}, {"text", text}};

constexpr TableColumn form_columns[] = {{"document", integer},
                                        {"form", integer},
                                        {"kind", text},
                                        {"layout", text},
                                        {"ordinal", text},
                                        {"title", text},
                                        {"fiscal_year", integer},
                                        {"project_name", text},
                                        {"project_code", text},
                                        {"project_nature", text},
                                        {"project_category", text},
                                        {"supervising_department_code", text},
                                        {"supervising_department_name", text},
                                        {"implementing_unit_code", text},
                                        {"implementing_unit_name", text},
                                        {"start_date", text},
                                        {"end_date", text},
                                        {"amount_unit", text},
                                        {"fund_purpose", text},
                                        {"spending_schedule", text},
                                        {"total_weight", decimal},
                                        {"total_score", decimal},
                                        {"grade", text},
                                        {"line", integer}};

constexpr TableColumn fund_columns[] = {{"document", integer}, {"form", integer}, {"fund", integer},
                                        {"scope", text},       {"item", text},    {"measure", text},
                                        {"number", decimal},   {"yuan", decimal}};

constexpr TableColumn goal_columns[] = {
    {"document", integer}, {"form", integer}, {"goal", text}, {"period", text}, {"text", text}};

constexpr TableColumn indicator_columns[] = {
    {"document", integer},    {"form", integer},          {"indicator", integer},     {"level1", text},
    {"level2", text},         {"level3", text},           {"definition", text},       {"target", text},
    {"target_kind", text},    {"target_op", text},        {"target_number", decimal}, {"target_upper", decimal},
    {"target_unit", text},    {"target_subject", text},   {"actual", text},           {"actual_kind", text},
    {"actual_op", text},      {"actual_number", decimal}, {"actual_upper", decimal},  {"actual_unit", text},
    {"actual_subject", text}, {"weight", decimal},        {"score", decimal},         {"basis", text},
    {"remark", text},         {"repaired", text},         {"line", integer}};

constexpr TableColumn diagnostic_columns[] = {
    {"document", integer}, {"diagnostic", integer}, {"form", integer},  {"code", text},
    {"name", text},        {"severity", text},      {"message", text},  {"path", text},
    {"line", integer},     {"column", integer},     {"page", integer},  {"table", integer},
    {"row", integer},      {"cell", integer},       {"begin", integer}, {"end", integer}};

/// Puts values of the model into a row, a cell each; an empty field is an empty cell.
class Row {
public:
  explicit Row(RowSink& sink) : sink_(sink) {}
  ~Row() { sink_.end_row(); }
  Row(Row const&) = delete;
  Row& operator=(Row const&) = delete;

  template <class... Values> Row& put(Values const&... values) {
    (cell(values), ...);
    return *this;
  }

private:
  void cell(std::string_view value) { sink_.text(value); }
  void cell(std::string const& value) { sink_.text(value); }
  void cell(std::integral auto value) { sink_.number(std::to_string(value)); }
  void cell(Decimal value) { sink_.number(to_string(value)); }
  void cell(Value const& value) {
    put(value.text, name_of(value.kind));
    value.op == Comparator::none ? sink_.empty() : sink_.text(sign_of(value.op));
    put(value.number, value.upper, value.unit, value.subject);
  }
  void cell(Party const& party) { put(party.code, party.name); }
  template <class T> void cell(std::optional<T> const& value) { value ? cell(*value) : cell(nullptr); }
  void cell(std::nullptr_t) { sink_.empty(); }
  void cell(std::optional<Value> const& value) {
    if (value)
      return cell(*value);
    for (int i = 0; i < 7; ++i)
      sink_.empty();
  }
  void cell(std::optional<Party> const& value) { cell(value.value_or(Party{})); }

  RowSink& sink_;
};

std::uint64_t count(Document const& document, Severity severity) {
  return static_cast<std::uint64_t>(std::ranges::count(document.diagnostics, severity, &Diagnostic::severity));
}

void document_rows(Document const& document, std::uint64_t number, RowSink& sink) {
  std::uint64_t indicators = 0;
  for (auto const& form : document.forms)
    indicators += form.indicators.size();
  auto const& [name, path, media_type, encoding, bytes, sha256] = document.source;
  Row(sink)
      .put(number, name, media_type, encoding, bytes, sha256, document.title, document.forms.size(), indicators)
      .put(count(document, Severity::error), count(document, Severity::warning), count(document, Severity::note))
      .put(document.coverage.cells, document.coverage.claimed, to_string(fate_of(document)))
      .put(path.empty() ? Text() : Text(path));
}

void section_rows(Document const& document, std::uint64_t number, RowSink& sink) {
  for (std::size_t i = 0; i < document.sections.size(); ++i)
    Row(sink).put(number, i, document.sections[i].heading, document.sections[i].text);
}

/// `3月底 25%; 6月底 50%`
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

void form_rows(Document const& document, std::uint64_t number, RowSink& sink) {
  for (std::size_t i = 0; i < document.forms.size(); ++i) {
    auto const& form = document.forms[i];
    Row(sink)
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
      Row(sink).put(number, i, k, funds[k].scope, funds[k].item, funds[k].measure, funds[k].number, funds[k].yuan);
  }
}

void goal_rows(Document const& document, std::uint64_t number, RowSink& sink) {
  for (std::size_t i = 0; i < document.forms.size(); ++i) {
    auto const& [project, project_period, annual, expected, actual] = document.forms[i].goals;
    auto const row = [&](std::string_view goal, Text const& period, Text const& text) {
      if (period || text)
        Row(sink).put(number, i, goal, period, text);
    };
    row("project", project_period, project);
    row("annual", std::nullopt, annual);
    row("expected", std::nullopt, expected);
    row("actual", std::nullopt, actual);
  }
}

Text joined(std::vector<std::string> const& names) {
  if (names.empty())
    return std::nullopt;
  std::string out = names.front();
  for (std::size_t i = 1; i < names.size(); ++i)
    (out += ' ') += names[i];
  return out;
}

void indicator_rows(Document const& document, std::uint64_t number, RowSink& sink) {
  for (std::size_t i = 0; i < document.forms.size(); ++i) {
    auto const& indicators = document.forms[i].indicators;
    for (std::size_t k = 0; k < indicators.size(); ++k) {
      auto const& [level1, level2, level3, definition, target, actual, weight, score, basis, remark, repaired, at] =
          indicators[k];
      Row(sink)
          .put(number, i, k, level1, level2, level3, definition, target, actual)
          .put(weight, score, basis, remark, joined(repaired), at.line);
    }
  }
}

void diagnostic_rows(Document const& document, std::uint64_t number, RowSink& sink) {
  for (std::size_t i = 0; i < document.diagnostics.size(); ++i) {
    auto const& finding = document.diagnostics[i];
    auto const& path = finding.path;
    auto const& at = finding.at;
    auto const path_or_nothing = path.empty() ? Text() : Text(path);
    Row(sink)
        .put(number, i, form_index(path), info(finding.code).id, info(finding.code).name)
        .put(to_string(finding.severity), message(finding))
        .put(path_or_nothing, at.line, at.column, at.page, at.table, at.row, at.cell, at.begin, at.end);
  }
}

constexpr TidyTable tables[] = {{"documents", document_columns, document_rows},
                                {"sections", section_columns, section_rows},
                                {"forms", form_columns, form_rows},
                                {"funds", fund_columns, fund_rows},
                                {"goals", goal_columns, goal_rows},
                                {"indicators", indicator_columns, indicator_rows},
                                {"diagnostics", diagnostic_columns, diagnostic_rows}};

} // namespace

std::span<TidyTable const> tidy_tables() { return tables; }

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
