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
#include <CLI/Validators.hpp>

#include <memory>

#include <unistd.h>

namespace jixiao::cli {

namespace {

struct InspectOptions : ReadingOptions {
  std::uint32_t svg = 0; ///< the page to draw; 0: none
  std::string why;       ///< the field to explain; empty: none
};

std::string explained(Inspection const& inspection, InspectOptions const& options) {
  auto const& name = inspection.document.source.name;
  if (!inspection.why)
    throw UsageError("--why: nothing of " + name + " was read into \"" + options.why +
                     "\"; a place is that of a value in the document, as in /forms/0/project_name");
  auto style = style_for(STDOUT_FILENO, language_of({}));
  style.name = name;
  return render_why(*inspection.why, style);
}

std::string shown(Inspection const& inspection, InspectOptions const& options) {
  if (!options.why.empty())
    return explained(inspection, options);
  if (options.svg == 0)
    return render_grid(inspection, style_for(STDOUT_FILENO, language_of({})));
  if (!inspection.page)
    throw UsageError("--svg: " + inspection.document.source.name + " has no page " + std::to_string(options.svg) +
                     " that is drawn; PDF and OFD documents have pages");
  return render_svg(*inspection.page);
}

int run(InspectOptions const& options) {
  auto const grammars = open_grammars(options.grammars);
  auto batch = batch_of(options, grammars);
  InputStream inputs(batch.inputs, batch.reading.limits);
  auto found = inputs.next();
  if (!found || inputs.next())
    throw UsageError("inspect shows one document: expected one file");
  load(*found, batch.reading.limits.bytes);
  Document document;
  if (found->problem) {
    document = problem_document(found->path, *found->problem);
  } else {
    batch.reading.page = options.svg;
    batch.reading.why = options.why;
    auto inspection = inspect({found->path, *found->bytes}, batch.reading);
    if ((options.svg == 0 && options.why.empty()) || !unreadable(inspection.document))
      OutputFile().write(shown(inspection, options));
    document = std::move(inspection.document);
  }
  BatchDocument const read{document, found->path, {}, {}};
  say(error_lines(read) + document_line(read));
  return unreadable(document) ? unreadable_input : done;
}

} // namespace

void add_inspect(CLI::App& app, int& status) {
  auto options = std::make_shared<InspectOptions>();
  auto& command =
      *app.add_subcommand("inspect", "Show the tables as the reader saw them, each cell with what claimed it");
  add_reading_options(command, *options);
  command
      .add_option("--svg", options->svg, "Draw this page of a PDF or OFD document as SVG, coloured by what took what")
      ->type_name("PAGE")
      ->check(CLI::Range(1U, 1'000'000U));
  command
      .add_option("--why", options->why,
                  "Tell why this field was read as it was: what led to it, and the readings that were weighed")
      ->type_name("POINTER")
      ->excludes("--svg");
  command.callback([options, &status] { status = run(*options); });
}

} // namespace jixiao::cli
