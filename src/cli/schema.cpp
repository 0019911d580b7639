#include "cli/commands.hpp"
#include "cli/status.hpp"
#include "outputs/output_file.hpp"

#include <jixiao/writers.hpp>

#include <CLI/App.hpp>

namespace jixiao::cli {

void add_schema(CLI::App& app, int& status) {
  auto& command = *app.add_subcommand("schema", "Print the JSON Schema of the documents that convert gives");
  command.callback([&status] {
    OutputFile().write(json_schema());
    status = done;
  });
}

} // namespace jixiao::cli
