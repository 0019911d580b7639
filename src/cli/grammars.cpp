#include "cli/commands.hpp"
#include "cli/reading.hpp"
#include "cli/status.hpp"
#include "cli/suggest.hpp"
#include "cli/terminal.hpp"
#include "inputs/load.hpp"
#include "inputs/names.hpp"
#include "outputs/output_file.hpp"

#include <jixiao/convert.hpp>
#include <jixiao/writers.hpp>

#include <CLI/App.hpp>

#include <memory>

namespace jixiao::cli {

namespace {

int list() {
  std::string out;
  for (auto const& [name, family, place, years, title] : GrammarSet::builtin().list())
    out += name + '\t' + family + '\t' + place + '\t' + years + '\t' + title + '\n';
  OutputFile().write(out);
  return done;
}

int show(std::string const& name) {
  auto const source = GrammarSet::builtin().source(name);
  if (source.empty()) {
    auto const infos = GrammarSet::builtin().list();
    std::vector<std::string_view> names;
    for (auto const& info : infos)
      names.push_back(info.name);
    throw UsageError("no form grammar \"" + name + '"' + did_you_mean(name, names) + " (jixiao grammars list)");
  }
  OutputFile().write(std::string(source) + (source.ends_with('\n') ? "" : "\n"));
  return done;
}

int check(std::string const& path) {
  FoundInput file{as_text(path), path};
  load(file, Limits{}.bytes);
  if (file.problem) {
    say(displayed(message(*file.problem)) + '\n');
    return unreadable_input;
  }
  GrammarSet grammars;
  auto const errors = grammars.add(*file.bytes, file.path);
  for (auto const& error : errors)
    say(describe(error) + '\n');
  return errors.empty() ? done : findings;
}

} // namespace

void add_grammars(CLI::App& app, int& status) {
  auto argument = std::make_shared<std::string>();
  auto& command = *app.add_subcommand("grammars", "The layouts of forms that are known");
  command.callback([&command] {
    if (command.get_subcommands().empty())
      throw UsageError("grammars: expected list, show NAME or check FILE");
  });
  command.add_subcommand("list", "One a line: name, family, place, years, title")->callback([&status] {
    status = list();
  });
  auto& shown = *command.add_subcommand("show", "The text of a form grammar");
  shown.add_option("NAME", *argument, "As in the list")->required();
  shown.callback([argument, &status] { status = show(*argument); });
  auto& checked = *command.add_subcommand("check", "Read a form grammar and show what is wrong in it");
  checked.add_option("FILE", *argument, "A .form file")->required();
  checked.callback([argument, &status] { status = check(*argument); });
}

} // namespace jixiao::cli
