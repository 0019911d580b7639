#pragma once

#include <jixiao/check.hpp>
#include <jixiao/decimal.hpp>
#include <jixiao/diagnostic.hpp>
#include <jixiao/export.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The canonical document: what jixiao gives for every input, whatever it came in.
/// A field that the form does not print is empty (std::nullopt), never guessed.
namespace jixiao JIXIAO_PUBLIC {

using Text = std::optional<std::string>;

struct Source {
  std::string name;       ///< file name, without its folder
  std::string path;       ///< as given or found, in UTF-8; empty when only bytes were given
  std::string media_type; ///< as read, not as the file's ending claims
  std::string encoding;   ///< IANA name of the character set, empty for binary carriers
  std::uint64_t bytes = 0;
  std::string sha256; ///< of the bytes, in lower-case hex
};

/// A code and a name printed together: `763001某某部`, `[103]某某局`.
struct Party {
  Text code, name;
};

/// A value that stands beside, below or in the crossing of printed labels for which the model has no field of its own.
struct Labelled {
  std::vector<std::string> label; ///< the printed labels that lead to it, outermost first
  std::string text;
  Location at;
};

/// Check boxes, or ticks in a column of choices.
struct Choice {
  std::string label;
  std::string text; ///< as printed, boxes and all; empty for ticks in columns
  std::vector<std::string> chosen, offered;
  Location at;
};

/// A row of a table of tasks, costs or schedules: its cells with their headers.
struct TableRow {
  std::vector<Labelled> cells;
};

/// How a field was read, where it was not read straight off its cell.
enum class How : std::uint8_t {
  filled_down, ///< its label stands on an earlier row
  joined,      ///< put together from several cells
  repaired,    ///< damage was undone
  inferred,    ///< printed nowhere; other cells tell
  unreadable   ///< what stands there cannot be told; the field is empty
};

/// How one field was read; `certainty` is missing where nothing was weighed.
struct FieldReading {
  std::string field;
  How by{};
  std::optional<Certainty> certainty;
};

/// The printed text of a field whose value is not that text.
struct PrintedText {
  std::string field, text;
};

/// One amount of the fund block, addressed by scope, item and measure.
struct Fund {
  std::string scope;             ///< "project" (all years) or "year"
  std::string item;              ///< "total", "fiscal", "carryover", "other", ...
  std::string measure;           ///< "budget", "initial_budget", "revised_budget", "executed", "weight", ...
  std::optional<Decimal> number; ///< in the form's own unit
  std::optional<Decimal> yuan;   ///< in 元, exact; empty for weight, rate and score
  Location at;                   ///< of its cell, or of its row's label where the cell is missing
  std::string label{};           ///< the printed label of its row, where the item is none of the usual four
};

/// One step of a spending schedule (资金支出计划).
struct ScheduleEntry {
  std::string by; ///< as printed: "3月底"
  std::optional<Decimal> percent;
};

struct Goals {
  Text project, project_period, annual, expected, actual;
};

enum class ValueKind : std::uint8_t { quantity, deadline, qualitative };

enum class Comparator : std::uint8_t { none, equal, at_least, at_most, greater, less };

/// An indicator's target or actual value. `text` stays as printed; the rest is read from it.
struct Value {
  std::string text;
  ValueKind kind = ValueKind::qualitative;
  Comparator op = Comparator::none;
  std::optional<Decimal> number;
  std::optional<Decimal> upper; ///< upper end, for ranges only
  Text unit;
  Text subject; ///< the words before the comparator
};

/// One of several targets or results of an indicator.
struct ValueOf {
  std::string of; ///< "安溪县", "2026年", "1-7月执行情况"
  std::string by; ///< "region", "year", "standard", "period"
  Value value;
};

struct Indicator {
  Text level1, level2; ///< canonical taxonomy names
  Text level3, definition;
  std::optional<Value> target, actual;
  std::optional<Decimal> weight, score;
  Text basis, remark;
  Text direction, nature;                ///< 正向指标, 定性
  Text panel;                            ///< printed heading of its table, where several stand side by side
  std::optional<Decimal> group_weight;   ///< printed behind its level: 产出指标(50分)
  std::vector<ValueOf> targets, results; ///< where there are several
  std::vector<Choice> choices;
  std::vector<Labelled> other;
  std::vector<PrintedText> printed;
  std::vector<FieldReading> how;
  std::vector<std::string> repaired; ///< names of the fields that could not be read straight off the row
  Location at;                       ///< the row it was read from
};

/// Where a field of a form was read.
struct FieldPlace {
  std::string_view field; ///< its name: "goals.annual"
  Location at;
};

struct Form {
  std::string kind;   ///< the family: "declaration", "self_evaluation", "target_table", ...
  std::string layout; ///< the form grammar that matched
  Text ordinal, title;
  std::optional<int> fiscal_year;
  Text project_name, project_code, project_nature, project_category;
  std::optional<Party> supervising_department, implementing_unit;
  Text start_date, end_date; ///< ISO 8601
  Text amount_unit;          ///< "元" or "万元"
  std::vector<Fund> funds;
  Text fund_purpose;
  std::vector<ScheduleEntry> spending_schedule;
  Goals goals;
  std::vector<Indicator> indicators;
  std::optional<Decimal> total_weight, total_score;
  Text grade;
  std::vector<Labelled> contacts; ///< names of persons and their telephone numbers
  std::vector<Choice> choices;
  std::vector<TableRow> tasks;
  std::vector<Labelled> other;
  std::vector<PrintedText> printed;
  std::vector<FieldReading> how;
  Location at;                    ///< where the form begins
  std::vector<FieldPlace> places; ///< of the fields above that were read, but not those of funds and indicators

  /// An amount by scope, item and measure; nullptr when the form does not print it.
  ///
  ///     if (auto const* budget = form.fund("year.total.budget"))
  Fund const* fund(std::string_view address) const;

  /// The indicators of a group of either level by its canonical name, in the order of the form: "产出指标", "数量指标".
  std::vector<Indicator const*> indicators_of(std::string_view group) const;

  /// Where a field was read: "project_name", "goals.annual", "funds.year.total.budget", "indicators.3.target" (its row);
  /// nullptr when it was not.
  Location const* place_of(std::string_view field) const;
};

/// Prose that belongs to no form.
struct Section {
  Text heading, text;
};

/// A text that is no value: a running head, a page number, a repeated header, instructions for filling in.
struct Furniture {
  std::string kind; ///< "running_head", "page_number", "repeated_header", "doubled_line", "note", "subtotal"
  std::string text;
  Location at;
};

/// A cell that nothing claimed. It is also reported as a diagnostic.
struct Unclaimed {
  Location at;
  std::string text;
};

struct Coverage {
  std::uint64_t cells = 0; ///< non-empty cells and paragraphs of the source
  std::uint64_t claimed = 0;
  std::vector<Unclaimed> unclaimed;
  std::vector<Furniture> furniture; ///< claimed, and no value
};

struct Document {
  Source source;
  Text title;
  Location title_at;
  std::vector<std::string> contents; ///< the entries of its list of contents, without their numbers
  std::vector<Section> sections;
  std::vector<Form> forms;
  std::vector<Diagnostic> diagnostics; ///< in the order of the source
  std::vector<Judgement> judgements;   ///< form by form, rule by rule; at the end those on the document
  Coverage coverage;

  /// Where the node of a JSON Pointer was read, as findings name it: "/forms/3/indicators/7/target"; nullptr when it
  /// was not.
  Location const* place_of(std::string_view pointer) const;
};

/// What became of an input; each has one.
enum class Fate : std::uint8_t {
  converted,     ///< with notes at most
  with_findings, ///< converted; a warning or an error says what is doubtful or wrong in it
  refused,       ///< read, but no document: an error S1xx says why (empty, an image, an unknown encoding)
  failed         ///< could not be read, or was given up: S110, S111 and S122 to S126
};

Fate fate_of(Document const& document);
std::string_view to_string(Fate fate); ///< "with_findings"

/// True when the input gave nothing to read: it was refused or failed.
bool unreadable(Document const& document);

} // namespace jixiao
