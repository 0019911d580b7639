#pragma once

#include "grid/reading_builder.hpp"
#include "readers/geometry/regions.hpp"

namespace jixiao {

/// Adds the paragraphs of a region without tables. A line that fills the measure goes on in the next one; an indent, a
/// number or white space begins a new paragraph.
void add_paragraphs(PageText const& text, Region const& region, double measure, ReadingBuilder& builder);

/// Where lines of paragraphs end that go on in the next line.
double measure_prose(PageText const& text, std::vector<Region> const& regions);

/// Adds one line as it stands, as a paragraph.
void add_line(PageText const& text, TextLine const& line, ReadingBuilder& builder);

} // namespace jixiao
