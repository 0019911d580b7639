#pragma once

#include <jixiao/expectation.hpp>

namespace jixiao {

/// Appends the lines of `stated` that no finding answers to, and the findings that no line states. A line is
///
///     [SEVERITY] CODE [NAME] PATH [LINE:COLUMN [MESSAGE]]
///
/// with the code by id or name, `-` for no path, and anything behind the place; `#` begins a comment. What a line does
/// not state may be anything; messages are not compared.
void compare_findings(std::string_view stated, std::vector<Diagnostic> const& actual, std::vector<Difference>& out);

/// All findings as lines, below the comments that `stated` begins with: `CODE PATH` if `stated` has no severities, else
/// diagnostic_line().
std::string restated_findings(std::string_view stated, std::vector<Diagnostic> const& actual);

} // namespace jixiao
