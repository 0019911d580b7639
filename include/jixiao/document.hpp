#pragma once

#include <jixiao/check.hpp>
#include <jixiao/decimal.hpp>
#include <jixiao/diagnostic.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The canonical document: what jixiao gives for every input, whatever it came in.
/// A field that the form does not print is empty (std::nullopt), never guessed.
namespace jixiao {

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

/// One amount of the fund block, addressed by scope, item and measure.
struct Fund {
  std::string scope;             ///< "project" (all years) or "year"
  std::string item;              ///< "total", "fiscal", "carryover", "other", ...
  std::string measure;           ///< "budget", "initial_budget", "revised_budget", "executed", "weight", ...
  std::optional<Decimal> number; ///< in the form's own unit
  std::optional<Decimal> yuan;   ///< in 元, exact; empty for weight, rate and score
  Location at;                   ///< of its cell, or of its row's label where the cell is missing
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

struct Indicator {
  Text level1, level2; ///< canonical taxonomy names
  Text level3, definition;
  std::optional<Value> target, actual;
  std::optional<Decimal> weight, score;
  Text basis, remark;
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
  Location at;                    ///< where the form begins
  std::vector<FieldPlace> places; ///< of the fields above that were read, but not those of funds and indicators
};

/// Prose that belongs to no form.
struct Section {
  Text heading, text;
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
