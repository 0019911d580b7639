#include "writers/report.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace jixiao {

std::optional<ReportFormat> find_report_format(std::string_view name) {
  using Entry = std::pair<std::string_view, ReportFormat>;
  static constexpr std::array formats = {Entry{"text", ReportFormat::text}, Entry{"json", ReportFormat::json},
                                         Entry{"jsonl", ReportFormat::jsonl}, Entry{"sarif", ReportFormat::sarif},
                                         Entry{"junit", ReportFormat::junit}};
  auto const found = std::ranges::find(formats, name, &Entry::first);
  return found == formats.end() ? std::nullopt : std::optional(found->second);
}

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
