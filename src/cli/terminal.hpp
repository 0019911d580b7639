#pragma once

#include <jixiao/diagnostic.hpp>
#include <jixiao/writers.hpp>

#include <string>
#include <string_view>

namespace jixiao::cli {

/// Writes to standard error.
void say(std::string_view text);

/// True when colour is welcome on a stream (1 or 2): a terminal, and no NO_COLOR in the environment.
bool colour_on(int stream);

/// "zh" or "en"; when empty, the language of the user's locale.
Language language_of(std::string_view option);

TextStyle style_for(int stream, Language language);

} // namespace jixiao::cli
