#include "cli/commands.hpp"
#include "cli/status.hpp"
#include "cli/suggest.hpp"
#include "cli/terminal.hpp"

#include <jixiao/outputs.hpp>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <algorithm>
#include <string>
#include <system_error>
#include <vector>

namespace {

using namespace jixiao::cli;

int fail(std::string const& what) {
  say("jixiao: " + what + '\n');
  return wrong_usage;
}

/// The parser would only say that a command is missing.
void check_command(CLI::App& app, int argc, char** argv) {
  std::vector<std::string> names;
  for (auto const* command : app.get_subcommands({}))
    names.push_back(command->get_name());
  std::string const typed = argc > 1 ? argv[1] : "";
  if (typed.starts_with('-') || std::ranges::find(names, typed) != names.end())
    return;
  std::string expected;
  for (auto const& name : names)
    expected += (expected.empty() ? "" : ", ") + name;
  if (typed.empty())
    throw UsageError("no command given; expected one of " + expected);
  throw UsageError("no command \"" + typed + '"' + did_you_mean(typed, {names.begin(), names.end()}) + " (" + expected +
                   ")");
}

} // namespace

int main(int argc, char** argv) {
  CLI::App app("Reads Chinese budget performance forms (绩效) into canonical documents, with diagnostics.", "jixiao");
  app.set_version_flag("--version", "jixiao " JIXIAO_VERSION);
  app.require_subcommand(1);
  app.footer("Exit status: 0 done; 1 a finding at or above --fail-on; 2 wrong usage; 3 an input could not be read.");
  int status = done;
  add_convert(app, status);
  add_check(app, status);
  add_inspect(app, status);
  add_explain(app, status);
  add_grammars(app, status);
  add_test(app, status);
  try {
    check_command(app, argc, argv);
    app.parse(argc, argv);
  } catch (CLI::ParseError const& error) {
    return error.get_exit_code() == 0 ? app.exit(error) : fail(error.what() + std::string("\nTry 'jixiao --help'."));
  } catch (UsageError const& error) {
    return fail(error.what());
  } catch (jixiao::OutputError const& error) {
    return fail(error.what());
  } catch (std::system_error const& error) { // no process, thread or socket could be made
    return fail(error.what());
  }
  return status;
}
