#include "cli/summary.hpp"

#include <jixiao/writers.hpp>

namespace jixiao::cli {

namespace {

std::string counted(std::size_t count, std::string_view thing) {
  return std::to_string(count).append(1, ' ').append(thing).append(count == 1 ? "" : "s");
}

std::string one_line(ReadDocument const& read, Diagnostic const& finding) {
  auto out = read.input.name;
  if (finding.at.line)
    out += ':' + std::to_string(*finding.at.line);
  if (finding.at.line && finding.at.column)
    out += ':' + std::to_string(*finding.at.column);
  return out.append(": error[").append(info(finding.code).id).append("]: ").append(message(finding));
}

/// As words of a shell's command line.
std::string quoted(std::string const& path) {
  constexpr std::string_view special = " \t\n\"'\\$`*?[](){}<>|&;#~!";
  if (path.find_first_of(special) == path.npos)
    return path;
  std::string out = "'";
  for (char const c : path)
    c == '\'' ? out += "'\\''" : out += c;
  return out += '\'';
}

} // namespace

std::string summary(ReadDocument const& read, bool quiet) {
  auto const& document = read.document;
  std::size_t counts[3] = {}, indicators = 0;
  std::string out;
  for (auto const& finding : document.diagnostics) {
    ++counts[static_cast<std::size_t>(finding.severity)];
    if (finding.severity == Severity::error)
      out += displayed(one_line(read, finding)) + '\n';
  }
  if (quiet)
    return out;
  for (auto const& form : document.forms)
    indicators += form.indicators.size();
  auto line = read.input.name + ": " + counted(document.forms.size(), "form") + ", " + counted(indicators, "indicator");
  for (auto const severity : {Severity::error, Severity::warning, Severity::note})
    if (auto const count = counts[static_cast<std::size_t>(severity)])
      line += ", " + counted(count, to_string(severity));
  if (counts[0] + counts[1] > 0 && read.input.name != "<stdin>")
    line += " (jixiao check " + quoted(read.input.name) + " shows them)";
  return out + displayed(line) + '\n';
}

} // namespace jixiao::cli
