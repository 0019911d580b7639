#include "writers/report.hpp"

namespace jixiao {

std::unique_ptr<CheckReport> make_report(ReportFormat format, ReportStyle const& style) {
  switch (format) {
  case ReportFormat::json:
    return make_json_report(style);
  case ReportFormat::jsonl:
    return make_json_lines_report(style);
  case ReportFormat::sarif:
    return make_sarif_report(style);
  case ReportFormat::junit:
    return make_junit_report(style);
  case ReportFormat::text:
    break;
  }
  return make_text_report(style);
}

} // namespace jixiao
