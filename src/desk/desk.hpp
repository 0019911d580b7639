#pragma once

#include <jixiao/desk.hpp>

#include <memory>

namespace jixiao {

std::unique_ptr<CheckReport> make_workbook_report(ReportStyle const& style);
std::unique_ptr<CheckReport> make_page_report(ReportStyle const& style);

} // namespace jixiao
