#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace jixiao::recognition {

/// A folded text with traditional characters of labels written as simplified ones, and without readings in Latin
/// letters behind a character: 項(xiàng)目名稱 is 项目名称. Nothing where it is that already. Linear.
std::optional<std::string> in_simplified(std::string_view folded);

} // namespace jixiao::recognition
