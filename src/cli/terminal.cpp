#include "cli/terminal.hpp"

#include "outputs/output_file.hpp"

#include <algorithm>
#include <cstdlib>

#include <sys/ioctl.h>
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

namespace {

/// Cells of a line of the terminal; 0 when the stream is none.
int terminal_width(int stream) {
  struct winsize size {};
  return isatty(stream) != 0 && ioctl(stream, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

constexpr int margin = 10; ///< of an excerpt: the line's number, a bar, and an ellipsis on either side

} // namespace

TextStyle style_for(int stream, Language language) {
  TextStyle style;
  if (auto const width = terminal_width(stream); width > 0)
    style.width = std::max(width - margin, 20);
  style.colour = colour_on(stream);
  style.language = language;
  return style;
}

} // namespace jixiao::cli
