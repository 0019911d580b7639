#include "recognition/fused_runs.hpp"

#include "recognition/looks.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace jixiao::recognition {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t longest_run = 96;    ///< bytes
constexpr std::size_t most_partings = 400; ///< of one run
constexpr std::size_t most_kept = 40;      ///< of these
constexpr std::size_t most_steps = 20000;  ///< of the search for them
constexpr std::size_t longest_unit = 24;   ///< bytes

constexpr std::array run_signs = {"大于等于"sv, "小于等于"sv, "不低于"sv, "不少于"sv, "不超过"sv, "不高于"sv,
                                  "≥"sv,        "≤"sv,        "≧"sv,      "≦"sv,      "＝"sv,     "＞"sv,
                                  "＜"sv,       ">="sv,       "<="sv,     "="sv,      ">"sv,      "<"sv};
constexpr std::array suffixes = {"以上"sv, "以下"sv, "以内"sv, "左右"sv};
constexpr std::array date_ends = {"底之前"sv, "底前"sv, "之前"sv, "以前"sv, "前"sv, "底"sv, "初"sv};

bool is_figure(char c) { return c >= '0' && c <= '9'; }

template <class Words> std::size_t prefix_of(std::string_view text, Words const& words) {
  for (auto const word : words)
    if (text.starts_with(word))
      return word.size();
  return 0;
}

/// Bytes of the digits at the start, with points and commas among them.
std::size_t digits_length(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && (is_figure(text[end]) || ((text[end] == '.' || text[end] == ',') && end > 0 &&
                                                        end + 1 < text.size() && is_figure(text[end + 1]))))
    ++end;
  return end;
}

/// Bytes of the unit at the start: the longest measure word.
std::size_t unit_length(std::string_view text) {
  if (text.starts_with('%'))
    return 1;
  if (text.starts_with("％"))
    return 3;
  std::size_t longest = 0;
  for (std::size_t at = 0; at < text.size() && at < longest_unit;) {
    auto const length = character_at(text, at).length;
    at += length;
    if (look_of(text.substr(0, at)) == Look::unit)
      longest = at;
  }
  return longest;
}

/// Bytes of what goes on a date behind its year or month.
std::size_t date_rest(std::string_view text) {
  std::size_t at = 0;
  for (;;) {
    auto const digits = std::min<std::size_t>(digits_length(text.substr(at)), 2);
    auto const behind = text.substr(at + digits);
    if (digits == 0 || !(behind.starts_with("月") || behind.starts_with("日")))
      break;
    at += digits + 3;
  }
  return at + prefix_of(text.substr(at), date_ends);
}

/// Bytes of unit, date and words of a limit behind a number that ends at the start of `text`.
std::size_t tail_length(std::string_view text) {
  if (text.starts_with("年") || text.starts_with("月") || text.starts_with("日"))
    return 3 + date_rest(text.substr(3));
  auto const unit = unit_length(text);
  return unit + prefix_of(text.substr(unit), suffixes);
}

/// The number, where digits make one: no zero in front, at most one point.
std::optional<double> number_of(std::string_view digits) {
  if (digits.empty() || !is_figure(digits.back()) || (digits.size() > 1 && digits[0] == '0' && digits[1] != '.'))
    return std::nullopt;
  std::string plain;
  auto const comma = digits.find(',');
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (digits[i] != ',') {
      plain += digits[i];
      continue;
    }
    // Three digits between separators.
    auto const next = std::min(digits.find_first_of(",.", i + 1), digits.size());
    if (next - i != 4 || comma > 3)
      return std::nullopt;
  }
  double out = 0;
  auto const [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), out);
  if (error != std::errc() || end != plain.data() + plain.size())
    return std::nullopt;
  return out;
}

/// A value as it may stand in a column.
struct Value {
  std::size_t length = 0;
  double number = 0;
  std::string_view unit;
};

bool is_points(RunColumn const& column) {
  return column.kind == ColumnKind::weight || column.kind == ColumnKind::score || column.measure == "weight" ||
         column.measure == "score";
}

bool is_rate(RunColumn const& column) { return column.measure == "execution_rate" || column.measure == "rate_to_date"; }

bool is_amount(RunColumn const& column) {
  return column.kind == ColumnKind::measure && !is_points(column) && !is_rate(column);
}

bool is_value(RunColumn const& column) {
  return column.kind == ColumnKind::target || column.kind == ColumnKind::actual ||
         column.kind == ColumnKind::revised_target || column.kind == ColumnKind::result_to_date ||
         column.kind == ColumnKind::result_expected;
}

/// All values that a text may begin with.
std::vector<Value> values_at(std::string_view text, RunColumn const& column) {
  std::vector<Value> out;
  auto const sign = is_value(column) ? prefix_of(text, run_signs) : 0;
  auto const rest = text.substr(sign);
  auto const digits = digits_length(rest);
  for (std::size_t length = 1; length <= digits; ++length) {
    auto const number = number_of(rest.substr(0, length));
    if (!number)
      continue;
    auto const behind = rest.substr(length);
    auto const tail = length == digits ? tail_length(behind) : 0;
    bool const percent = behind.starts_with('%') || behind.starts_with("％");
    if (length == digits && tail == 0 && !behind.empty() && !is_figure(behind[0]) && prefix_of(behind, run_signs) == 0)
      continue;
    if (is_points(column) ? tail > 0 || *number > 100
        : is_rate(column) ? tail > 0 && !percent
                          : is_amount(column) && percent)
      continue;
    out.push_back({sign + length + tail, *number, behind.substr(0, tail)});
  }
  return out;
}

int price_of_blank(RunColumn const& column) {
  if (column.kind == ColumnKind::weight || column.kind == ColumnKind::target || is_amount(column))
    return 3;
  return is_points(column) || is_rate(column) || is_value(column) ? 2 : 0;
}

class RunSearch {
public:
  RunSearch(std::string_view run, std::span<RunColumn const> columns, RunLimits const& limits)
      : run_(run), columns_(columns), limits_(limits), values_(columns.size()) {
    parts_.resize(columns.size());
  }

  std::vector<RunParting> run() {
    search(0, 0, 0);
    std::ranges::stable_sort(out_, {}, &RunParting::cost);
    out_.resize(std::min(out_.size(), most_kept));
    return std::move(out_);
  }

private:
  void search(std::size_t column, std::size_t at, int cost) {
    if (out_.size() >= most_partings || ++steps_ > most_steps)
      return;
    if (column == columns_.size()) {
      if (at == run_.size())
        finish(cost);
      return;
    }
    for (auto const& value : values_at(run_.substr(at), columns_[column])) {
      values_[column] = value;
      parts_[column] = {at, at + value.length};
      search(column + 1, at + value.length, cost);
    }
    values_[column].reset();
    parts_[column] = {at, at};
    search(column + 1, at, cost + price_of_blank(columns_[column]));
  }

  template <class Is> std::optional<Value> find(Is is) const {
    for (std::size_t i = 0; i < columns_.size(); ++i)
      if (is(columns_[i]))
        return values_[i];
    return std::nullopt;
  }

  void finish(int cost) {
    auto const of = [&](ColumnKind kind, std::string_view measure) {
      return find([&](RunColumn const& c) {
        return c.kind == kind || (c.kind == ColumnKind::measure && !measure.empty() && c.measure == measure);
      });
    };
    auto const weight = of(ColumnKind::weight, "weight"), score = of(ColumnKind::score, "score");
    auto const target = of(ColumnKind::target, {}), actual = of(ColumnKind::actual, {});
    if ((weight && weight->number <= 0) || (weight && score && score->number > weight->number))
      return;
    if (target && actual)
      cost += (target->unit != actual->unit ? 1 : 0) + (actual->number == 0 && target->number != 0 ? 1 : 0);
    bool const reached = target && actual && target->number == actual->number;
    if (score && score->number == 0 && (!weight || weight->number > 0))
      cost += 1;
    if (score && weight && reached && score->number < weight->number)
      cost += 1;
    if (!funds_fit(weight, score, cost))
      return;
    RunParting parting{parts_, cost, 0};
    auto const& points = weight ? weight : score;
    parting.points = points ? std::lround(points->number * 100) : 0;
    out_.push_back(std::move(parting));
  }

  bool funds_fit(std::optional<Value> const& weight, std::optional<Value> const& score, int& cost) const {
    auto const measure = [&](std::string_view name) {
      return find([&](RunColumn const& c) { return c.measure == name; });
    };
    auto const rate = measure("execution_rate"), executed = measure("executed");
    auto budget = measure("revised_budget");
    if (!budget)
      budget = measure("initial_budget");
    if ((budget && limits_.budget > 0 && budget->number > limits_.budget) ||
        (executed && limits_.executed > 0 && executed->number > limits_.executed))
      return false;
    if (!rate)
      return true;
    if (!budget || !executed || budget->number <= 0) {
      cost += 2;
      return true;
    }
    double const percent = 100 * executed->number / budget->number;
    bool const fits =
        std::abs(rate->number - percent) < 0.6 || (rate->unit.empty() && std::abs(100 * rate->number - percent) < 0.6);
    if (!fits)
      return false;
    bool const exact = std::abs(rate->number - percent) < 1e-6 || std::abs(100 * rate->number - percent) < 1e-6;
    cost += rate->unit.empty() && !exact ? 3 : 0;
    double points = weight ? weight->number : 0;
    for (auto const& column : columns_)
      points = points == 0 ? column.weight : points;
    if (score && points > 0 && std::abs(score->number - points * std::min(percent, 100.0) / 100) > 0.06 * points)
      cost += 1;
    return true;
  }

  std::string_view run_;
  std::span<RunColumn const> columns_;
  RunLimits const& limits_;
  std::vector<std::optional<Value>> values_;
  std::vector<RunPart> parts_;
  std::vector<RunParting> out_;
  std::size_t steps_ = 0;
};

/// Least costs of sums: those that the first runs may add up to.
using Sums = std::map<long, int>;

Sums next_sums(Sums const& sums, std::span<RunParting const> partings, long largest) {
  Sums out;
  for (auto const& [sum, cost] : sums)
    for (auto const& parting : partings) {
      if (sum + parting.points > largest)
        continue;
      auto const [at, fresh] = out.try_emplace(sum + parting.points, cost + parting.cost);
      if (!fresh)
        at->second = std::min(at->second, cost + parting.cost);
    }
  return out;
}

/// The only parting of the least cost; -1 where there are several or none.
int only_cheapest(std::span<RunParting const> partings) {
  if (partings.empty() || (partings.size() > 1 && partings[1].cost == partings[0].cost))
    return -1;
  return 0;
}

} // namespace

bool RunParting::operator==(RunParting const& other) const {
  return std::ranges::equal(parts, other.parts,
                            [](RunPart a, RunPart b) { return a.begin == b.begin && a.end == b.end; });
}

std::size_t run_length(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    auto const sign = prefix_of(text.substr(at), run_signs);
    auto const digits = digits_length(text.substr(at + sign));
    if (digits == 0)
      break;
    at += sign + digits + tail_length(text.substr(at + sign + digits));
  }
  return at;
}

std::vector<RunParting> part_run(std::string_view run, std::span<RunColumn const> columns, RunLimits const& limits) {
  if (run.empty() || run.size() > longest_run)
    return {};
  return RunSearch(run, columns, limits).run();
}

std::vector<int> choose_partings(std::span<std::vector<RunParting> const> runs, std::span<long const> sums) {
  std::vector<int> out;
  for (auto const& run : runs)
    out.push_back(only_cheapest(run));
  bool const all = std::ranges::none_of(runs, [](auto const& run) { return run.empty(); });
  if (!all || runs.empty())
    return out;
  std::vector<Sums> before{{{0, 0}}}, behind(runs.size() + 1);
  auto const largest = sums.empty() ? 0L : std::ranges::max(sums);
  for (auto const& run : runs)
    before.push_back(next_sums(before.back(), run, largest));
  int least = std::numeric_limits<int>::max();
  for (auto const sum : sums)
    if (auto const found = before.back().find(sum); found != before.back().end())
      least = std::min(least, found->second);
  if (least == std::numeric_limits<int>::max())
    return out;
  for (auto const sum : sums)
    if (auto const found = before.back().find(sum); found != before.back().end() && found->second == least)
      behind.back()[sum] = 0;
  // What is left of the sum behind each run.
  for (auto i = runs.size(); i-- > 0;)
    for (auto const& [sum, cost] : behind[i + 1])
      for (auto const& parting : runs[i]) {
        if (sum < parting.points)
          continue;
        auto const at = behind[i].try_emplace(sum - parting.points, cost + parting.cost).first;
        at->second = std::min(at->second, cost + parting.cost);
      }
  for (std::size_t i = 0; i < runs.size(); ++i) {
    std::set<int> chosen;
    for (std::size_t p = 0; p < runs[i].size(); ++p)
      for (auto const& [sum, cost] : before[i]) {
        auto const rest = behind[i + 1].find(sum + runs[i][p].points);
        if (rest != behind[i + 1].end() && cost + runs[i][p].cost + rest->second == least)
          chosen.insert(static_cast<int>(p));
      }
    out[i] = chosen.size() == 1 ? *chosen.begin() : -1;
  }
  return out;
}

} // namespace jixiao::recognition
