#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/reading.hpp"
#include "cli/status.hpp"
#include "cli/terminal.hpp"

#include <jixiao/writers.hpp>

#include <CLI/App.hpp>

#include <memory>

#include <unistd.h>

namespace jixiao::cli {

namespace {

struct CheckOptions : ReadingOptions {
  std::string format = "text", language;
};

/// The findings of one document, ready to print.
struct Checked {
  std::vector<std::string> findings; ///< a JSON object each, or the whole report
  Outcome outcome;
};

Checked check(ReadDocument const& read, std::string const& format, TextStyle style) {
  Checked out;
  out.outcome.add(read);
  style.name = read.input.name;
  if (format == "text") {
    out.findings.push_back(render_text(read.document, read.input.bytes, style));
    return out;
  }
  for (auto const& diagnostic : read.document.diagnostics) {
    Finding const finding{read.input.name, diagnostic, style.language};
    bool const lines = format == "jsonl";
    write_json(out.findings.emplace_back(), finding, lines ? JsonStyle::compact : JsonStyle::pretty, lines ? 0 : 1);
  }
  return out;
}

/// Puts the objects of all documents into one array.
class JsonArray {
public:
  std::string add(std::string const& object) {
    std::string const separator = empty_ ? "[\n  " : ",\n  ";
    empty_ = false;
    return separator + object;
  }
  std::string end() const { return empty_ ? "[]\n" : "\n]\n"; }

private:
  bool empty_ = true;
};

int run(CheckOptions const& options) {
  if (options.format != "text" && options.format != "json" && options.format != "jsonl")
    throw UsageError("the format " + options.format + " is not built in: expected text, json or jsonl");
  DocumentReader const reader(options);
  auto const style = style_for(STDOUT_FILENO, language_of(options.language));
  Output out;
  Outcome outcome;
  JsonArray array;
  bool wanted = true;
  auto make = [&](std::size_t index) { return check(reader.read(index), options.format, style); };
  reader.for_each(make, [&](Checked const& checked) {
    outcome.add(checked.outcome);
    std::string text;
    for (auto const& finding : checked.findings) {
      text += options.format == "json" ? array.add(finding) : finding;
      if (options.format == "jsonl")
        text += '\n';
    }
    return wanted = out.write(text);
  });
  if (wanted && options.format == "json")
    out.write(array.end());
  return outcome.status(options.fail_on);
}

} // namespace

void add_check(CLI::App& app, int& status) {
  auto options = std::make_shared<CheckOptions>();
  auto& command = *app.add_subcommand("check", "Show what was found in documents, with the rows it is about");
  add_reading_options(command, *options);
  command.add_option("--format", options->format, "text, json (an array of findings) or jsonl (one a line)")
      ->type_name("FORMAT");
  command.add_option("--lang", options->language, "zh or en; by default that of the locale")
      ->type_name("LANG")
      ->check(CLI::IsMember({"zh", "en"}));
  add_fail_on(command, *options, "error");
  command.callback([options, &status] { status = run(*options); });
}

} // namespace jixiao::cli
