#pragma once

#include "recognition/fused/runs.hpp"

/// Indicators in a stretch of text: names with the runs behind them.
namespace jixiao::recognition::fused {

struct Record {
  std::string_view name, definition, unit;
  std::vector<std::string_view> words; ///< targets and results in words
  std::string_view outcome;            ///< what was reached, in words that are a value of their own
  std::string_view run, run_behind;    ///< before and behind the words, or the outcome
  RunWays partings;                    ///< of the run, where there are no words
  bool outcome_last = false;           ///< the run holds a result, too: the outcome is said of it
  bool untold = false;                 ///< the name may be several, or a name and its values
  bool bare = false;                   ///< a name among others without values
  bool placeholder = false;            ///< 指标2： of a template that nobody filled in
};

/// The columns of a header whose values may stand in a run, in printed order.
std::vector<RunColumn> value_columns(std::span<RunColumn const> header);

/// A column of words that tells what an indicator is, between its name and its target.
bool has_explanation(std::span<RunColumn const> header);

/// A column of units between the name and the target.
bool has_unit(std::span<RunColumn const> header);

/// The value columns before and behind that of results.
std::span<RunColumn const> before_actual(std::span<RunColumn const> columns);
std::span<RunColumn const> behind_actual(std::span<RunColumn const> columns);

/// Those of weights and scores.
std::vector<RunColumn> points_columns(std::span<RunColumn const> header);

/// The records of a stretch behind the labels of groups. 完成 2个 站点数量 ≥2个: a run that lacks what the next one has
/// is of the name. 指标1 and 任务2 begin a record each. The last may have no run.
std::vector<Record> part_records(std::string_view stretch, std::span<RunColumn const> header);

} // namespace jixiao::recognition::fused
