#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/status.hpp"
#include "cli/suggest.hpp"
#include "cli/terminal.hpp"

#include <jixiao/diagnostic.hpp>

#include <CLI/App.hpp>

#include <algorithm>
#include <memory>

#include <unistd.h>

namespace jixiao::cli {

namespace {

std::string_view text_of(CodeInfo const& entry, Language language) {
  return language == Language::zh ? entry.chinese : entry.english;
}

std::string padded(std::string_view text, std::size_t width) {
  return std::string(text).append(width - std::min(text.size(), width), ' ');
}

std::string whole_catalogue(Language language) {
  std::size_t longest = 0;
  for (auto const& entry : catalogue())
    longest = std::max(longest, entry.name.size());
  std::string out;
  for (auto const& entry : catalogue())
    out += padded(entry.id, 6) + padded(to_string(entry.severity), 9) +
           padded(entry.name, longest + 2).append(text_of(entry, language)) + '\n';
  return out;
}

Code find(std::string const& typed) {
  if (auto const code = find_code(typed))
    return *code;
  std::vector<std::string_view> known;
  for (auto const& entry : catalogue())
    known.insert(known.end(), {entry.id, entry.name});
  throw UsageError("no code \"" + typed + '"' + did_you_mean(typed, known) + " (jixiao explain lists them)");
}

/// The explanation with its headings in bold, and behind the title what the finding says.
std::string one_code(Code code, Language language, bool colour) {
  auto const& entry = info(code);
  auto text = explanation(code);
  std::string out;
  for (bool title = true; !text.empty(); title = false) {
    auto const line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    bool const bold = colour && line.starts_with('#');
    out.append(bold ? "\x1b[1m" : "").append(line).append(bold ? "\x1b[0m\n" : "\n");
    if (title)
      out.append("\n").append(to_string(entry.severity)).append(": ").append(text_of(entry, language)).append("\n");
  }
  return out;
}

int run(std::string const& code, std::string const& language_option) {
  auto const language = language_of(language_option);
  Output().write(code.empty() ? whole_catalogue(language) : one_code(find(code), language, colour_on(STDOUT_FILENO)));
  return done;
}

} // namespace

void add_explain(CLI::App& app, int& status) {
  auto code = std::make_shared<std::string>(), language = std::make_shared<std::string>();
  auto& command = *app.add_subcommand("explain", "What a code means, by its id or name; without one, all codes");
  command.add_option("CODE", *code, "S101, or empty_input");
  command.add_option("--lang", *language, "zh or en, for the message; by default that of the locale")
      ->type_name("LANG")
      ->check(CLI::IsMember({"zh", "en"}));
  command.callback([code, language, &status] { status = run(*code, *language); });
}

} // namespace jixiao::cli
