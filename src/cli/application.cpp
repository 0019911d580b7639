#include "cli/application.hpp"

#include "cli/commands.hpp"

#include <jixiao/version.hpp>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <CLI/Version.hpp>

#include <string>

namespace jixiao::cli {

namespace {

/// The program's version, and a line for each library behind it.
std::string version_lines() {
  auto out = std::string("jixiao ").append(version());
  for (auto const& [name, its_version] : built_on())
    out.append("\n").append(name).append(" ").append(its_version);
  return out.append("\nCLI11 " CLI11_VERSION);
}

} // namespace

std::unique_ptr<CLI::App> make_application(int& status) {
  auto app = std::make_unique<CLI::App>(
      "Reads Chinese budget performance forms (绩效) into canonical documents, with diagnostics.", "jixiao");
  app->set_version_flag("--version", version_lines,
                        "Print the version, and those of the libraries the program runs with, and exit");
  app->require_subcommand(1);
  app->footer("Exit status: 0 done; 1 a finding at or above --fail-on; 2 wrong usage; 3 an input could not be read.");
  add_convert(*app, status);
  add_check(*app, status);
  add_inspect(*app, status);
  add_explain(*app, status);
  add_grammars(*app, status);
  add_schema(*app, status);
  add_test(*app, status);
  add_completion(*app, status);
  add_man(*app, status);
  return app;
}

} // namespace jixiao::cli
