#pragma once

#include <jixiao/check.hpp>
#include <jixiao/convert.hpp>
#include <jixiao/document.hpp>
#include <jixiao/export.hpp>
#include <jixiao/together.hpp>
#include <jixiao/writers.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Reports over any number of checked documents: for people, for programs, for code scanning and for CI.
namespace jixiao JIXIAO_PUBLIC {

enum class ReportFormat : std::uint8_t {
  text,  ///< render_text() of each, and a line of totals when there are several
  json,  ///< one object: documents with findings, outcomes of rules with counts, and the sums
  jsonl, ///< an object a line: each finding, each rule of a document, at the end the sums
  sarif, ///< SARIF 2.1.0 (OASIS), one run
  junit  ///< JUnit XML: a suite a document, a case a rule and form
};

/// The format of that name, "text" and so on; nothing when there is none.
std::optional<ReportFormat> find_report_format(std::string_view name);

/// A document with what the report shows of its input. All must live as long as the call they are given to.
struct Checked {
  Document const& document;
  std::string_view name;  ///< its path, in UTF-8
  std::string_view bytes; ///< the input; may be empty
  bool unreadable = false;
  std::vector<InspectedBlock> const* blocks =
      nullptr; ///< its tables as the reader saw them, for a page that shows them
};

struct ReportStyle {
  TextStyle text;                    ///< its language and selection are those of all formats
  std::string_view version;          ///< of the program that reports
  std::vector<LevelOverride> levels; ///< that the check was made with
};

/// How often each outcome was found.
struct OutcomeCounts {
  std::uint64_t holds = 0, broken = 0, cannot_judge = 0, does_not_apply = 0;
};

/// What a report has summed up.
struct ReportCounts {
  std::uint64_t documents = 0, unreadable = 0, forms = 0, indicators = 0;
  std::uint64_t severities[3] = {};   ///< by Severity, of what is shown
  std::vector<OutcomeCounts> codes{}; ///< by Code; empty: no outcome yet
};

/// One document's share of a report.
struct ReportPart {
  std::vector<std::string> texts; ///< of the format's own kinds
  ReportCounts counts;
};

/// Writes a report piece by piece: begin(), add(part(document)) for each document, across() where documents were held
/// against each other, end(). Equal documents in equal order give equal bytes, whoever makes the parts.
class CheckReport {
public:
  virtual ~CheckReport() = default;

  /// From any thread.
  virtual ReportPart part(Checked const& checked) const = 0;

  virtual std::string begin() = 0;
  virtual std::string add(ReportPart const& part) = 0;
  virtual std::string across(AcrossReview const& review) = 0;
  virtual std::string end() = 0;
};

/// `style` must outlive the report.
std::unique_ptr<CheckReport> make_report(ReportFormat format, ReportStyle const& style);

} // namespace jixiao
