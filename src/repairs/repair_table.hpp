#pragma once

#include "repairs/decode_groups.hpp"
#include "repairs/read_table.hpp"
#include "repairs/record.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace jixiao {

/// Decides the groups of all rows of a table together and reports every repair. `first_record` is the index of the
/// table's first record within its form. A table that is intact costs one pass and reports nothing.
std::vector<Record> repair_table(RepairContext const& context, ReadTable const& table, std::uint32_t form_index,
                                 std::uint32_t first_record);

} // namespace jixiao
