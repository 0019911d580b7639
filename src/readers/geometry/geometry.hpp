#pragma once

#include "diagnostics/sink.hpp"
#include "grid/reading_builder.hpp"
#include "readers/geometry/page_text.hpp"

namespace jixiao {

/// Reads pages of words: tables where lines are parted by gutters, and paragraphs between them. Tables and paragraphs
/// go on from page to page; page numbers and running heads are left out. What is hopelessly mixed up is reported and
/// read as lines. The words' texts live as long as the reading; `metrics` of boxes are measured when `em` is 0.
void read_geometry(std::vector<RawPage> pages, Metrics const& metrics, ReadingBuilder& builder, DiagnosticSink& sink);

} // namespace jixiao
