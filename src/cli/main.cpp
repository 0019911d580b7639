#include "cli/application.hpp"
#include "cli/status.hpp"
#include "cli/suggest.hpp"
#include "cli/terminal.hpp"

#include <jixiao/outputs.hpp>

#include <CLI/App.hpp>

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
  std::string const typed = argc > 1 ? argv[1] : "";
  if (typed.starts_with('-'))
    return;
  std::vector<std::string> names;
  for (auto const* command : app.get_subcommands({})) {
    if (command->get_name() == typed)
      return;
    if (command->get_group() != about_the_program)
      names.push_back(command->get_name());
  }
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
  int status = done;
  auto const application = make_application(status);
  auto& app = *application;
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
