#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}

/// The command line as plain data, for what is written from it: completions and manual pages. It is read off the model
/// that parses, so that it says what the program takes.
namespace jixiao::cli {

/// An option, or what a command takes besides options.
struct Parameter {
  std::vector<std::string> names;   ///< "-o", "--output"; empty when it is told by its place
  std::string value;                ///< the word that stands for its value: "OUT"; empty: a flag
  std::string about;                ///< as in --help
  std::vector<std::string> choices; ///< the values there are; empty: not a closed set, or one that values_of() knows
  bool required = false, many = false;
};

struct Command {
  std::string path; ///< its words: "grammars show"; empty: the program
  std::string about;
  std::string group; ///< its heading in the help of the command above it
  std::vector<Parameter> options, operands;
  std::vector<Command> commands;

  std::string_view name() const; ///< the last word of the path
};

Command read_surface(CLI::App const& app);

/// A command and all below it, from the top.
std::vector<Command const*> all_commands(Command const& command);

} // namespace jixiao::cli
