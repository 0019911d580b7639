#pragma once

#include "grid/reading_builder.hpp"
#include "readers/package.hpp"
#include "readers/xlsx/fonts.hpp"

#include <pugixml.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace jixiao {

/// The text of an element: all of its own text, whatever stands between.
std::string element_text(pugi::xml_node node);

/// Undoes the escapes `_xHHHH_` of SpreadsheetML texts (ST_Xstring); a carriage return is a line end.
std::string unescape_xstring(std::string text);

/// The runs of a string item (`si`, `is`), without phonetic hints.
std::vector<SheetRun> string_item_runs(pugi::xml_node item, Palette const& palette);

/// A text whose runs are joined; the builder keeps it.
SheetText sheet_text(std::vector<SheetRun> runs, ReadingBuilder& builder);

/// The shared strings, by index. The builder keeps them.
std::vector<SheetText> read_shared_strings(Package& package, std::string_view part, Palette const& palette,
                                           Limits const& limits, DiagnosticSink& sink, ReadingBuilder& builder);

} // namespace jixiao
