#include "cli/completions.hpp"
#include "cli/values.hpp"

#include <cctype>
#include <set>

namespace jixiao::cli {

namespace {

/// With a backslash before each of the `special` characters.
std::string escaped(std::string_view text, std::string_view special) {
  std::string out;
  for (char const c : text) {
    if (special.find(c) != special.npos)
      out += '\\';
    out += c;
  }
  return out;
}

std::string zsh_quoted(std::string_view text) {
  std::string out = "'";
  for (char const c : text)
    c == '\'' ? out += "'\\''" : out += c;
  return out += '\'';
}

/// "grammars show" is completed by _jixiao_grammars_show, CODE=LEVEL by _jixiao_value_code_level.
std::string function_of(std::string_view name, std::string_view text) {
  std::string out(name);
  for (char const c : text)
    out += std::isalnum(static_cast<unsigned char>(c)) != 0
               ? static_cast<char>(std::tolower(static_cast<unsigned char>(c)))
               : '_';
  return out;
}

std::string command_function(Command const& command) {
  return command.path.empty() ? "_jixiao" : function_of("_jixiao_", command.path);
}

std::string value_function(Parameter const& parameter) { return function_of("_jixiao_value_", parameter.value); }

/// What _arguments calls for a value; nothing when nothing can be offered.
std::string action_of(Parameter const& parameter) {
  auto const values = values_of(parameter);
  if (!parameter.choices.empty()) {
    std::string out;
    for (auto const& choice : parameter.choices)
      out.append(out.empty() ? "(" : " ").append(choice);
    return out + ')';
  }
  if (values.words.empty())
    return values.files ? "_files" : " ";
  return value_function(parameter);
}

std::string message_of(Parameter const& parameter) { return ":" + escaped(parameter.value, ":\\") + ":"; }

void add_option(std::string& specs, Parameter const& option) {
  std::string exclusive;
  if (option.many)
    exclusive = "*";
  else if (option.names.size() > 1)
    for (auto const& name : option.names)
      exclusive.append(exclusive.empty() ? "(" : " ").append(name);
  if (exclusive.starts_with('('))
    exclusive += ')';
  for (auto const& name : option.names) {
    auto spec = exclusive + name;
    if (!option.value.empty())
      spec += name.starts_with("--") ? "=" : "+";
    spec += '[' + escaped(option.about, "[]\\") + ']';
    if (!option.value.empty())
      spec += message_of(option) + action_of(option);
    specs.append(" \\\n    ").append(zsh_quoted(spec));
  }
}

std::string described(Value const& value) {
  return zsh_quoted(escaped(value.word, ":\\") + (value.about.empty() ? "" : ":" + value.about));
}

std::string words_of(std::vector<Value> const& values) {
  std::string out = "  local -a offered=(\n";
  for (auto const& value : values)
    out += "    " + described(value) + '\n';
  return out + "  )\n";
}

/// The function that completes the commands below a command, and calls theirs.
std::string group_function(Command const& command, std::string const& specs) {
  std::vector<Value> words;
  std::string arms;
  for (auto const& below : command.commands) {
    words.push_back({std::string(below.name()), below.about});
    arms.append("        ").append(below.name()).append(") ").append(command_function(below)).append(" ;;\n");
  }
  return command_function(command) + "() {\n  local curcontext=$curcontext state line\n" + words_of(words) +
         "  _arguments -C" + specs + " \\\n    '1:command:->command' \\\n    '*:::argument:->arguments' && return\n" +
         "  case $state in\n    command) _describe command offered ;;\n    arguments)\n" +
         "      words=(\"$line[1]\" \"${words[@]}\")\n      ((++CURRENT))\n      case $line[1] in\n" + arms +
         "      esac ;;\n  esac\n}\n\n";
}

std::string whole_function(Command const& command) {
  std::string specs;
  for (auto const& option : command.options)
    add_option(specs, option);
  if (!command.commands.empty())
    return group_function(command, specs);
  for (auto const& operand : command.operands)
    specs.append(" \\\n    ").append(zsh_quoted((operand.many ? "*" : "") + message_of(operand) + action_of(operand)));
  return command_function(command) + "() {\n  _arguments" + specs + "\n}\n\n";
}

std::string whole_value_function(Parameter const& parameter) {
  auto const values = values_of(parameter);
  auto const what = zsh_quoted(parameter.value);
  auto out = value_function(parameter) + "() {\n";
  if (!values.behind.empty()) {
    out += "  if compset -P '*='; then\n    compadd --";
    for (auto const& word : values.behind)
      out += ' ' + word;
    out += "\n    return\n  fi\n";
  }
  out += words_of(values.words) + "  _describe " + what + " offered" + (values.assigned ? " -S ''" : "") + '\n';
  if (values.files)
    out += "  _files\n";
  return out + "}\n\n";
}

} // namespace

std::string zsh_completion(Command const& program) {
  std::string functions;
  std::set<std::string> written;
  for (auto const* command : all_commands(program)) {
    functions += whole_function(*command);
    for (auto const* parameters : {&command->options, &command->operands})
      for (auto const& parameter : *parameters)
        if (action_of(parameter) == value_function(parameter) && written.insert(parameter.value).second)
          functions += whole_value_function(parameter);
  }
  return "#compdef jixiao\n# Completes jixiao in zsh; made by `jixiao completion zsh`.\n\n" + functions +
         "# Found in $fpath it is called at once; sourced, it has to be bound.\n"
         "if [[ $funcstack[1] == _jixiao ]]; then\n  _jixiao \"$@\"\nelse\n  compdef _jixiao jixiao\nfi\n";
}

} // namespace jixiao::cli
