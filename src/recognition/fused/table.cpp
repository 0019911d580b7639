#include "recognition/fused/table.hpp"

#include "grammars/number.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace jixiao::recognition::fused {

namespace {

constexpr double largest_sum = 100;                                ///< points of all indicators
constexpr long full_points = static_cast<long>(100 * largest_sum); ///< hundredths

/// 得分合计98: whole scores behind a label of theirs are no weight and a score.
bool is_score_alone(std::string_view label, std::string_view run) {
  auto const number = grammars::match_number(run);
  return number && to_double(*number) <= largest_sum && label.find("得分") != std::string_view::npos;
}

/// Of 一级指标 | 分值 | 二级指标 | 分值 | 三级指标 | 分值 | 得分 a total has one sum of points, and that of the scores.
/// 100 alone is one of the two, not 10 and 0.
std::vector<RunColumn> columns_of_total(std::span<RunColumn const> header, std::string_view run,
                                        std::string_view label) {
  auto columns = points_columns(header);
  auto const is_weight = [](RunColumn const& column) { return column.kind == ColumnKind::weight; };
  auto const is_score = [](RunColumn const& column) { return column.kind == ColumnKind::score; };
  while (std::ranges::count_if(columns, is_weight) > 1)
    columns.erase(std::ranges::find_if(columns, is_weight));
  while (std::ranges::count_if(columns, is_score) > 1)
    columns.erase(std::ranges::find_if(columns, is_score));
  if (run == "100" && columns.size() > 1)
    columns.erase(columns.begin(), std::prev(columns.end()));
  else if (is_score_alone(label, run) && std::ranges::any_of(columns, is_score))
    std::erase_if(columns, [&](RunColumn const& column) { return !is_score(column); });
  return columns;
}

/// Its run waits for the sums, or fits no columns.
bool has_ways(Record const& record) { return record.words.empty() && !record.run.empty(); }

/// Hundredths of the points behind the words of a result.
long points_behind(Record const& record, std::span<RunColumn const> columns) {
  auto const behind = part_alone(record.run_behind, behind_actual(columns));
  return behind.way() ? behind.way()->points : 0;
}

/// Hundredths of the points beside words; a larger number is something else.
long points_of_words(Record const& record) {
  auto const number = grammars::match_number(record.run.empty() ? record.run_behind : record.run);
  auto const points = number ? to_double(*number) : 0;
  return points <= largest_sum ? std::lround(points * 100) : 0;
}

} // namespace

void Table::add_records(std::string_view stretch, FusedCells& cells, std::uint32_t cell, bool begins_line) {
  put_levels_first(header);
  for (auto& record : part_records(stretch, header)) {
    auto& pieces = cells[cell].pieces;
    auto const piece = pieces.size();
    bool const bare = record.name.empty() && record.words.empty() && record.outcome.empty();
    bool const of_group = !pieces.empty() && pieces.back().label.is_level() && is_bare_number(record.run);
    if (bool const cut = std::exchange(begins_line, false); bare && (cut || of_group)) {
      put_run(cells[cell], {record.run, {}, -1}, value_columns(header), {}, piece);
      continue;
    }
    pieces.push_back({record.name, {}});
    pending_.push_back({std::move(record), cell, piece});
  }
}

void Table::cut_last_run() {
  if (!pending_.empty() && has_ways(pending_.back().record))
    pending_.back().record.partings = {{}, true};
}

void Table::add_total(std::string_view run, std::string_view label, FusedCell& cell) {
  auto const columns = columns_of_total(header, run, label);
  auto const parted = part_alone(run, columns);
  bool const of_scores = !has_column(columns, ColumnKind::weight) && has_column(header, ColumnKind::weight);
  if (parted.way() && (!of_scores || parted.way()->points == full_points))
    totals_.push_back(parted.way()->points);
  put_run(cell, parted, columns, label, cell.pieces.size());
}

void Table::finish(FusedCells& cells, long points_of_funds) {
  auto const choices = choose(points_of_funds);
  // From the back, so that the places of the pieces before stay what they are.
  for (auto i = pending_.size(); i-- > 0;) {
    auto const& [record, cell, piece] = pending_[i];
    replace_piece(cells[cell], piece, cell_of(record, choices[i], header));
  }
  pending_.clear();
  totals_.clear();
}

std::vector<long> Table::sums(long points_of_funds) const {
  auto out = totals_;
  if (out.empty())
    out.push_back(full_points);
  auto const printed = out.size();
  for (std::size_t i = 0; i < printed; ++i)
    if (points_of_funds > 0 && points_of_funds < out[i])
      out.push_back(out[i] - points_of_funds);
  return out;
}

std::vector<int> Table::choose(long points_of_funds) const {
  std::vector<std::vector<RunParting>> runs;
  long fixed = 0;
  auto const columns = value_columns(header);
  for (auto const& [record, cell, piece] : pending_) {
    fixed += record.outcome.empty() ? 0 : points_behind(record, columns);
    if (has_ways(record))
      runs.push_back(record.partings.ways);
    else if (record.outcome.empty())
      fixed += points_of_words(record);
  }
  auto all = points_columns(header).empty() ? std::vector<long>() : sums(points_of_funds);
  for (auto& sum : all)
    sum -= fixed;
  auto const of_runs = choose_partings(runs, all);
  std::vector<int> out;
  auto next = of_runs.begin();
  for (auto const& [record, cell, piece] : pending_)
    out.push_back(has_ways(record) ? *next++ : -1);
  return out;
}

} // namespace jixiao::recognition::fused
