#pragma once

#include "diagnostics/sink.hpp"
#include "grid/reading_builder.hpp"
#include "readers/page/page.hpp"
#include "readers/page/printed_page.hpp"

#include <vector>

namespace jixiao {

/// Reads pages into blocks: tables as their rules draw them, what stands between them as paragraphs, page numbers and
/// running heads left out. A table goes on over pages; a page without rules is read by where its words stand.
class PageReader {
public:
  PageReader(ReadingBuilder& builder, DiagnosticSink& sink) : builder_(builder), sink_(sink) {}

  /// Takes one page after the other; of each, only its texts are kept. What the page lacks is reported.
  void add(PageModel const& page);

  /// Builds the blocks of all pages.
  void finish();

private:
  void report(PageModel const& page, bool too_many_lines);

  ReadingBuilder& builder_;
  DiagnosticSink& sink_;
  std::vector<PrintedPage> pages_;
  bool has_content_ = false; ///< a page has text, or was said to have none
};

} // namespace jixiao
