#include "cli/application.hpp"
#include "cli/commands.hpp"
#include "cli/completions.hpp"
#include "cli/status.hpp"
#include "outputs/output_file.hpp"

#include <CLI/App.hpp>

#include <algorithm>
#include <array>
#include <memory>

namespace jixiao::cli {

namespace {

struct Shell {
  std::string_view name;
  std::string (*script)(Command const& program);
};

constexpr std::array shells = {Shell{"bash", bash_completion}, Shell{"zsh", zsh_completion},
                               Shell{"fish", fish_completion}};

std::vector<std::string> names_of_shells() {
  std::vector<std::string> names;
  for (auto const& shell : shells)
    names.emplace_back(shell.name);
  return names;
}

} // namespace

void add_completion(CLI::App& app, int& status) {
  auto name = std::make_shared<std::string>();
  auto& command = *app.add_subcommand("completion", "Print the script that lets a shell complete command lines");
  command.group(about_the_program);
  command.add_option("SHELL", *name, "For which shell")->required()->check(CLI::IsMember(names_of_shells()));
  command.callback([name, &app, &status] {
    auto const* const shell = std::ranges::find(shells, *name, &Shell::name);
    OutputFile().write(shell->script(read_surface(app)));
    status = done;
  });
}

} // namespace jixiao::cli
