#pragma once

#include "readers/aligned/band.hpp"

/// Where the columns of a band lie on a further page. Context: `pdftotext -layout` lays out every page anew; where the
/// columns at the left hold nothing, all others move there. Choice: of several ways to lay the columns of the first
/// page over this one, each fitted to what the lines hold, the cheapest. Price: columns that hold alike texts are told
/// by their places alone.
namespace jixiao::aligned {

struct Span {
  double x0, x1;
};

/// The columns that stand at `spans` on the first page, and at `guess` as far as is known, by the runs of a page.
std::vector<Span> columns_on_page(Band const& band, std::span<Run const* const> runs, std::vector<Span> const& spans,
                                  std::vector<Span> const& guess);

} // namespace jixiao::aligned
