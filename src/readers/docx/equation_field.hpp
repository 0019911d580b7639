#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace jixiao::docx {

/// What an EQ field shows, in a line: `\f(1,2)` is "1/2", `\o\ac(○,3)` is "③", `\r(2)` is "√2". Nothing when it has
/// functions that a line cannot show.
std::optional<std::string> show_equation(std::string_view code);

} // namespace jixiao::docx
