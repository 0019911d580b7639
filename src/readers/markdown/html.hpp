#pragma once

#include "readers/lines.hpp"

#include <cstddef>
#include <span>
#include <string_view>

/// HTML in Markdown, as converters write tables that Markdown cannot draw.
namespace jixiao {

/// True for a line such as "</div>" or "<a id="x"></a>", with no text between its tags.
bool is_only_tags(std::string_view line);

bool html_table_begins(Line const& line);

/// Index behind the HTML table that begins at `at`, tables in it included; `at` when none does. A table that is not
/// closed has all lines.
std::size_t html_table_end(std::span<Line const> lines, std::size_t at);

/// The lines as one text.
std::string_view text_of(std::span<Line const> lines);

} // namespace jixiao
