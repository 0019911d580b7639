#include "readers/flow/sheet_findings.hpp"

namespace jixiao::flow {

void report(std::vector<SheetFinding> const& findings, std::uint32_t page, std::uint32_t table, DiagnosticSink& sink) {
  for (auto const& found : findings) {
    Diagnostic finding;
    finding.code = found.finding.code;
    finding.severity = info(finding.code).severity;
    finding.arguments = found.finding.arguments;
    finding.at.page = page;
    finding.at.table = table;
    finding.at.row = found.row;
    finding.at.cell = found.column;
    sink.emit(std::move(finding));
  }
}

} // namespace jixiao::flow
