#include "recognition/record_cells.hpp"

namespace jixiao::recognition {

std::string_view field_of(ColumnKind kind) {
  switch (kind) {
  case ColumnKind::target:
    return "target";
  case ColumnKind::actual:
    return "actual";
  case ColumnKind::weight:
    return "weight";
  case ColumnKind::score:
    return "score";
  case ColumnKind::level3:
    return "level3";
  case ColumnKind::remark:
    return "remark";
  case ColumnKind::definition:
    return "definition";
  case ColumnKind::basis:
    return "basis";
  case ColumnKind::comparator:
  case ColumnKind::unit:
  case ColumnKind::direction:
    return "target";
  default:
    return "other";
  }
}

} // namespace jixiao::recognition
