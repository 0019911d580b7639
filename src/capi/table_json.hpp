#pragma once

#include <jixiao/document.hpp>

#include <cstdint>
#include <string>

namespace jixiao::capi {

/// The tidy tables with their columns, as jixiao_tables() gives them.
std::string tables_json();

/// A document's rows of each table, as jixiao_document_tables() gives them.
std::string rows_json(Document const& document, std::uint64_t number);

} // namespace jixiao::capi
