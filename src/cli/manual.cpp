#include "cli/manual.hpp"

#include "cli/manual_options.hpp"
#include "diagnostics/embedded.hpp"

#include <jixiao/version.hpp>

#include <algorithm>
#include <cctype>
#include <span>

namespace jixiao::cli {

std::span<EmbeddedFile const> embedded_manual(); ///< src/cli/man/*.man

namespace {

constexpr std::string_view of_the_program = "jixiao", ending = ".man";

std::string_view text_named(std::string_view file) {
  auto const texts = embedded_manual();
  auto const found = std::ranges::find(texts, file, &EmbeddedFile::name);
  return found == texts.end() ? std::string_view() : found->text;
}

std::string_view text_of(std::string_view name) {
  return text_named(std::string(name.empty() ? of_the_program : name).append(ending));
}

/// A line `.so FILE` stands for that text.
std::string with_inclusions(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    auto const line = text.substr(0, text.find('\n') + 1);
    text.remove_prefix(line.size());
    out += line.starts_with(".so ") ? text_named(line.substr(4, line.size() - 5)) : line;
  }
  return out;
}

std::string page_name(std::string_view name) {
  return std::string(of_the_program).append(name.empty() ? "" : "-").append(name);
}

/// What a command is, as the line of the section NAME has it: no capital, no full stop.
std::string summary(Command const& command) {
  auto out = command.about.substr(0, command.about.find_last_not_of('.') + 1);
  if (!out.empty())
    out[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(out[0])));
  return out;
}

std::string synopsis(Command const& command) {
  if (command.path.empty())
    return ".Nm\n.Ar COMMAND\n.Op Ar argument ...\n.Nm\n.Fl -help | -version\n";
  std::string out;
  for (auto const& below : command.commands)
    out += synopsis(below);
  if (!out.empty())
    return out;
  out = ".Nm jixiao\n.Cm " + command.path + '\n';
  for (auto const& option : command.options)
    if (!is_help(option))
      out += ".Op " + in_short(option) + '\n';
  for (auto const& operand : command.operands)
    out += (operand.required ? "." : ".Op ") + manual_operand(operand) + '\n';
  return out;
}

std::string commands_section(Command const& command) {
  std::string out = ".Sh COMMANDS\n.Bl -tag -width grammars\n";
  for (auto const& below : command.commands) {
    out.append(".It Cm ").append(below.name());
    for (auto const& operand : below.operands)
      out.append(operand.required ? " " : " Op ").append(manual_operand(operand));
    out += '\n' + sentence(below.about);
    if (command.path.empty() && !text_of(below.name()).empty())
      out += "See\n.Xr " + page_name(below.name()) + " 1 .\n";
  }
  return out + ".El\n";
}

std::string options_section(Command const& command) {
  std::string out = ".Sh OPTIONS\n.Bl -tag -width Ds\n";
  for (auto const* parameters : {&command.operands, &command.options})
    for (auto const& parameter : *parameters)
      out += manual_item(parameter);
  return out + ".El\n";
}

std::string see_also(std::string_view name) {
  std::vector<std::string> pages;
  for (auto const& other : manual_names())
    if (other != name)
      pages.push_back(page_name(other));
  if (!name.empty())
    pages.insert(pages.begin(), page_name({}));
  std::string out = ".Sh SEE ALSO\n";
  for (auto const& page : pages)
    out += ".Xr " + page + (&page == &pages.back() ? " 1\n" : " 1 ,\n");
  return out;
}

} // namespace

std::vector<std::string> manual_names() {
  std::vector<std::string> out;
  for (auto const& [file, text] : embedded_manual())
    if (auto const name = file.substr(0, file.size() - ending.size());
        text.starts_with(".Dd ") && name != of_the_program)
      out.emplace_back(name);
  return out;
}

std::string manual_page(Command const& program, std::string_view name) {
  auto const below = std::ranges::find(program.commands, name, &Command::name);
  auto const& command = below == program.commands.end() ? program : *below;
  auto const text = with_inclusions(text_of(name));
  auto const description = text.find(".Sh ");
  auto const rest = std::min(text.find("\n.Sh ", description) + 1, text.size());
  auto title = page_name(name);
  std::ranges::transform(title, title.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return text.substr(0, description) + ".Dt " + title + " 1\n.Os jixiao " + std::string(version()) +
         "\n.Sh NAME\n.Nm " + page_name(name) + "\n.Nd " + summary(command) + "\n.Sh SYNOPSIS\n" + synopsis(command) +
         text.substr(description, rest - description) + (command.commands.empty() ? "" : commands_section(command)) +
         options_section(command) + text.substr(rest) + see_also(name);
}

} // namespace jixiao::cli
