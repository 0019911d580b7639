#pragma once

#include "readers/number_format/number_format.hpp"
#include "readers/package.hpp"

#include <cstdint>
#include <vector>

namespace jixiao {

/// The number formats of cells, by the index of their style (`c/@s`).
class CellStyles {
public:
  /// A workbook without the part, or an index beyond it, shows everything as General.
  static CellStyles read(Package& package, std::string_view part, Limits const& limits, DiagnosticSink& sink);

  NumberFormat const& format(std::size_t style) const;

private:
  std::vector<NumberFormat> formats_{NumberFormat{}};
  std::vector<std::uint32_t> of_style_; ///< indices of formats_
};

} // namespace jixiao
