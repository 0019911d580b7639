#pragma once

#include "recognition/fused/runs.hpp"
#include "recognition/fused/value_columns.hpp"

/// Indicators in a stretch of text: names with the runs behind them.
namespace jixiao::recognition::fused {

struct Record {
  std::string_view name, definition, unit, nature, remark;
  std::vector<std::string_view> words; ///< targets and results in words
  std::string_view outcome;            ///< what was reached, in words that are a value of their own
  std::string_view run, run_behind;    ///< before and behind the words, or the outcome
  RunWays partings;                    ///< of the run, where there are no words
  bool outcome_last = false;           ///< the run holds a result, too: the outcome is said of it
  bool untold = false;                 ///< the name may be several, or a name and its values
  bool bare = false;                   ///< a name among others without values
  bool placeholder = false;            ///< 指标2： of a template that nobody filled in
};

/// The records of a stretch in which none is numbered.
std::vector<Record> read_records(std::string_view stretch, std::span<RunColumn const> header);

/// The records of a stretch behind the labels of groups. 完成 2个 站点数量 ≥2个: a run that lacks what the next one has
/// is of the name. 指标1 and 任务2 begin a record each. The last may have no run.
std::vector<Record> part_records(std::string_view stretch, std::span<RunColumn const> header);

} // namespace jixiao::recognition::fused
