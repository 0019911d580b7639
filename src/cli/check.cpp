#include "cli/check_accepted.hpp"
#include "cli/check_levels.hpp"
#include "cli/check_profile.hpp"
#include "cli/commands.hpp"
#include "cli/convert_target.hpp"
#include "cli/interrupt.hpp"
#include "cli/read_file.hpp"
#include "cli/reading.hpp"
#include "cli/report_wire.hpp"
#include "cli/status.hpp"
#include "cli/terminal.hpp"
#include "outputs/output_file.hpp"

#include <jixiao/desk.hpp>
#include <jixiao/report.hpp>
#include <jixiao/together.hpp>
#include <jixiao/version.hpp>

#include <CLI/App.hpp>

#include <algorithm>
#include <iterator>
#include <memory>
#include <set>
#include <string>

#include <unistd.h>

namespace jixiao::cli {

namespace {

struct CheckCommand : ReadingOptions {
  std::string format = "text", language, profile;
  std::vector<std::string> off, only, severities;
  std::string baseline, accepted, out;
  bool reading = false, summary = false, together = false;
};

/// What an earlier report knows.
std::set<std::string> known_to(std::string const& file) {
  auto const text = read_file(file);
  auto const first = text.find_first_not_of(" \t\r\n");
  if (first == text.npos || (text[first] != '{' && text[first] != '['))
    throw UsageError("--baseline: \"" + file + "\" is no report of jixiao check (json, jsonl or sarif)");
  return fingerprints_in(text);
}

Selection selection_of(CheckCommand const& command) {
  Selection out;
  out.reading = command.reading;
  if (!command.only.empty())
    out.codes = codes_of(command.only);
  if (!command.baseline.empty())
    out.known = known_to(command.baseline);
  if (!command.accepted.empty())
    out.accepted = read_accepted(command.accepted);
  return out;
}

std::optional<Severity> worst_of(std::uint64_t const (&severities)[3]) {
  for (auto const severity : {Severity::error, Severity::warning, Severity::note})
    if (severities[static_cast<std::size_t>(severity)] > 0)
      return severity;
  return std::nullopt;
}

/// The traces of a document's forms go with its part, behind how many they are.
Rendered with_traces(Rendered part, std::vector<std::string> traces) {
  auto const count = std::to_string(traces.size());
  std::ranges::move(traces, std::back_inserter(part));
  part.push_back(count);
  return part;
}

void take_traces(Rendered& rendered, Together& together) {
  auto const count = std::stoul(rendered.back());
  rendered.pop_back();
  auto const begin = rendered.end() - static_cast<std::ptrdiff_t>(count);
  for (auto trace = begin; trace != rendered.end(); ++trace)
    together.add(std::move(*trace));
  rendered.erase(begin, rendered.end());
}

int run(CheckCommand const& command) {
  auto const levels = levels_of(command.off, command.severities);
  auto const profile = open_profile(command.profile);
  auto const grammars = open_grammars(command.grammars);
  ReportStyle style{style_for(STDOUT_FILENO, language_of(command.language)), version(), levels};
  style.text.selection = selection_of(command);
  style.text.summary = command.summary;
  auto const desk = desk_format_of(command.out);
  if (!command.out.empty() && !desk)
    throw UsageError("check -o writes .xlsx or .html; other formats go to standard output");
  if (desk && command.format != "text")
    throw UsageError("check -o writes a review; --format " + command.format +
                     " goes to standard output: expected one of the two");
  auto const report = desk ? make_desk_report(*desk, style)
                           : make_report(find_report_format(command.format).value_or(ReportFormat::text), style);
  auto batch = batch_of(command, grammars, {profile.get(), levels});
  if (desk)
    keep_apart(batch.inputs, {command.out});
  OutputFile out(command.out);
  std::optional<Severity> worst;
  bool wanted = out.write(report->begin());
  auto const part_of = [&](BatchDocument const& read) {
    Checked checked{read.document, read.path, read.shown, unreadable(read.document)};
    if (desk != DeskFormat::html || checked.unreadable)
      return pack(report->part(checked));
    auto const inspection = inspect({read.path, read.bytes}, batch.reading);
    checked.blocks = &inspection.blocks;
    return pack(report->part(checked));
  };
  Together together;
  batch.render = [&](BatchDocument const& read, std::uint64_t) {
    auto part = part_of(read);
    return command.together ? with_traces(std::move(part), traces_of(read.document, read.path, style.text.language))
                            : part;
  };
  batch.take = [&](BatchResult result) {
    if (command.together)
      take_traces(result.rendered, together);
    auto const part = unpack_part(std::move(result.rendered));
    worst = std::max(worst, worst_of(part.counts.severities));
    return wanted = wanted && out.write(report->add(part));
  };
  auto const summary = run_batch(batch);
  if (command.together && wanted && interrupted() == 0) {
    auto const across = review_across(together.findings(), levels, style.text.selection);
    worst = std::max(worst, worst_of(across.severities));
    out.write(report->across(across));
  }
  if (wanted)
    out.write(report->end());
  if (!command.out.empty() && interrupted() == 0)
    out.finish();
  return interrupted() != 0 ? ended_by_signal + interrupted() : status_of(summary.counts, worst, command.fail_on);
}

} // namespace

void add_check(CLI::App& app, int& status) {
  auto options = std::make_shared<CheckCommand>();
  auto& command = *app.add_subcommand("check", "Show what was found in documents, with the rows it is about");
  add_reading_options(command, *options);
  command.add_option("--format", options->format, "text, json, jsonl (an object a line), sarif (2.1.0) or junit (XML)")
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"text", "json", "jsonl", "sarif", "junit"}));
  command.add_option("-o,--output", options->out, "A review to hand round: REVIEW.xlsx or REVIEW.html")
      ->type_name("FILE");
  command.add_option("--profile", options->profile, "What a place asks of forms: a name, or a .profile file")
      ->type_name("NAME|FILE");
  command.add_option("--lang", options->language, "zh or en; by default that of the locale")
      ->type_name("LANG")
      ->check(CLI::IsMember({"zh", "en"}));
  command.add_option("--off", options->off, "Do not report these codes: V546, rate_without_number, R4, V510-V519")
      ->type_name("CODES")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->take_all();
  command.add_option("--only", options->only, "Report only these codes: V546, rate_without_number, V5, V510-V519")
      ->type_name("CODES")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->take_all();
  command.add_flag("--reading", options->reading, "Also report how the forms were read, not only what could not be");
  command.add_flag("--summary", options->summary, "Stop after the first page: a line a form");
  command.add_flag("--together", options->together,
                   "Also hold the forms of all documents against each other: plan, result and next plan of a project");
  command.add_option("--baseline", options->baseline, "An earlier report (json, jsonl or sarif); report what is new")
      ->type_name("FILE")
      ->check(CLI::ExistingFile);
  command.add_option("--accepted", options->accepted, "Findings accepted for a reason until a day, one a line")
      ->type_name("FILE")
      ->check(CLI::ExistingFile);
  command.add_option("--severity", options->severities, "Report a code as note, warning or error, or not: off")
      ->type_name("CODE=LEVEL")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->take_all();
  add_fail_on(command, *options, "error");
  command.callback([options, &status] { status = run(*options); });
}

} // namespace jixiao::cli
