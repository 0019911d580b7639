#include "desk/desk.hpp"

namespace jixiao {

std::optional<DeskFormat> desk_format_of(std::string_view path) {
  if (path.ends_with(".xlsx"))
    return DeskFormat::xlsx;
  if (path.ends_with(".html") || path.ends_with(".htm"))
    return DeskFormat::html;
  return std::nullopt;
}

std::unique_ptr<CheckReport> make_desk_report(DeskFormat format, ReportStyle const& style) {
  return format == DeskFormat::xlsx ? make_workbook_report(style) : make_page_report(style);
}

} // namespace jixiao
