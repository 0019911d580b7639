#include "cli/application.hpp"
#include "cli/commands.hpp"
#include "cli/manual.hpp"
#include "cli/status.hpp"
#include "outputs/output_file.hpp"

#include <CLI/App.hpp>

#include <memory>

namespace jixiao::cli {

void add_man(CLI::App& app, int& status) {
  auto name = std::make_shared<std::string>();
  auto& command = *app.add_subcommand("man", "Print the manual page of the program or of a command, in mdoc");
  command.group(about_the_program);
  command.add_option("COMMAND", *name, "For which command; jixiao man convert | man -l - shows its page")
      ->check(CLI::IsMember(manual_names()));
  command.callback([name, &app, &status] {
    OutputFile().write(manual_page(read_surface(app), *name));
    status = done;
  });
}

} // namespace jixiao::cli
