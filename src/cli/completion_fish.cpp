#include "cli/completions.hpp"
#include "cli/values.hpp"

#include <cctype>
#include <set>
#include <utility>

namespace jixiao::cli {

namespace {

std::string fish_quoted(std::string_view text) {
  std::string out = "'";
  for (char const c : text) {
    if (c == '\'' || c == '\\')
      out += '\\';
    out += c;
  }
  return out += '\'';
}

/// CODE=LEVEL is completed by __jixiao_code_level.
std::string function_of(std::string_view value) {
  std::string out = "__jixiao_";
  for (char const c : value)
    out += std::isalnum(static_cast<unsigned char>(c)) != 0
               ? static_cast<char>(std::tolower(static_cast<unsigned char>(c)))
               : '_';
  return out;
}

/// The function that prints the words, each with what is said of it behind a tab.
std::string value_function(Parameter const& parameter, Values const& values) {
  auto out = "function " + function_of(parameter.value) + '\n';
  if (!values.behind.empty()) {
    out += "    set -l typed (commandline -ct | string replace -r -- '^--[^=]*=' '')\n"
           "    if string match -q -- '*=*' $typed\n"
           "        printf '%s\\n' (string replace -r -- '=.*' '=' $typed){";
    for (bool first = true; auto const& word : values.behind)
      out.append(std::exchange(first, false) ? "" : ",").append(word);
    out += "}\n        return\n    end\n";
  }
  out += "    printf '%s\\t%s\\n'";
  for (auto const& [word, about] : values.words)
    out.append(" \\\n        ").append(fish_quoted(word)).append(" ").append(fish_quoted(about));
  return out + "\nend\n\n";
}

/// Where the words come from: they themselves, or the function that prints them.
std::string words_of(Parameter const& parameter, Values const& values) {
  if (values.words.empty())
    return {};
  if (parameter.choices.empty())
    return " -a '(" + function_of(parameter.value) + ")'";
  std::string out;
  for (auto const& value : values.words)
    out.append(out.empty() ? "" : " ").append(value.word);
  return " -a " + fish_quoted(out);
}

std::string begin_of(Command const& command) {
  return "complete -c jixiao -n " + fish_quoted("__jixiao_at " + fish_quoted(command.path));
}

std::string option_line(Command const& command, Parameter const& option) {
  auto out = begin_of(command);
  for (auto const& name : option.names)
    out += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  if (!option.value.empty()) {
    auto const values = values_of(option);
    out += (values.files ? " -r -F" : " -x") + words_of(option, values);
  }
  return out + " -d " + fish_quoted(option.about) + '\n';
}

std::string command_lines(Command const& command) {
  std::string out;
  for (auto const& below : command.commands)
    out += begin_of(command) + " -f -a " + std::string(below.name()) + " -d " + fish_quoted(below.about) + '\n';
  for (auto const& operand : command.operands)
    if (auto const values = values_of(operand); !values.files)
      out += begin_of(command) + " -f" + words_of(operand, values) + '\n';
  if (command.commands.empty() && command.operands.empty())
    out += begin_of(command) + " -f\n";
  for (auto const& option : command.options)
    out += option_line(command, option);
  return out;
}

/// True in the script when the words before the cursor lead to this command and no further.
std::string at_function(Command const& program) {
  std::string paths;
  for (auto const* command : all_commands(program))
    if (!command->path.empty())
      paths.append(" ").append(fish_quoted(command->path));
  return "function __jixiao_at\n"
         "    set -l path\n"
         "    set -l words (commandline -opc)\n"
         "    for word in $words[2..]\n"
         "        if contains -- \"$path$word\"" +
         paths +
         "\n"
         "            set path \"$path$word \"\n"
         "        else if not string match -q -- '-*' $word\n"
         "            break\n"
         "        end\n"
         "    end\n"
         "    test \"$argv[1]\" = (string trim -- \"$path\")\n"
         "end\n\n";
}

} // namespace

std::string fish_completion(Command const& program) {
  auto out = "# Completes jixiao in fish; made by `jixiao completion fish`.\n\n" + at_function(program);
  std::string lines;
  std::set<std::string> written;
  for (auto const* command : all_commands(program)) {
    for (auto const* parameters : {&command->options, &command->operands})
      for (auto const& parameter : *parameters)
        if (auto const values = values_of(parameter);
            parameter.choices.empty() && !values.words.empty() && written.insert(parameter.value).second)
          out += value_function(parameter, values);
    lines += command_lines(*command);
  }
  return out + lines;
}

} // namespace jixiao::cli
