#pragma once

#include "readers/page/page.hpp"

#include <optional>
#include <utility>

namespace jixiao {

/// A sheet that shows two pages beside each other, or a page in two columns, each with tables of its own: nothing
/// reaches from one half into the other. The right half is laid where the left one stands, so that a table goes on from
/// one to the other as from page to page; what is only reported stays with the left one. Nothing for other pages.
std::optional<std::pair<PageModel, PageModel>> part_in_halves(PageModel const& page);

} // namespace jixiao
