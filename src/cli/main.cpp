#include "cli/application.hpp"
#include "cli/status.hpp"
#include "cli/suggest.hpp"
#include "cli/terminal.hpp"

#include <jixiao/outputs.hpp>

#include <CLI/App.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace {

using namespace jixiao::cli;

int fail(std::string const& what) {
  say("jixiao: " + what + '\n');
  return wrong_usage;
}

std::vector<std::string_view> option_names(CLI::App const& app) {
  std::vector<std::string_view> names;
  for (auto const* option : app.get_options())
    for (auto const& name : option->get_lnames())
      names.push_back(name);
  return names;
}

/// `; did you mean --help?`, or nothing.
std::string suggested_option(CLI::App const& app, std::string_view typed) {
  auto const best = nearest(typed.substr(std::min(typed.find_first_not_of('-'), typed.size())), option_names(app));
  return best.empty() ? std::string() : "; did you mean --" + std::string(best) + '?';
}

/// What the parser says, with the option that may be meant and the page that lists them all.
std::string usage_error(CLI::App& app, CLI::ParseError const& error) {
  auto const parsed = app.get_subcommands();
  auto const& of = parsed.empty() ? app : *parsed.front();
  std::string what = error.what();
  auto const extras = of.remaining();
  if (!extras.empty() && extras.front().starts_with('-')) {
    auto const typed = extras.front().substr(0, extras.front().find('='));
    what = "no option \"" + typed + '"' + suggested_option(of, typed);
  } else if (constexpr std::string_view converting = "Could not convert: "; what.starts_with(converting)) {
    what = what.substr(converting.size()) + ": expected a number";
  } else if (auto const most = what.find(": At Most 1 required"); most != what.npos) {
    what = what.substr(0, most) + ": given more than once";
  }
  return what + "\nTry 'jixiao " + (parsed.empty() ? "" : of.get_name() + ' ') + "--help'.";
}

/// The parser would only say that a command is missing.
void check_command(CLI::App& app, int argc, char** argv) {
  std::string const typed = argc > 1 ? argv[1] : "";
  if (typed.starts_with('-') && !app.get_option_no_throw(typed))
    throw UsageError("no option \"" + typed + '"' + suggested_option(app, typed) + "\nTry 'jixiao --help'.");
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
    return error.get_exit_code() == 0 ? app.exit(error) : fail(usage_error(app, error));
  } catch (UsageError const& error) {
    return fail(error.what());
  } catch (jixiao::OutputError const& error) {
    return fail(error.what());
  } catch (std::system_error const& error) { // no process, thread or socket could be made
    return fail(error.what());
  }
  return status;
}
