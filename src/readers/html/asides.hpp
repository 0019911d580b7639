#pragma once

#include <gumbo.h>

#include <string>
#include <string_view>

/// What a page shows beside its text, or instead of it, without characters.
namespace jixiao {

/// True for an empty element that a font of icons makes a box or a tick of: `<i class="fa fa-check-square-o">`.
bool is_icon_of_choice(GumboNode const& element);

/// `an icon ("fa.fa-check-square-o")`
std::string what_icon(GumboNode const& element);

/// The whole text of a cell whose printed text ends with dots, when the element keeps it as its title: it shows where
/// the pointer rests. Empty when there is none.
std::string whole_text_of(GumboNode const& cell, std::string_view printed);

} // namespace jixiao
