#include "cli/surface.hpp"

#include <CLI/App.hpp>

namespace jixiao::cli {

namespace {

/// The set in "FORMAT:{json,jsonl}", as the parser describes an option with one.
std::vector<std::string> choices_of(std::string const& type) {
  auto const begin = type.find(":{");
  if (begin == type.npos)
    return {};
  return CLI::detail::split(type.substr(begin + 2, type.rfind('}') - begin - 2), ',');
}

Parameter read_parameter(CLI::Option const& option) {
  Parameter out;
  for (auto const& name : option.get_snames())
    out.names.push_back("-" + name);
  for (auto const& name : option.get_lnames())
    out.names.push_back("--" + name);
  auto const type = option.get_type_name();
  if (out.names.empty())
    out.value = option.get_name(true);
  else if (option.get_items_expected_max() > 0)
    out.value = type.substr(0, type.find(':'));
  out.about = option.get_description();
  out.choices = choices_of(type);
  out.required = option.get_required();
  out.many = option.get_expected_max() > 1;
  return out;
}

Command read_command(CLI::App const& app, std::string path) {
  Command out{std::move(path), app.get_description(), app.get_group(), {}, {}, {}};
  for (auto const* option : app.get_options()) {
    auto parameter = read_parameter(*option);
    (parameter.names.empty() ? out.operands : out.options).push_back(std::move(parameter));
  }
  for (auto const* command : app.get_subcommands({}))
    out.commands.push_back(read_command(*command, out.path + (out.path.empty() ? "" : " ") + command->get_name()));
  return out;
}

} // namespace

std::string_view Command::name() const {
  return std::string_view(path).substr(path.rfind(' ') == path.npos ? 0 : path.rfind(' ') + 1);
}

Command read_surface(CLI::App const& app) { return read_command(app, {}); }

std::vector<Command const*> all_commands(Command const& command) {
  std::vector<Command const*> out{&command};
  for (auto const& below : command.commands) {
    auto const more = all_commands(below);
    out.insert(out.end(), more.begin(), more.end());
  }
  return out;
}

} // namespace jixiao::cli
