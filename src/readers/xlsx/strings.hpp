#pragma once

#include "grid/reading_builder.hpp"
#include "readers/package.hpp"

#include <pugixml.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace jixiao {

/// The text of an element: all of its own text, whatever stands between.
std::string element_text(pugi::xml_node node);

/// Undoes the escapes `_xHHHH_` of SpreadsheetML texts (ST_Xstring); a carriage return is a line end.
std::string unescape_xstring(std::string text);

/// The text of a string item (`si`, `is`): its runs joined, without phonetic hints.
std::string string_item_text(pugi::xml_node item);

/// The shared strings, by index. The builder keeps them.
std::vector<std::string_view> read_shared_strings(Package& package, std::string_view part, Limits const& limits,
                                                  DiagnosticSink& sink, ReadingBuilder& builder);

} // namespace jixiao
