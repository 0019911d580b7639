#pragma once

#include "readers/aligned/headers.hpp"

namespace jixiao::aligned {

/// 总投资 | 资本金 | 其他资金 on one line, over a line of nothing but amounts, each below a label of its own. The
/// label `beside` both may stand alone on a line between; it is set where it does.
bool heads_amounts(Sheet const& sheet, HeaderBlock const& block, RunList& beside);

} // namespace jixiao::aligned
