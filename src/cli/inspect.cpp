#include "cli/commands.hpp"
#include "cli/reading.hpp"
#include "cli/status.hpp"
#include "cli/summary.hpp"
#include "cli/terminal.hpp"
#include "inputs/input_stream.hpp"
#include "inputs/load.hpp"
#include "inputs/problems.hpp"
#include "outputs/output_file.hpp"

#include <jixiao/writers.hpp>

#include <CLI/App.hpp>

#include <memory>

#include <unistd.h>

namespace jixiao::cli {

namespace {

int run(ReadingOptions const& options) {
  auto const grammars = open_grammars(options.grammars);
  auto const batch = batch_of(options, grammars);
  InputStream inputs(batch.inputs, batch.reading.limits);
  auto found = inputs.next();
  if (!found || inputs.next())
    throw UsageError("inspect shows one document: expected one file");
  load(*found, batch.reading.limits.bytes);
  Document document;
  if (found->problem) {
    document = problem_document(found->path, *found->problem);
  } else {
    auto inspection = inspect({found->path, *found->bytes}, batch.reading);
    OutputFile().write(render_grid(inspection, style_for(STDOUT_FILENO, language_of({}))));
    document = std::move(inspection.document);
  }
  BatchDocument const read{document, found->path, {}, {}};
  say(error_lines(read) + document_line(read));
  return unreadable(document) ? unreadable_input : done;
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
