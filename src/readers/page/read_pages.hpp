#pragma once

#include "diagnostics/sink.hpp"
#include "grid/reading_builder.hpp"
#include "readers/page/beside.hpp"
#include "readers/page/page.hpp"
#include "readers/page/printed_page.hpp"

#include <deque>
#include <utility>
#include <vector>

namespace jixiao {

/// Reads pages into blocks: tables as their rules draw them, what stands between them as paragraphs, page numbers and
/// running heads left out. A table goes on over pages; a page without rules is read by where its words stand.
class PageReader {
public:
  PageReader(ReadingBuilder& builder, DiagnosticSink& sink) : builder_(builder), sink_(sink) {}

  /// Takes one page after the other; of each, only its texts are kept, but for the last few, which others may stand
  /// beside. What the page lacks is reported.
  void add(PageModel page);

  /// Builds the blocks of all pages.
  void finish();

private:
  /// A page that waits for others beside it.
  struct Waiting {
    PageModel page;
    Lattices lattices;
    TableEdges first, last; ///< of the page, and of the one that was laid beside it last
  };

  void add_one(PageModel page);
  void print(PageModel const& page, Lattices lattices);
  void print_first_waiting();
  bool are_known_beside(TableEdges const& page, TableEdges const& next) const;
  void report(PageModel const& page, bool too_many_lines);

  ReadingBuilder& builder_;
  DiagnosticSink& sink_;
  std::vector<PrintedPage> pages_;
  std::deque<Waiting> waiting_;
  std::vector<std::pair<TableEdges, TableEdges>> beside_; ///< pages that stood beside each other
  std::vector<float> known_columns_;                      ///< of the page before, where lines part its rows alone
  bool drawn_ = false;                                    ///< a page has told its cells by the order of drawing
  bool has_content_ = false;                              ///< a page has text, or was said to have none
};

} // namespace jixiao
