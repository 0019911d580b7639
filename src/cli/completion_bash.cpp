#include "cli/completions.hpp"
#include "cli/values.hpp"

#include <algorithm>
#include <utility>

namespace jixiao::cli {

namespace {

/// Behind the data; it needs bash 4.3 and nothing else.
constexpr std::string_view driver = R"bash(
_jixiao() {
  local -a typed=()
  local i word current command= option= given=0 prefix= reply
  local commands flags valued operand many words behind files
  COMPREPLY=()

  # bash cuts words at "=": here they are whole.
  for ((i = 1; i <= COMP_CWORD; ++i)); do
    word=${COMP_WORDS[i]}
    if ((${#typed[@]})) && [[ $word == = || ${COMP_WORDS[i - 1]} == = ]]; then
      typed[-1]+=$word
    else
      typed+=("$word")
    fi
  done
  current=${typed[-1]}
  unset 'typed[-1]'

  _jixiao_command ''
  for word in "${typed[@]}"; do
    if [[ $option ]]; then
      option=
    elif [[ $word == -* ]]; then
      [[ " $valued " == *" $word "* ]] && option=$word
    elif [[ " $commands " == *" $word "* ]]; then
      command+=${command:+ }$word
      _jixiao_command "$command"
    else
      ((++given))
    fi
  done

  if [[ ! $option && $current == --*=* ]]; then
    option=${current%%=*} prefix=${current%%=*}= current=${current#*=}
  fi
  words= behind= files=
  if [[ $option ]]; then
    _jixiao_values "$command $option"
  elif [[ $current == -* ]]; then
    words="$flags $valued"
  elif [[ $commands ]]; then
    words=$commands
  elif [[ $operand ]] && ((many || !given)); then
    _jixiao_values "$command $operand"
  fi
  if [[ $behind && $current == *=* ]]; then
    words=
    for word in $behind; do words+=" ${current%%=*}=$word"; done
  fi

  while IFS= read -r reply; do
    COMPREPLY+=("$reply")
  done < <(compgen -W "$words" -- "$current"; [[ ! $files ]] || compgen -f -- "$current")
  [[ ! $files ]] || compopt -o filenames 2>/dev/null
  [[ ${#COMPREPLY[@]} != 1 || ${COMPREPLY[0]} != *= ]] || compopt -o nospace 2>/dev/null

  # What stands before the last "=" is no part of the word that bash replaces.
  if [[ $COMP_WORDBREAKS != *=* ]]; then
    COMPREPLY=("${COMPREPLY[@]/#/$prefix}")
  elif [[ $current == *=* ]]; then
    COMPREPLY=("${COMPREPLY[@]#"${current%=*}="}")
  fi
}

complete -F _jixiao jixiao
)bash";

std::string joined(std::vector<std::string> const& words) {
  std::string out;
  for (auto const& word : words)
    out.append(out.empty() ? "" : " ").append(word);
  return out;
}

/// Nothing that is offered holds an apostrophe: names of options, codes and layouts.
std::string bash_quoted(std::string const& text) { return "'" + text + "'"; }

std::string command_arm(Command const& command) {
  std::vector<std::string> commands, flags, valued;
  for (auto const& below : command.commands)
    commands.emplace_back(below.name());
  for (auto const& option : command.options) {
    auto& names = option.value.empty() ? flags : valued;
    names.insert(names.end(), option.names.begin(), option.names.end());
  }
  auto const operand = command.operands.empty() ? Parameter{} : command.operands.front();
  return "    " + bash_quoted(command.path) + ")\n      commands=" + bash_quoted(joined(commands)) +
         " flags=" + bash_quoted(joined(flags)) + " valued=" + bash_quoted(joined(valued)) +
         " operand=" + operand.value + (operand.many ? " many=1 ;;\n" : " many=0 ;;\n");
}

/// Parameters that have the same values share an arm.
using Arms = std::vector<std::pair<Values, std::vector<std::string>>>;

void add_arm(Arms& arms, std::string label, Parameter const& parameter) {
  auto const values = values_of(parameter);
  if (values == Values{})
    return;
  auto found = std::ranges::find(arms, values, &Arms::value_type::first);
  if (found == arms.end())
    found = arms.insert(arms.end(), {values, {}});
  found->second.push_back(std::move(label));
}

std::string value_arm(Arms::value_type const& arm) {
  auto const& [values, labels] = arm;
  std::vector<std::string> words;
  for (auto const& value : values.words)
    words.push_back(value.word);
  std::string out;
  for (auto const& label : labels)
    out.append(out.empty() ? "    " : " | \\\n    ").append(bash_quoted(label));
  return out + ")\n      words=" + bash_quoted(joined(words)) + " behind=" + bash_quoted(joined(values.behind)) +
         (values.files ? " files=1 ;;\n" : " ;;\n");
}

} // namespace

std::string bash_completion(Command const& program) {
  std::string commands;
  Arms arms;
  for (auto const* command : all_commands(program)) {
    commands += command_arm(*command);
    for (auto const& operand : command->operands)
      add_arm(arms, command->path + ' ' + operand.value, operand);
    for (auto const& option : command->options)
      for (auto const& name : option.names)
        add_arm(arms, command->path + ' ' + name, option);
  }
  std::string values;
  for (auto const& arm : arms)
    values += value_arm(arm);
  return "# Completes jixiao in bash; made by `jixiao completion bash`.\n\n"
         "# What stands behind a command, given by its words.\n"
         "_jixiao_command() {\n  case $1 in\n" +
         commands +
         "  esac\n}\n\n"
         "# What can stand for a value, by the words of the command and the option.\n"
         "_jixiao_values() {\n  case $1 in\n" +
         values + "  esac\n}\n" + std::string(driver);
}

} // namespace jixiao::cli
