#pragma once

#include "readers/csv/fields.hpp"

#include <cstddef>
#include <vector>

namespace jixiao {

/// Joins `80` and `000.00` where a record has as many fields too many as amounts in it are parted at the commas of
/// their thousands, since nobody quoted them. A record that fits, or that this does not make fit, stays as it is.
void join_parted_amounts(std::vector<CsvField>& fields, std::size_t width);

} // namespace jixiao
