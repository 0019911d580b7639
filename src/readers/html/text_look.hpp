#pragma once

#include "readers/html/flow.hpp"
#include "readers/html/styles.hpp"
#include "readers/left_out.hpp"
#include "readers/underlined_sign.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace jixiao {

/// Why a text that is shown so is not read; nothing when it is.
std::optional<LeftOut::Kind> left_out_as(HtmlState const& state);

/// The text as the characters that a font of signs shows for it. Signs without a character are found.
std::string in_font(std::string_view text, SymbolFont font, LeftOut& left_out);

/// True for a text of one comparator that is underlined, and nothing else is with it.
bool is_underlined_sign(GumboNode const& leaf, HtmlStyles& styles);

/// How a style raises or lowers a text.
HtmlFlow::Script script_of(CssScript script);

/// True when the text has a character that only a font gives a meaning.
bool has_private_character(std::string_view text);

/// With its letters as text-transform has them.
std::string in_letters(std::string text, CssLetters letters);

} // namespace jixiao
