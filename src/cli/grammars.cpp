#include "cli/commands.hpp"
#include "cli/reading.hpp"
#include "cli/status.hpp"
#include "cli/suggest.hpp"
#include "cli/terminal.hpp"
#include "inputs/load.hpp"
#include "inputs/names.hpp"
#include "outputs/output_file.hpp"

#include <jixiao/draft_grammar.hpp>
#include <jixiao/writers.hpp>

#include <CLI/App.hpp>

#include <memory>
#include <vector>

namespace jixiao::cli {

namespace {

struct GrammarsOptions {
  std::string name, path;
  bool flat = false;
  std::vector<std::string> grammars;
};

int list(GrammarsOptions const& options) {
  std::string out;
  for (auto const& [name, family, place, years, title, base] : open_grammars(options.grammars).list())
    out += name + '\t' + family + '\t' + place + '\t' + years + '\t' + title + '\t' + base + '\n';
  OutputFile().write(out);
  return done;
}

int show(GrammarsOptions const& options) {
  auto const grammars = open_grammars(options.grammars);
  auto const text = options.flat ? grammars.flat(options.name) : std::string(grammars.source(options.name));
  if (text.empty()) {
    auto const infos = grammars.list();
    std::vector<std::string_view> names;
    for (auto const& info : infos)
      names.push_back(info.name);
    throw UsageError("no form grammar \"" + options.name + '"' + did_you_mean(options.name, names) +
                     " (jixiao grammars list)");
  }
  OutputFile().write(text + (text.ends_with('\n') ? "" : "\n"));
  return done;
}

/// The file, or none where it could not be read: that was said then.
std::shared_ptr<FoundInput> loaded(std::string const& path) {
  auto file = std::make_shared<FoundInput>(FoundInput{as_text(path), path});
  load(*file, Limits{}.bytes);
  if (!file->problem)
    return file;
  say(displayed(message(*file->problem)) + '\n');
  return nullptr;
}

int check(GrammarsOptions const& options) {
  auto const file = loaded(options.path);
  if (!file)
    return unreadable_input;
  auto grammars = open_grammars(options.grammars);
  auto const errors = grammars.add(*file->bytes, file->path);
  for (auto const& error : errors)
    say(describe(error) + '\n');
  return errors.empty() ? done : findings;
}

int draft(GrammarsOptions const& options) {
  auto const file = loaded(options.path);
  if (!file)
    return unreadable_input;
  auto const grammars = open_grammars(options.grammars);
  Options reading;
  reading.grammars = &grammars;
  auto const drafted = draft_grammar({file->path, *file->bytes}, reading);
  if (drafted.document.forms.empty()) {
    say(displayed(file->path) + ": no form was found in it\n");
    return unreadable_input;
  }
  for (auto const& form : drafted.document.forms)
    if (drafted.text.empty())
      say(displayed(file->path) + ": its layout is known: " + form.layout + '\n');
  OutputFile().write(drafted.text);
  return done;
}

} // namespace

void add_grammars(CLI::App& app, int& status) {
  auto const options = std::make_shared<GrammarsOptions>();
  auto& command = *app.add_subcommand("grammars", "The layouts of forms that are known");
  command.callback([&command] {
    if (command.get_subcommands().empty())
      throw UsageError("grammars: expected list, show NAME, check FILE or draft FILE");
  });
  auto const add = [&](char const* name, char const* purpose, int (*run)(GrammarsOptions const&)) -> CLI::App& {
    auto& one = *command.add_subcommand(name, purpose);
    one.add_option("--grammar", options->grammars, "Use this form grammar, too")->type_name("FILE");
    one.callback([options, &status, run] { status = run(*options); });
    return one;
  };
  add("list", "One a line: name, family, place, years, title, base", list);
  auto& shown = add("show", "The text of a form grammar", show);
  shown.add_option("NAME", options->name, "As in the list")->required();
  shown.add_flag("--flat", options->flat, "With everything that it takes over from those that it extends");
  add("check", "Read a form grammar and show what is wrong in it", check)
      .add_option("FILE", options->path, "A .form file")
      ->required();
  add("draft", "Write the beginning of a form grammar for a document of an unknown layout", draft)
      .add_option("FILE", options->path, "A document")
      ->required();
}

} // namespace jixiao::cli
