#pragma once

#include "writers/tables.hpp"

#include <jixiao/outputs.hpp>

/// Rows of the tidy tables as bytes, so that workers can make them and the process that owns the file can write them.
namespace jixiao {

/// The rows of each of tidy_tables(), packed.
Rendered pack_rows(Document const& document, std::uint64_t number);

/// Hands the cells of packed rows to the sink, as they were put in.
void unpack_rows(std::string_view packed, RowSink& sink);

} // namespace jixiao
