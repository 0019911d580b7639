#pragma once

#include <jixiao/document.hpp>

#include <optional>
#include <string_view>

namespace jixiao::recognition {

/// Reads check boxes: `1、部门预算项目 □ 2、市直专项 ☑`. Nothing when the text has none. A box belongs to the words
/// before it, or, where the text begins with one, to the words behind it. A tick beside an empty box counts for it.
std::optional<Choice> read_choices(std::string_view text);

} // namespace jixiao::recognition
