#pragma once

#include "forms/claims.hpp"
#include "readers/page/page.hpp"
#include "readers/reader.hpp"

namespace jixiao {

/// What stands on a page, each word and cell with what took it. What stands in no cell of the reading is furniture: a
/// running head, a page number, the header of a table that is repeated, a watermark.
InspectedPage inspect_page(PageModel const& page, Opened const& opened, ClaimMap const& claims);

} // namespace jixiao
