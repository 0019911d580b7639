#include "cli/terminal.hpp"

#include "cli/output.hpp"

#include <cstdlib>

#include <unistd.h>

namespace jixiao::cli {

namespace {

std::string_view environment(char const* name) {
  auto const* value = std::getenv(name);
  return value ? value : std::string_view();
}

} // namespace

void say(std::string_view text) { write_all(STDERR_FILENO, text); }

bool colour_on(int stream) {
  return environment("NO_COLOR").empty() && environment("TERM") != "dumb" && isatty(stream) != 0;
}

Language language_of(std::string_view option) {
  for (auto const* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
    if (option.empty())
      option = environment(name);
  return option.starts_with("zh") ? Language::zh : Language::en;
}

TextStyle style_for(int stream, Language language) {
  TextStyle style;
  style.colour = colour_on(stream);
  style.language = language;
  return style;
}

} // namespace jixiao::cli
