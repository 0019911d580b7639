#include "cli/reading.hpp"

#include "cli/file_list.hpp"
#include "cli/interrupt.hpp"
#include "cli/limits.hpp"
#include "cli/read_file.hpp"
#include "cli/status.hpp"
#include "inputs/names.hpp"

#include <jixiao/office.hpp>
#include <jixiao/writers.hpp>

#include <CLI/App.hpp>
#include <CLI/Error.hpp>

#include <algorithm>
#include <thread>

namespace jixiao::cli {

namespace {

std::vector<std::string> names_of_readers() {
  auto const names = reader_names();
  return {names.begin(), names.end()};
}

} // namespace

void add_reading_options(CLI::App& command, ReadingOptions& options) {
  command.add_option("INPUT", options.inputs,
                     "Files, folders (read recursively), archives (zip, tar, tar.gz), - for standard input");
  command
      .add_option("--files-from", options.files_from,
                  "Read the paths of inputs from FILE, - for standard input: one "
                  "a line, or separated by NUL")
      ->type_name("FILE");
  add_office(command, options);
  add_reader_options(command, options);
}

void add_reader_options(CLI::App& command, ReadingOptions& options) {
  command.add_option("--from", options.from, "Read with this reader, where detection by content errs")
      ->type_name("FORMAT")
      ->check(CLI::IsMember(names_of_readers()));
  command.add_option("--grammar", options.grammars, "Add a form grammar, or override one (repeatable)")
      ->type_name("FILE")
      ->take_all()
      ->allow_extra_args(false);
  command
      .add_option_function<std::vector<std::string>>(
          "--limit",
          [&options](std::vector<std::string> const& assignments) {
            for (auto const& assignment : assignments)
              set_limit(options.limits, assignment);
          },
          "Raise or lower a limit (repeatable): bytes=1G; the page of its code (jixiao explain) names it")
      ->type_name("NAME=N")
      ->take_all()
      ->allow_extra_args(false);
  command
      .add_option("--min-certainty", options.least,
                  "Leave empty what was read with less certainty, with a finding each")
      ->type_name("LEVEL")
      ->check(CLI::IsMember({"certain", "likely"}));
  command
      .add_option("--redact", options.redact,
                  "Mask in all output: contacts, the names of persons and their telephone numbers")
      ->type_name("WHAT")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(CLI::IsMember({"contacts"}));
  command.add_option("-j,--jobs", options.jobs, "Documents converted at a time; by default one a processor")
      ->type_name("N");
}

void add_office(CLI::App& command, ReadingOptions& options) {
  command
      .add_option(
          "--office", options.office,
          "Let LibreOffice convert what is not read here (auto), all old office files (always), or nothing (never, "
          "the default)")
      ->type_name("WHEN")
      ->check(CLI::IsMember({"auto", "never", "always"}));
}

void add_fail_on(CLI::App& command, ReadingOptions& options, std::string const& by_default) {
  options.fail_on = by_default;
  command.add_option("--fail-on", options.fail_on, "Exit with 1 from this severity on; " + by_default + " by default")
      ->type_name("SEVERITY")
      ->check(CLI::IsMember({"note", "warning", "error", "never"}));
}

std::string describe(GrammarError const& error) {
  return displayed(error.file) + ':' + std::to_string(error.line) + ':' + std::to_string(error.column) + ": " +
         error.what + '\n' + error.excerpt;
}

GrammarSet open_grammars(std::vector<std::string> const& files) {
  GrammarSet out;
  for (auto const& file : files) {
    auto const errors = out.add(read_file(file), as_text(file));
    if (errors.empty())
      continue;
    std::string what = "the form grammar has errors";
    for (auto const& error : errors)
      what += '\n' + describe(error);
    throw UsageError(what);
  }
  return out;
}

std::size_t jobs_of(ReadingOptions const& options) {
  return options.jobs != 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
}

Batch batch_of(ReadingOptions const& options, GrammarSet const& grammars, CheckOptions check) {
  if (options.inputs.empty() && options.files_from.empty())
    throw CLI::ParseError("INPUT is required, or --files-from", CLI::ExitCodes::RequiredError);
  catch_interrupts();
  Batch out;
  out.inputs.paths = options.inputs;
  if (!options.files_from.empty())
    out.inputs.more = [list = std::make_shared<FileList>(options.files_from)] { return list->next(); };
  out.reading = {.from = options.from, .grammars = &grammars, .limits = options.limits, .check = std::move(check)};
  if (!options.least.empty())
    out.reading.least = options.least == to_string(Certainty::certain) ? Certainty::certain : Certainty::likely;
  out.reading.hide_contacts = !options.redact.empty();
  if (options.office != "never")
    out.reading.office = libreoffice({.always = options.office == "always"});
  out.jobs = options.jobs;
  out.isolation = Isolation::processes;
  out.cancelled = [] { return interrupted() != 0; };
  return out;
}

int status_of(BatchCounts const& counts, std::optional<Severity> worst, std::string const& fail_on) {
  if (counts.fates[static_cast<std::size_t>(Fate::refused)] + counts.fates[static_cast<std::size_t>(Fate::failed)] > 0)
    return unreadable_input;
  auto const limit = parse_severity(fail_on);
  return limit && worst && *worst >= *limit ? findings : done;
}

} // namespace jixiao::cli
