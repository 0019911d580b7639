#include "cli/commands.hpp"
#include "outputs/output_file.hpp"
#include "cli/reading.hpp"
#include "cli/status.hpp"
#include "cli/summary.hpp"
#include "cli/terminal.hpp"

#include <jixiao/writers.hpp>

#include <CLI/App.hpp>

#include <memory>

#include <unistd.h>

namespace jixiao::cli {

namespace {

int run(ReadingOptions const& options) {
  DocumentReader const reader(options);
  if (reader.paths().size() != 1)
    throw UsageError("inspect shows one document: expected one file");
  ReadDocument read{reader.load(0), {}, true};
  if (read.input.problem) {
    read.document = problem_document(read.input);
  } else {
    auto inspection = inspect({read.input.name, read.input.bytes}, reader.options());
    OutputFile().write(render_grid(inspection, style_for(STDOUT_FILENO, language_of({}))));
    read.document = std::move(inspection.document);
    read.unreadable = unreadable(read.document);
  }
  say(summary(read, false));
  return read.unreadable ? unreadable_input : done;
}

} // namespace

void add_inspect(CLI::App& app, int& status) {
  auto options = std::make_shared<ReadingOptions>();
  auto& command =
      *app.add_subcommand("inspect", "Show the tables as the reader saw them, each cell with what claimed it");
  add_reading_options(command, *options);
  command.callback([options, &status] { status = run(*options); });
}

} // namespace jixiao::cli
