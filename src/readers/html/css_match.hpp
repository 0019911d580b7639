#pragma once

#include "readers/html/css.hpp"

#include <gumbo.h>

#include <string>
#include <string_view>
#include <vector>

/// Which elements of a page a selector selects.
namespace jixiao {

/// True when the rule is about this element. What a compound is related to is looked for from the inside out, and
/// backwards; the nearest that fits is taken.
bool matches(CssRule const& rule, GumboNode const& element);

/// The value of an attribute; empty when there is none.
std::string_view style_value(GumboNode const& element, char const* name);

/// In lower case; the elements that scrub_html() renames have another first letter.
std::string tag_of(GumboNode const& element);

/// True when a selector's name is that of an element, renamed or not.
bool is_tag(std::string_view selected, std::string_view name);

std::vector<std::string_view> classes_of(GumboNode const& element);

/// The element around another one.
GumboNode const* parent_of(GumboNode const& element);

} // namespace jixiao
