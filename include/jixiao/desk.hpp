#pragma once

#include <jixiao/export.hpp>
#include <jixiao/report.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

/// Reports that a reviewer hands round: a workbook to be filled in, and a page to read.
namespace jixiao JIXIAO_PUBLIC {

enum class DeskFormat : std::uint8_t {
  xlsx, ///< sheets of the overview, the findings with room for answers, what to check against the original
  html  ///< one file: the overview, the findings, and each form's tables as read with the findings at their cells
};

/// By the ending of a file's name: "REVIEW.xlsx".
std::optional<DeskFormat> desk_format_of(std::string_view path);

/// A report whose pieces make a whole file; what end() gives is a part of it, too. Html shows the tables of
/// Checked::blocks. `style` must outlive the report.
std::unique_ptr<CheckReport> make_desk_report(DeskFormat format, ReportStyle const& style);

} // namespace jixiao
