#include "recognition/fused/funds.hpp"

#include "grammars/number.hpp"

#include <algorithm>
#include <cmath>

namespace jixiao::recognition::fused {

namespace {

/// 20 of 20分*执行率
double points_of(std::string_view annotation) {
  auto const number = grammars::match_number(annotation);
  return number && annotation.substr(number.length).starts_with("分") ? to_double(*number) : 0;
}

} // namespace

void Funds::add_measure(Label const& label, std::string_view target, std::string_view printed) {
  if (columns_.empty())
    side_first_ = label.as(Role::side);
  columns_.push_back({ColumnKind::measure, target, points_of(label.annotation), printed});
}

/// 年度预算数 | 年初预算 | 调整后预算数: it stands over the rows.
void Funds::drop_heading() {
  auto const is_budget = [](RunColumn const& c) { return c.measure.ends_with("_budget"); };
  if (side_first_ && std::ranges::count_if(columns_, is_budget) > 2)
    columns_.erase(columns_.begin());
  side_first_ = false;
}

void Funds::put_amounts(FusedCell& cell, std::string_view run, std::string_view label) {
  drop_heading();
  // What is a part of a total has amounts and a rate, and no points.
  auto columns = columns_;
  if (total_.budget > 0)
    std::erase_if(columns, [](RunColumn const& c) { return c.is_points(); });
  auto parted = part_alone(run, columns, total_);
  if (parted.partings.ways.empty() && columns.size() < columns_.size()) {
    columns = columns_;
    parted = part_alone(run, columns, total_);
  }
  take_limits(columns, parted);
  put_run(cell, parted, columns, label, cell.pieces.size());
}

void Funds::put_undecided_amounts(FusedCell& cell, std::string_view run, std::string_view label) const {
  put_run(cell, {run, {}, -1}, columns_, label, cell.pieces.size());
}

void Funds::take_limits(std::span<RunColumn const> columns, PartedRun const& run) {
  for (std::size_t i = 0; run.way() && i < columns.size(); ++i) {
    auto const number = grammars::match_number(run.way()->parts[i].of(run.text));
    if (!number)
      continue;
    auto const& measure = columns[i].measure;
    if (measure == "executed")
      total_.executed = std::max(total_.executed, to_double(*number));
    else if (measure.ends_with("_budget"))
      total_.budget = std::max(total_.budget, to_double(*number));
    else if (measure == "weight" || (measure == "score" && points_ == 0))
      points_ = std::max(points_, std::lround(to_double(*number) * 100));
  }
}

} // namespace jixiao::recognition::fused
