#include "grammars/indicator_value.hpp"
#include "text/alike.hpp"
#include "restore/scraped_records.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace jixiao {
namespace {

constexpr double lopsided = 1;        ///< for each line that a record has more above its values than below, or less
constexpr double label_parted = 2;    ///< a record begins with the end of a group's label
constexpr double label_begins = -2.5; ///< a record begins with the beginning of one
constexpr double page_parted = 1.5;   ///< a record begins on a new page with lines that have no values

constexpr std::size_t most_lines_between = 64; ///< further lines between two records stay with the first

/// How much speaks for two neighbouring lines being one that was printed twice.
struct Doubled {
  std::size_t first;
  double evidence;
  bool second_is_better;
};

class LineGrouper {
public:
  LineGrouper(std::vector<RecordLine> const& lines, ScrapedColumns const& columns, PrintedTotals const& totals,
              Taxonomy const& taxonomy)
      : lines_(lines), totals_(totals), level2_(column_index(columns, FieldId::level2)),
        target_(column_index(columns, FieldId::target)), actual_(column_index(columns, FieldId::actual)) {
    for (std::size_t node = 0; node < taxonomy.nodes.size(); ++node)
      if (!taxonomy.is_level1(static_cast<int>(node)))
        labels_.push_back(ideographs_of(taxonomy.nodes[node].name));
    for (auto const& line : lines_)
      for (auto const column : {target_, actual_})
        ++seen_[text_of(line, column)];
  }

  std::vector<LineGroup> run() {
    for (std::size_t i = 0; i < lines_.size(); ++i)
      if (lines_[i].has_values)
        groups_.push_back({i, i, i});
    merge_doubled();
    share_lines_between();
    return std::move(groups_);
  }

private:
  /// By how much the records exceed the printed total.
  double excess() const {
    double sum = 0;
    auto const of = [](std::optional<Decimal> const& number) { return number ? to_double(*number) : 0; };
    bool const by_weight = totals_.weight && totals_.fund_weight;
    auto const& total = by_weight ? totals_.weight : totals_.score;
    auto const& fund = by_weight ? totals_.fund_weight : totals_.fund_score;
    if (!total || !fund)
      return 0;
    for (auto const& group : groups_)
      sum += of(by_weight ? lines_[group.values].weight : lines_[group.values].score);
    return sum + of(fund) - of(total);
  }

  /// True when brackets hold neither a word nor a sign: =1.00(791).
  static bool has_odd_brackets(std::string_view text) {
    auto const open = text.find('(');
    if (open == std::string_view::npos)
      return false;
    auto const inside = text.substr(open + 1, text.find(')', open) - open - 1);
    return inside.find_first_not_of("0123456789./,;:()[] ") == std::string_view::npos;
  }

  /// How well a line's target and actual value read.
  double quality(RecordLine const& line) const {
    double quality = 0;
    for (auto const column : {target_, actual_}) {
      auto const text = text_of(line, column);
      auto const value = grammars::read_indicator_value(text);
      if (is_noise(text) || has_odd_brackets(text) || text.starts_with('/'))
        quality -= 2;
      else if (value.kind == ValueKind::quantity || seen_.at(text) > 1)
        quality += 1;
    }
    return quality;
  }

  std::optional<Decimal> target_number(RecordLine const& line) const {
    return grammars::read_indicator_value(text_of(line, target_)).number;
  }

  /// True when the pieces of a level-2 label on both lines make one together, though neither is one.
  bool share_label(RecordLine const& a, RecordLine const& b) const {
    auto const first = ideographs_of(text_of(a, level2_)), second = ideographs_of(text_of(b, level2_));
    return !first.empty() && !second.empty() &&
           std::find(labels_.begin(), labels_.end(), first + second) != labels_.end();
  }

  std::vector<Doubled> doubled() const {
    std::vector<Doubled> found;
    for (std::size_t i = 0; i + 1 < groups_.size(); ++i) {
      auto const& a = lines_[groups_[i].values];
      auto const& b = lines_[groups_[i + 1].values];
      if (groups_[i + 1].values != groups_[i].values + 1 || a.weight != b.weight || a.score != b.score)
        continue;
      double const difference = quality(b) - quality(a);
      auto const number = target_number(a);
      double const evidence = std::abs(difference) + (number && number == target_number(b) ? 1 : 0) +
                              (share_label(a, b) ? 1.5 : 0) - (difference == 0 ? 3 : 0);
      found.push_back({i, evidence, difference > 0});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](Doubled const& a, Doubled const& b) { return a.evidence > b.evidence; });
    return found;
  }

  void merge_doubled() {
    double left = excess();
    std::vector<Doubled> chosen;
    std::vector<bool> taken(groups_.size());
    for (auto const& pair : doubled()) {
      auto const& line = lines_[groups_[pair.first].values];
      auto const worth = totals_.weight && totals_.fund_weight ? line.weight : line.score;
      double const weight = worth ? to_double(*worth) : 0;
      if (taken[pair.first] || taken[pair.first + 1] || weight <= 0 || weight > left + 0.001)
        continue;
      taken[pair.first] = taken[pair.first + 1] = true;
      left -= weight;
      chosen.push_back(pair);
    }
    if (std::abs(left) > 0.05) // the totals do not say that lines are doubled
      return;
    std::sort(chosen.begin(), chosen.end(), [](Doubled const& a, Doubled const& b) { return a.first > b.first; });
    for (auto const& pair : chosen) {
      auto const at = groups_.begin() + static_cast<std::ptrdiff_t>(pair.first);
      auto const& next = *(at + 1);
      at->last = next.last;
      if (pair.second_is_better)
        at->values = next.values;
      groups_.erase(at + 1);
    }
  }

  /// What speaks against a record that begins with this line, which has no values.
  double boundary(std::size_t line) const {
    auto const fragment = ideographs_of(text_of(lines_[line], level2_));
    double cost = lines_[line].begins_block ? page_parted : 0;
    if (fragment.empty())
      return cost;
    bool begins = false, goes_on = false;
    for (auto const& label : labels_) {
      begins |= fragment.size() >= 2 && label.starts_with(fragment);
      goes_on |= label.find(fragment) != std::u32string::npos;
    }
    return cost + (begins ? label_begins : goes_on ? label_parted : 0);
  }

  /// Gives the lines between two records to the one or the other, at least cost over the whole table.
  void share_lines_between() {
    if (groups_.empty())
      return;
    std::vector<std::vector<double>> cost(groups_.size());
    std::vector<std::vector<std::size_t>> from(groups_.size());
    std::size_t const lead = groups_[0].first;
    cost[0] = {static_cast<double>(lead)}; // by lines above the values; only the difference counts
    from[0] = {0};
    std::vector<std::size_t> above = {lead};
    for (std::size_t g = 0; g + 1 < groups_.size(); ++g) {
      auto const gap = std::min(groups_[g + 1].first - groups_[g].last - 1, most_lines_between);
      auto& next = cost[g + 1];
      next.assign(gap + 1, 1e9);
      from[g + 1].assign(gap + 1, 0);
      for (std::size_t b = 0; b < cost[g].size(); ++b) {
        auto const lines_above = g == 0 ? lead : b;
        for (std::size_t below = 0; below <= gap; ++below) {
          auto const begins = groups_[g + 1].first - (gap - below);
          double const total = (g == 0 ? 0 : cost[g][b]) +
                               lopsided * std::abs(static_cast<double>(lines_above) - static_cast<double>(below)) +
                               (begins < groups_[g + 1].first ? boundary(begins) : 0);
          if (total < next[gap - below])
            next[gap - below] = total, from[g + 1][gap - below] = b;
        }
      }
    }
    settle(cost, from);
  }

  void settle(std::vector<std::vector<double>> const& cost, std::vector<std::vector<std::size_t>> const& from) {
    auto const tail = static_cast<double>(lines_.size() - 1 - groups_.back().last);
    std::size_t best = 0;
    auto const closing = [&](std::size_t b) {
      return cost.back()[b] + lopsided * std::abs(static_cast<double>(b) - tail);
    };
    for (std::size_t b = 1; b < cost.back().size(); ++b)
      if (closing(b) < closing(best))
        best = b;
    groups_.back().last = lines_.size() - 1;
    for (auto g = groups_.size(); g-- > 1;) {
      groups_[g].first -= best;
      groups_[g - 1].last = groups_[g].first - 1;
      best = from[g][best];
    }
    groups_[0].first = 0;
  }

  std::vector<RecordLine> const& lines_;
  PrintedTotals const& totals_;
  int level2_, target_, actual_;
  std::vector<std::u32string> labels_;
  std::map<std::string, int> seen_;
  std::vector<LineGroup> groups_;
};

} // namespace

std::vector<LineGroup> group_lines(std::vector<RecordLine> const& lines, ScrapedColumns const& columns,
                                   PrintedTotals const& totals, Taxonomy const& taxonomy) {
  return LineGrouper(lines, columns, totals, taxonomy).run();
}

} // namespace jixiao
