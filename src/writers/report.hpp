#pragma once

#include <jixiao/report.hpp>

#include <memory>

/// A maker of reports for each format, in a file each.
namespace jixiao {

std::unique_ptr<CheckReport> make_text_report(ReportStyle const& style);
std::unique_ptr<CheckReport> make_json_report(ReportStyle const& style);
std::unique_ptr<CheckReport> make_json_lines_report(ReportStyle const& style);
std::unique_ptr<CheckReport> make_sarif_report(ReportStyle const& style);
std::unique_ptr<CheckReport> make_junit_report(ReportStyle const& style);

} // namespace jixiao
