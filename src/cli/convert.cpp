#include "cli/commands.hpp"
#include "cli/reading.hpp"
#include "cli/status.hpp"
#include "cli/summary.hpp"
#include "cli/terminal.hpp"

#include <jixiao/outputs.hpp>

#include <CLI/App.hpp>

#include <filesystem>
#include <memory>

namespace jixiao::cli {

namespace fs = std::filesystem;

namespace {

struct ConvertOptions : ReadingOptions {
  std::string out, to;
  bool quiet = false;
};

bool is_folder(std::string const& path) {
  std::error_code ignored;
  return path.ends_with('/') || fs::is_directory(path, ignored);
}

/// A pipe or a device: it has no ending that means anything.
bool is_device(std::string const& path) {
  std::error_code ignored;
  auto const status = fs::status(path, ignored);
  return fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status);
}

/// The format asked for: by --to, else by the ending of -o, else json.
std::string format_of(ConvertOptions const& options) {
  if (!options.to.empty())
    return options.to;
  if (options.out.empty() || is_device(options.out))
    return "json";
  if (is_folder(options.out))
    return "csv";
  auto const ending = fs::path(options.out).extension().string();
  for (std::string const format : {"json", "jsonl", "csv", "xlsx", "sqlite"})
    if (ending == '.' + format)
      return format;
  throw UsageError("no format has the ending of \"" + options.out +
                   "\": expected .json, .jsonl, .xlsx, .sqlite or, for csv, a folder DIR/");
}

void check_format(std::string const& format, std::string const& out) {
  if (!parse_output_format(format))
    throw UsageError("no format \"" + format + "\": expected json, jsonl, csv, xlsx or sqlite");
  if (format == "csv" && (out.empty() || fs::path(out).extension() == ".csv" || is_device(out)))
    throw UsageError("csv is a folder of tables: expected -o DIR/");
  if ((format == "xlsx" || format == "sqlite") && out.empty())
    throw UsageError(format + " is a file: expected -o FILE." + format);
  if (format != "csv" && !out.empty() && is_folder(out))
    throw UsageError("\"" + out + "\" is a folder: expected a file for --to " + format);
}

/// One document made ready.
struct Converted {
  Rendered rendered;
  std::string summary;
  Outcome outcome;
};

int run(ConvertOptions const& options) {
  auto const format = format_of(options);
  check_format(format, options.out);
  DocumentReader const reader(options);
  auto const sink = make_output({*parse_output_format(format), options.out, reader.paths().size() > 1, false, {}});
  Outcome outcome;
  bool wanted = true;
  auto make = [&](std::size_t index) {
    auto const read = reader.read(index);
    Converted out{sink->render(read.document, index), summary(read, options.quiet), {}};
    out.outcome.add(read);
    return out;
  };
  reader.for_each(make, [&](Converted const& converted) {
    say(converted.summary);
    outcome.add(converted.outcome);
    return wanted = sink->take(converted.rendered);
  });
  if (wanted)
    sink->finish({});
  return outcome.status(options.fail_on);
}

} // namespace

void add_convert(CLI::App& app, int& status) {
  auto options = std::make_shared<ConvertOptions>();
  auto& command = *app.add_subcommand("convert", "Convert documents into the canonical model");
  add_reading_options(command, *options);
  command
      .add_option("-o,--output", options->out, "A file, or for csv a folder; by default, and for -, standard output")
      ->type_name("OUT");
  command.add_option("--to", options->to, "json, jsonl, csv, xlsx or sqlite; by default what OUT ends in, else json")
      ->type_name("FORMAT");
  add_fail_on(command, *options, "never");
  command.add_flag("-q,--quiet", options->quiet, "No line for each document on standard error, only errors");
  command.callback([options, &status] {
    if (options->out == "-")
      options->out.clear();
    status = run(*options);
  });
}

} // namespace jixiao::cli
