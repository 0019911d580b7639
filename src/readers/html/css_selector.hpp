#pragma once

#include "readers/html/css.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao {

/// The selectors of a list; `:is(a, b)` and `:where(a, b)` are put as a selector for each of what they name. Bounded.
std::vector<std::string> split_css_selectors(std::string_view list);

/// A rule with this selector, and without declarations: `.total > td.old:first-child::after`. Nothing when it has what
/// is not followed.
std::optional<CssRule> read_css_selector(std::string_view text);

} // namespace jixiao
