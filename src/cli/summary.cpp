#include "cli/summary.hpp"

#include "cli/figures.hpp"

#include <jixiao/writers.hpp>

#include <filesystem>
#include <system_error>

namespace jixiao::cli {

namespace {

std::string one_line(std::string_view path, Diagnostic const& finding) {
  std::string out(path);
  if (finding.at.line)
    out += ':' + std::to_string(*finding.at.line);
  if (finding.at.line && finding.at.column)
    out += ':' + std::to_string(*finding.at.column);
  return out.append(": error[").append(info(finding.code).id).append("]: ").append(message(finding));
}

/// As words of a shell's command line.
std::string shell_quoted(std::string const& path) {
  constexpr std::string_view special = " \t\n\"'\\$`*?[](){}<>|&;#~!";
  if (path.find_first_of(special) == path.npos)
    return path;
  std::string out = "'";
  for (char const c : path)
    c == '\'' ? out += "'\\''" : out += c;
  return out += '\'';
}

/// What can be named on a command line: for a member of an archive the archive.
std::string file_of(std::string_view shown) {
  std::error_code error;
  for (auto path = std::filesystem::path(std::u8string(shown.begin(), shown.end())); path.has_relative_path();
       path = path.parent_path())
    if (std::filesystem::is_regular_file(path, error)) {
      auto const text = path.u8string();
      return {text.begin(), text.end()};
    }
  return std::string(shown);
}

} // namespace

std::string error_lines(BatchDocument const& read) {
  std::string out;
  for (auto const& finding : read.document.diagnostics)
    if (finding.severity == Severity::error)
      out += displayed(one_line(read.path, finding)) + '\n';
  return out;
}

std::string document_line(BatchDocument const& read) {
  std::size_t counts[3] = {}, indicators = 0;
  for (auto const& finding : read.document.diagnostics)
    ++counts[static_cast<std::size_t>(finding.severity)];
  for (auto const& form : read.document.forms)
    indicators += form.indicators.size();
  std::string const path(read.path);
  auto line = path + ": " + counted(read.document.forms.size(), "form") + ", " + counted(indicators, "indicator");
  for (auto const severity : {Severity::error, Severity::warning, Severity::note})
    if (auto const count = counts[static_cast<std::size_t>(severity)])
      line += ", " + counted(count, to_string(severity));
  if (counts[0] + counts[1] > 0 && path != "<stdin>")
    line += " (jixiao check " + shell_quoted(file_of(path)) + " shows them)";
  return displayed(line) + '\n';
}

std::string totals_line(BatchCounts const& counts) {
  auto const count = [&](Fate fate) { return grouped(counts.fates[static_cast<std::size_t>(fate)]); };
  auto line = counted(counts.documents, "input") + ": " + count(Fate::converted) + " converted, " +
              count(Fate::with_findings) + " with findings, " + count(Fate::refused) + " refused, " +
              count(Fate::failed) + " failed";
  if (counts.unchanged > 0)
    line += "; " + grouped(counts.unchanged) + " of them unchanged";
  return line + '\n';
}

} // namespace jixiao::cli
