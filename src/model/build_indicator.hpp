#pragma once

#include "model/build_form.hpp"

namespace jixiao {

Indicator build_indicator(BuildContext const& context, Record const& record, std::uint32_t form_index,
                          std::uint32_t index);

} // namespace jixiao
