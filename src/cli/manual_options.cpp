#include "cli/manual_options.hpp"

#include "cli/values.hpp"

#include <algorithm>

namespace jixiao::cli {

namespace {

constexpr std::size_t most_words = 20; ///< that are listed; there are more codes than that

std::string flag(std::string const& name) { return "Fl " + name.substr(1); }

std::string with_value(std::string const& name, Parameter const& option) {
  return option.value.empty() ? flag(name) : flag(name) + " Ar " + option.value;
}

/// `bytes`, `cells` and `memory`, in bold.
std::string listed(std::vector<Value> const& words) {
  std::string out;
  for (auto const& word : words) {
    bool const last = &word == &words.back();
    out += ".Cm " + word.word + (last || words.size() == 1 ? "" : &word + 1 == &words.back() ? "\nand\n" : " ,\n");
  }
  return out + " .\n";
}

/// The names that can be assigned to, each with what is said of it.
std::string tabulated(std::vector<Value> const& words) {
  std::string out = ".Bl -tag -compact -width inflation-ratio=\n";
  for (auto const& [word, about] : words)
    out += ".It Cm " + word + '\n' + about + '\n';
  return out + ".El\n";
}

bool speaks_of(std::string const& about, Value const& value) { return about.find(value.word) != about.npos; }

std::string values_text(Parameter const& parameter) {
  auto const values = values_of(parameter);
  if (values.words.empty() || values.words.size() > most_words ||
      std::ranges::all_of(values.words, [&](Value const& value) { return speaks_of(parameter.about, value); }))
    return {};
  if (values.assigned)
    return tabulated(values.words);
  return (values.files ? "The names are\n" : "Its values are\n") + listed(values.words);
}

} // namespace

bool is_help(Parameter const& option) { return std::ranges::find(option.names, "--help") != option.names.end(); }

std::string sentence(std::string text) {
  for (auto at = text.find('\\'); at != text.npos; at = text.find('\\', at + 2))
    text.insert(at + 1, 1, 'e');
  if (text.starts_with('.') || text.starts_with('\''))
    text.insert(0, "\\&");
  return text + (text.ends_with('.') ? "\n" : ".\n");
}

std::string in_short(Parameter const& option) { return with_value(option.names.front(), option); }

std::string manual_operand(Parameter const& operand) { return "Ar " + operand.value + (operand.many ? " ..." : ""); }

std::string manual_item(Parameter const& parameter) {
  std::string out = ".It ";
  if (parameter.names.empty())
    out += manual_operand(parameter);
  for (auto const& name : parameter.names)
    out += with_value(name, parameter) + (&name == &parameter.names.back() ? "" : " , ");
  return out + '\n' + sentence(parameter.about) + values_text(parameter);
}

} // namespace jixiao::cli
