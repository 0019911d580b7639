#include "recognition/fused/runs.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace jixiao::recognition::fused {

namespace {

constexpr std::size_t longest_run = 96;    ///< bytes
constexpr std::size_t most_columns = 48;   ///< more are the header of no form, and the search is as deep
constexpr std::size_t most_partings = 400; ///< of one run
constexpr std::size_t most_kept = 40;      ///< of these
constexpr std::size_t most_steps = 20000;  ///< of the search for them

// What is odd about a parting.
constexpr int blank_column = 3;      ///< a weight, a target or an amount is missing
constexpr int blank_result = 2;      ///< a score, a rate or a result is
constexpr int both_in_words = 1;     ///< less for target and result together: words may stand for both
constexpr int other_unit = 1;        ///< target and result are of different units
constexpr int nothing_reached = 1;   ///< a result is 0
constexpr int score_of_none = 1;     ///< a score is 0
constexpr int less_than_reached = 1; ///< the target was reached, and not all points were given
constexpr int nothing_spent = 1;     ///< a rate is 0
constexpr int weight_in_percent = 4; ///< more than any of the above: few tables print weights so
constexpr int rate_of_nothing = 2;   ///< there is a rate and no amounts that make it
constexpr int rounded_bare_rate = 3; ///< a rate without a % that is rounded
constexpr int rate_off = 1;          ///< the rate is not the rounded one
constexpr int score_beside_rate = 1; ///< the score is not the share of the weight that the rate tells

constexpr int unparted_digits = 4; ///< blanks part other values of the run, and none these two

constexpr double rounding_of_rate = 0.6;   ///< points of a percentage
constexpr double rounding_of_score = 0.06; ///< of the weight
constexpr double no_rounding = 1e-6;

int price_of_blank(RunColumn const& column) {
  if (column.kind == ColumnKind::weight || column.kind == ColumnKind::target || column.is_amount())
    return blank_column;
  return column.is_points() || column.is_rate() || column.is_result() ? blank_result : 0;
}

using Values = std::vector<std::optional<RunValue>>;

/// The values of a way to part a run, by column, as the constraints ask for them.
class Row {
public:
  Row(std::span<RunColumn const> columns, Values const& values) : columns_(columns), values_(values) {}

  std::optional<RunValue> of(ColumnKind kind) const {
    return find([&](RunColumn const& c) { return c.kind == kind; });
  }
  std::optional<RunValue> of(std::string_view measure) const {
    return find([&](RunColumn const& c) { return c.measure == measure; });
  }
  std::optional<RunValue> weight() const {
    return find([](RunColumn const& c) { return c.kind == ColumnKind::weight || c.measure == "weight"; });
  }
  std::optional<RunValue> score() const {
    return find([](RunColumn const& c) { return c.kind == ColumnKind::score || c.measure == "score"; });
  }
  std::optional<RunValue> budget() const {
    auto const revised = of("revised_budget");
    return revised ? revised : of("initial_budget");
  }

  /// The points of the row, where a header prints them if no value does.
  double most_points() const {
    auto const value = weight();
    if (value && value->number != 0)
      return value->number;
    auto const printed = std::ranges::find_if(columns_, [](RunColumn const& c) { return c.weight != 0; });
    return printed == columns_.end() ? 0 : printed->weight;
  }

private:
  template <class Is> std::optional<RunValue> find(Is is) const {
    auto const found = std::ranges::find_if(columns_, is);
    return found == columns_.end() ? std::nullopt : values_[static_cast<std::size_t>(found - columns_.begin())];
  }

  std::span<RunColumn const> columns_;
  Values const& values_;
};

/// What is odd about the result of an indicator; nothing when it cannot be.
std::optional<int> price_of_result(Row const& row) {
  auto const weight = row.weight(), score = row.score();
  auto const target = row.of(ColumnKind::target), actual = row.of(ColumnKind::actual);
  if ((weight && weight->number <= 0) || (weight && score && score->number > weight->number))
    return std::nullopt;
  int cost = (score && score->number == 0 ? score_of_none : 0) + (weight && !weight->unit.empty() ? weight_in_percent : 0);
  if (!target || !actual)
    return cost;
  cost += target->unit != actual->unit ? other_unit : 0;
  cost += actual->number == 0 && target->number != 0 ? nothing_reached : 0;
  bool const reached = target->number == actual->number;
  cost += reached ? 0 : not_as_planned;
  return cost + (reached && score && weight && score->number < weight->number ? less_than_reached : 0);
}

/// What is odd about a rate beside the amounts that make it; nothing when it cannot be theirs.
std::optional<int> price_of_rate(Row const& row, RunValue const& rate) {
  auto const budget = row.budget(), executed = row.of("executed");
  if (!budget || !executed || budget->number <= 0)
    return rate_of_nothing;
  double const percent = 100 * executed->number / budget->number;
  double const of_100 = std::abs(rate.number - percent), of_1 = std::abs(100 * rate.number - percent);
  bool const bare = rate.unit.empty();
  if (of_100 >= rounding_of_rate && !(bare && of_1 < rounding_of_rate))
    return std::nullopt;
  bool const of_whole = bare && of_1 < of_100;
  double const rounding = rounding_of_rate * std::pow(10, (of_whole ? 2 : 0) - rate.decimals) + no_rounding;
  int const off = ((of_whole ? of_1 : of_100) > rounding ? rate_off : 0) + (rate.number == 0 ? nothing_spent : 0);
  int const cost = off + (bare && of_100 >= no_rounding && of_1 >= no_rounding ? rounded_bare_rate : 0);
  auto const score = row.score();
  double const points = row.most_points(), told = points * std::min(percent, 100.0) / 100;
  bool const beside = score && points > 0 && std::abs(score->number - told) > rounding_of_score * points;
  return cost + (beside ? score_beside_rate : 0);
}

std::optional<int> price_of_funds(Row const& row, RunLimits const& limits) {
  auto const budget = row.budget(), executed = row.of("executed"), rate = row.of("execution_rate");
  if (budget && executed && budget->unit != executed->unit)
    return std::nullopt; // 300万元 is no 30 and 0万元
  if ((budget && limits.budget > 0 && budget->number > limits.budget) ||
      (executed && limits.executed > 0 && executed->number > limits.executed))
    return std::nullopt;
  return rate ? price_of_rate(row, *rate) : 0;
}

class RunSearch {
public:
  /// `even`: amounts have as many decimals as the first of them.
  RunSearch(std::string_view run, std::span<RunColumn const> columns, RunLimits const& limits, bool even)
      : run_(run), columns_(columns), limits_(limits), values_(columns.size()), parts_(columns.size()),
        known_(columns.size() * run.size()), spaced_(run.find(' ') != std::string_view::npos), even_(even) {}

  RunWays run() {
    search(0, 0, 0);
    if (cut_)
      return {{}, true};
    std::ranges::stable_sort(out_, {}, &RunParting::cost);
    if (out_.size() > most_kept) {
      auto const first_left_out = out_[most_kept].cost; // one of several of one cost is no better than the others
      out_.resize(most_kept);
      std::erase_if(out_, [&](RunParting const& parting) { return parting.cost == first_left_out; });
    }
    return {std::move(out_), false};
  }

private:
  void search(std::size_t column, std::size_t at, int cost) {
    at += blanks_length(run_.substr(at));
    cut_ = cut_ || out_.size() > most_partings || ++steps_ > most_steps;
    if (cut_)
      return;
    if (column == columns_.size()) {
      if (at == run_.size())
        finish(cost);
      return;
    }
    cost += spaced_ && is_in_digits(at) ? unparted_digits : 0;
    for (auto const& value : values_of(column, at)) {
      if (even_ && !is_even(column, value))
        continue;
      values_[column] = value;
      parts_[column] = {at, at + value.length};
      search(column + 1, at + value.length, cost);
    }
    values_[column].reset();
    if (auto const dash = dash_length(run_.substr(at)); dash > 0) {
      parts_[column] = {at, at + dash};
      return search(column + 1, at + dash, cost);
    }
    parts_[column] = {at, at};
    search(column + 1, at, cost + price_of_blank(columns_[column]));
  }

  bool is_even(std::size_t column, RunValue const& value) const {
    if (!columns_[column].is_amount())
      return true;
    for (std::size_t c = 0; c < column; ++c)
      if (columns_[c].is_amount() && values_[c])
        return values_[c]->decimals == value.decimals;
    return true;
  }

  bool is_in_digits(std::size_t at) const {
    auto const is_figure = [](char c) { return c >= '0' && c <= '9'; };
    return at > 0 && at < run_.size() && is_figure(run_[at - 1]) && is_figure(run_[at]);
  }

  /// The search comes to the same place of a column many times.
  std::span<RunValue const> values_of(std::size_t column, std::size_t at) {
    if (at == run_.size())
      return {};
    auto& known = known_[column * run_.size() + at];
    if (!known)
      known = values_at(run_.substr(at), columns_[column]);
    return *known;
  }

  void finish(int cost) {
    Row const row(columns_, values_);
    auto const result = price_of_result(row), funds = price_of_funds(row, limits_);
    if (!result || !funds)
      return;
    bool const words = !row.of(ColumnKind::target) && !row.of(ColumnKind::actual);
    bool const results = has_column(columns_, ColumnKind::target) && has_column(columns_, ColumnKind::actual);
    cost -= words && results ? both_in_words : 0;
    auto const weight = row.weight(), points = weight ? weight : row.score();
    out_.push_back({parts_, cost + *result + *funds, points ? std::lround(points->number * 100) : 0});
  }

  std::string_view run_;
  std::span<RunColumn const> columns_;
  RunLimits const& limits_;
  Values values_;
  std::vector<RunPart> parts_;
  std::vector<std::optional<std::vector<RunValue>>> known_; ///< by column and place
  bool spaced_;                                             ///< blanks part some of its values
  bool even_;
  std::vector<RunParting> out_;
  std::size_t steps_ = 0;
  bool cut_ = false;
};

} // namespace

RunWays part_run(std::string_view run, std::span<RunColumn const> columns, RunLimits const& limits) {
  if (run.empty())
    return {};
  if (run.size() > longest_run || columns.size() > most_columns)
    return {{}, true};
  auto ways = RunSearch(run, columns, limits, false).run();
  return ways.cut ? RunSearch(run, columns, limits, true).run() : ways;
}

} // namespace jixiao::recognition::fused
