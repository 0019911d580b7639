#pragma once

#include "model/build_form.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace jixiao {

/// Reports a field whose cells may not hold what was printed (Cell::doubt); `path` is the field's.
void report_doubt(BuildContext const& context, std::span<std::uint32_t const> cells, std::string_view field,
                  std::string const& path);

} // namespace jixiao
