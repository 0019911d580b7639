#pragma once

#include "recognition/fused/records.hpp"

/// Indicators below a header that holds labels which nobody has listed.
namespace jixiao::recognition::fused {

/// The records of a stretch by their names alone: which of its values a record has in which column is not decided.
/// Words are values where they stand twice, or are a result by themselves.
std::vector<Record> records_of_unknown(std::string_view stretch, std::span<RunColumn const> header);

} // namespace jixiao::recognition::fused
