#include <jixiao/document.hpp>

#include <algorithm>

namespace jixiao {

namespace {

/// Codes of inputs whose bytes could not be had, or whose conversion was ended from outside.
bool is_failure(Code code) {
  switch (code) {
  case Code::unreadable_file:
  case Code::no_readable_file:
  case Code::time_limit:
  case Code::memory_limit:
  case Code::conversion_crashed:
  case Code::archive_damaged:
  case Code::archive_inflation:
    return true;
  default:
    return false;
  }
}

bool is_reading_error(Diagnostic const& finding) {
  return finding.severity == Severity::error && info(finding.code).id.front() == 'S';
}

} // namespace

bool unreadable(Document const& document) {
  return document.coverage.cells == 0 && std::ranges::any_of(document.diagnostics, is_reading_error);
}

Fate fate_of(Document const& document) {
  auto const& findings = document.diagnostics;
  if (unreadable(document))
    return std::ranges::any_of(findings, is_failure, &Diagnostic::code) ? Fate::failed : Fate::refused;
  auto const is_note = [](Severity severity) { return severity == Severity::note; };
  return std::ranges::all_of(findings, is_note, &Diagnostic::severity) ? Fate::converted : Fate::with_findings;
}

std::string_view to_string(Fate fate) {
  constexpr std::string_view names[] = {"converted", "with_findings", "refused", "failed"};
  return names[static_cast<std::size_t>(fate)];
}

} // namespace jixiao
