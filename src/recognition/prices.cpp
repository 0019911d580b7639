#include "recognition/prices.hpp"

namespace jixiao::recognition::prices {

namespace {

double value(Look look) {
  switch (look) {
  case Look::number:
  case Look::percentage:
  case Look::quantity:
  case Look::money:
  case Look::deadline:
    return 0;
  case Look::placeholder:
    return 0.2;
  case Look::short_words:
  case Look::grade:
    return 0.4;
  case Look::words:
    return 0.8;
  case Look::prose:
    return 1.5;
  case Look::none:
    return 0.5;
  case Look::unit:
    return 2; // 次/月 without its number, or 年: rare
  case Look::nature:
  case Look::direction:
    return 4;
  case Look::comparator:
    return 6;
  default:
    return 3;
  }
}

double words(Look look) {
  switch (look) {
  case Look::short_words:
  case Look::words:
  case Look::prose:
  case Look::placeholder:
  case Look::grade:
    return 0;
  case Look::deadline:
  case Look::unit:
    return 2;
  case Look::number:
  case Look::percentage:
    return 5;
  case Look::quantity:
  case Look::money:
    return 3;
  default:
    return 6;
  }
}

double points(Look look) {
  switch (look) {
  case Look::number:
    return 0;
  case Look::placeholder:
    return 0.1;
  case Look::percentage:
    return 4;
  case Look::quantity:
  case Look::money:
    return 6;
  default:
    return impossible;
  }
}

/// What cannot be worked out from the rest is seldom left out: a rate stands beside what was spent of what.
double missing_measure(std::string_view target) {
  if (target == "initial_budget")
    return 0.7;
  if (target == "weight" || target == "score" || target == "execution_rate" || target == "rate_to_date")
    return 0.6;
  return target == "reason" ? 0 : target == "executed_expected" ? 0.9 : 1.3;
}

double measure(std::string_view target, Look look) {
  if (look == Look::placeholder)
    return 0.2;
  bool const text = look == Look::short_words || look == Look::words || look == Look::prose;
  if (target == "reason" || target.empty())
    return text ? 0 : look == Look::number && target.empty() ? 0.3 : 4;
  if (text)
    return impossible;
  if (target == "execution_rate" || target == "rate_to_date")
    return look == Look::percentage ? 0 : look == Look::number ? 0.6 : impossible;
  if (target == "weight" || target == "score")
    return points(look);
  return look == Look::number || look == Look::money ? 0
         : look == Look::quantity                    ? 1
         : look == Look::percentage                  ? 5
                                                     : impossible;
}

} // namespace

double missing(Column const& column) {
  switch (column.kind) {
  case ColumnKind::level3:
    return 4;
  case ColumnKind::target:
    return 2.5;
  case ColumnKind::actual:
    return 2.5;
  case ColumnKind::weight:
  case ColumnKind::score:
    return 2.7; // who weighs one row weighs all
  case ColumnKind::comparator:
  case ColumnKind::unit:
  case ColumnKind::definition:
  case ColumnKind::target_of:
    return 0.8;
  case ColumnKind::measure:
    return missing_measure(column.target);
  case ColumnKind::project_name:
  case ColumnKind::goal:
  case ColumnKind::budget:
    return 0.3; // merged down over the rows of a project
  default:
    return 0.1;
  }
}

double fit(Column const& column, Look look) {
  bool const words_only = look == Look::short_words || look == Look::words || look == Look::prose;
  switch (column.kind) {
  case ColumnKind::level1:
  case ColumnKind::level2:
    return look == Look::short_words ? 3 : look == Look::words ? 4.5 : look == Look::placeholder ? 0.5 : impossible;
  case ColumnKind::level3:
  case ColumnKind::project_name:
    return look == Look::coded ? 1 : look == Look::offered ? 0.3 : look == Look::placeholder ? 1 : words(look);
  case ColumnKind::comparator:
  case ColumnKind::direction:
    return look == Look::comparator || look == Look::nature || look == Look::direction ? 0
           : look == Look::placeholder                                                 ? 0.2
                                                                                       : 7;
  case ColumnKind::target:
  case ColumnKind::revised_target:
  case ColumnKind::actual:
  case ColumnKind::result_to_date:
  case ColumnKind::result_expected:
  case ColumnKind::target_of:
    return value(look);
  case ColumnKind::unit:
    return look == Look::unit || look == Look::none ? 0
           : look == Look::placeholder              ? 0.1
           : look == Look::short_words              ? 1
                                                    : impossible;
  case ColumnKind::weight:
  case ColumnKind::score:
    return points(look);
  case ColumnKind::coefficient:
    return look == Look::number || look == Look::percentage ? 0 : impossible;
  case ColumnKind::budget:
    return look == Look::number || look == Look::money ? 0 : impossible;
  case ColumnKind::measure:
    return measure(column.target, look);
  case ColumnKind::likelihood:
    return look == Look::likelihood || look == Look::tick ? 0 : look == Look::placeholder ? 0.2 : 3;
  case ColumnKind::choice:
    return look == Look::tick ? 0 : look == Look::placeholder ? 0.2 : words_only ? 4 : impossible;
  case ColumnKind::remark:
  case ColumnKind::definition:
  case ColumnKind::basis:
    return look == Look::number ? 3 : look == Look::none ? 0.2 : words(look) * 0.6;
  case ColumnKind::unit_code:
    return look == Look::number ? 0 : impossible;
  case ColumnKind::implementing_unit:
  case ColumnKind::supervising_department:
  case ColumnKind::project_category:
    return look == Look::coded ? 0 : words_only ? 0.3 : impossible;
  case ColumnKind::goal:
    return look == Look::prose ? 0 : words(look) + 0.5;
  default:
    return look == Look::prose ? 0.5 : 0.2;
  }
}

} // namespace jixiao::recognition::prices
