#include "cli/reading.hpp"

#include "cli/limits.hpp"
#include "cli/status.hpp"

#include <jixiao/writers.hpp>

#include <CLI/App.hpp>

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
  command.add_option("INPUT", options.inputs, "Files, folders (read recursively), - for standard input")->required();
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
  command.add_option("-j,--jobs", options.jobs, "Threads; by default one a processor")->type_name("N");
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
    auto const loaded = load({file}, Limits{}.bytes);
    if (loaded.problem)
      throw UsageError(message(*loaded.problem));
    auto const errors = out.add(loaded.bytes, loaded.name);
    if (errors.empty())
      continue;
    std::string what = "the form grammar has errors";
    for (auto const& error : errors)
      what += '\n' + describe(error);
    throw UsageError(what);
  }
  return out;
}

void Outcome::add(ReadDocument const& read) {
  unreadable = unreadable || read.unreadable;
  for (auto const& finding : read.document.diagnostics)
    worst = std::max(worst, std::optional(finding.severity));
}

void Outcome::add(Outcome const& other) {
  unreadable = unreadable || other.unreadable;
  worst = std::max(worst, other.worst);
}

int Outcome::status(std::string const& fail_on) const {
  if (unreadable)
    return unreadable_input;
  auto const limit = parse_severity(fail_on);
  return limit && worst && *worst >= *limit ? findings : done;
}

std::size_t jobs_of(ReadingOptions const& options) {
  return options.jobs != 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
}

DocumentReader::DocumentReader(ReadingOptions const& options, CheckOptions check)
    : grammars_(open_grammars(options.grammars)), from_(options.from), limits_(options.limits),
      check_(std::move(check)), paths_(expand(options.inputs)), jobs_(jobs_of(options)) {}

Options DocumentReader::options() const {
  Options out;
  out.from = from_;
  out.grammars = &grammars_;
  out.limits = limits_;
  out.check = check_;
  return out;
}

ReadDocument DocumentReader::read(std::size_t index) const {
  ReadDocument out{load(index), {}, true};
  if (out.input.problem) {
    out.document = problem_document(out.input);
  } else {
    out.document = convert({out.input.name, out.input.bytes}, options());
    out.unreadable = unreadable(out.document);
  }
  return out;
}

} // namespace jixiao::cli
