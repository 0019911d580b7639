#pragma once

#include "readers/html/css.hpp"

#include <optional>
#include <string_view>

namespace jixiao {

/// A rule with this selector, and without declarations: `.total > td.old:first-child::after`. Nothing when it has what
/// is not followed.
std::optional<CssRule> read_css_selector(std::string_view text);

} // namespace jixiao
