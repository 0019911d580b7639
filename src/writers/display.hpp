#pragma once

#include <jixiao/diagnostic.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace jixiao {

/// `count` of a thing: "1 note", "2 notes".
std::string counted(std::size_t count, std::string_view thing);

/// The escape sequence that a terminal shows a severity by.
constexpr std::string_view colour_of(Severity severity) {
  constexpr std::string_view colours[] = {"\x1b[1;36m", "\x1b[1;33m", "\x1b[1;31m"};
  return colours[static_cast<std::size_t>(severity)];
}

/// `form.txt:23:12`, as editors and terminals understand it; without lines `form.docx, table 1, row 5, cell 3`. The
/// name is shown as it is.
std::string shown_place(std::string_view name, Location const& at, Language language);

struct ReportCounts;

/// `1 error, 0 warnings, 2 notes; 1 form, 3 indicators; rules: 12 hold, 1 broken, 3 cannot be judged`
std::string totals(ReportCounts const& counts, Language language);

} // namespace jixiao
