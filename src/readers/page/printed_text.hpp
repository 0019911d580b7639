#pragma once

#include "diagnostics/sink.hpp"
#include "grid/reading_builder.hpp"
#include "readers/geometry/bands.hpp"
#include "readers/geometry/page_text.hpp"
#include "readers/page/printed_page.hpp"

#include <cstdint>
#include <vector>

/// What stands outside of tables.
namespace jixiao {

/// What stands on a page, in the order of reading: a line of texts, or a table.
struct PageItem {
  bool is_table = false;
  std::uint32_t first = 0, last = 0; ///< texts [first, last) of PrintedPage::lines; or a table's index
};

/// The items of all pages, without page numbers and running heads; the latter are reported.
std::vector<std::vector<PageItem>> find_items(std::vector<PrintedPage> const& pages, DiagnosticSink& sink);

/// Lines that follow each other, over pages, until a table parts them.
class TextRun {
public:
  explicit TextRun(ReadingBuilder& builder) : builder_(builder) {}

  void add(PrintedPage const& page, PageItem const& item, bool opens_page);

  /// Adds the lines as paragraphs.
  void flush();

private:
  ReadingBuilder& builder_;
  PageText text_;
  double right_ = 0, right_hung_ = 0; ///< where the longest lines end, and those that end in a mark
  double left_ = everywhere;          ///< where the leftmost line begins
  double frame_ = 0;                  ///< where the tables of their pages end
  bool has_sentences_ = false;        ///< some line ends in a mark
};

/// The words that the items of a page without tables hold.
RawPage words_of(PrintedPage const& page, std::vector<PageItem> const& items);

} // namespace jixiao
