#include "recognition/decode_groups.hpp"

#include <algorithm>
#include <limits>

namespace jixiao::recognition {

namespace {

/// The prices of what can have gone wrong; they are compared with each other only. To read a row against the label in
/// its place costs overruling it, a group without a label, and a label that must be taken up later or is lost: no word
/// in a name outweighs that, the same name in three other forms can.
namespace price {
constexpr double label_overruled = 3;    ///< the row is not of the level-2 group printed on it
constexpr double in_place = 1;           ///< more, when that label stands in its own column
constexpr double other_label = 1.5;      ///< a second level-2 label on the row is not its own
constexpr double nearest_label = 3;      ///< the row follows the farther of two labels
constexpr double level1_overruled = 1.5; ///< level-2 label and level-1 label disagree
constexpr double labels_together = 0.5;  ///< both labels of one group are overruled: they moved as a pair
constexpr double level1_alone = 4;       ///< the row is not of the level-1 group printed on it without a level 2
constexpr double no_label = 4;           ///< a group begins on a row without its label
constexpr double waiting_label = 0.5;    ///< ... whose label was printed on an earlier row
constexpr double no_level2 = 1.2;        ///< a row is of a level-1 group only
constexpr double no_level1 = 1.5;        ///< a level-1 group begins with a level-2 label alone
constexpr double late_level1 = 2.5;      ///< a level-1 label stands alone on a row of a group already begun
constexpr double label_lost = 4;         ///< a waiting label that no row takes up
constexpr double backwards = 1;          ///< a group before its place in the usual order
constexpr double backwards_level1 = 3;   ///< the same for a level-1 group, where no label says so
} // namespace price

/// A reading of the first rows that is dearer than the best by more than this is given up: no later row pays that back.
constexpr double beam = 16;

constexpr double unreachable = std::numeric_limits<double>::infinity();
constexpr int nothing_waits = 0;

class Decoder {
public:
  Decoder(std::span<GroupObservation const> rows, Taxonomy const& taxonomy) : rows_(rows), taxonomy_(taxonomy) {
    waiting_ = {-1};
    for (auto const& row : rows)
      for (int const node : row.level2)
        if (std::find(waiting_.begin(), waiting_.end(), node) == waiting_.end())
          waiting_.push_back(node);
    find_candidates();
    groups_ = static_cast<int>(candidates_.size());
    read_facts();
    states_ = groups_ * static_cast<int>(waiting_.size());
  }

  std::vector<GroupChoice> run() {
    forward();
    backward();
    std::vector<GroupChoice> choices(rows_.size());
    auto state = best_state(rows_.size() - 1);
    for (auto r = rows_.size(); r-- > 0;) {
      auto& choice = choices[r];
      choice.node = group_of(state);
      judge(r, choice);
      auto const before = from_[index(r, state)];
      choice.deferred =
          before >= 0 && group_of(before) != choice.node && waits_in(before) == choice.node && !prints(r, choice.node);
      state = before;
    }
    return choices;
  }

private:
  /// The groups that anything in the table speaks for, in order of the taxonomy; all where nothing does.
  void find_candidates() {
    std::vector<bool> named(taxonomy_.nodes.size());
    for (auto const& row : rows_) {
      if (row.level1 >= 0)
        named[static_cast<std::size_t>(row.level1)] = true;
      for (int const node : row.level2)
        named[static_cast<std::size_t>(node)] = true;
      for (auto const& [node, weight] : row.support)
        named[static_cast<std::size_t>(node)] = true;
    }
    bool const any = std::find(named.begin(), named.end(), true) != named.end();
    for (std::size_t node = 0; node < named.size(); ++node)
      if (named[node] || !any)
        candidates_.push_back(static_cast<int>(node));
  }

  int group_of(int state) const { return candidates_[static_cast<std::size_t>(state % groups_)]; }
  int waits_in(int state) const { return waiting_[static_cast<std::size_t>(state / groups_)]; }
  int state_of(int group, int waiting_index) const { return waiting_index * groups_ + group; }
  std::size_t index(std::size_t row, int state) const {
    return row * static_cast<std::size_t>(states_) + static_cast<std::size_t>(state);
  }
  int waiting_index(int node) const {
    return static_cast<int>(std::find(waiting_.begin(), waiting_.end(), node) - waiting_.begin());
  }
  int level1_of(int node) const { return taxonomy_.is_level1(node) ? node : taxonomy_.parent(node); }
  bool prints(std::size_t row, int node) const {
    auto const& labels = rows_[row].level2;
    return std::find(labels.begin(), labels.end(), node) != labels.end();
  }

  /// What the row's own evidence costs when it is read as `node`.
  double emission(std::size_t r, int node) const {
    auto const& row = rows_[r];
    double cost = 0;
    for (auto const& [supported, weight] : row.support)
      if (supported == node)
        cost -= weight;
    if (!row.level2.empty()) {
      if (row.level2.front() != node)
        cost += prints(r, node) ? price::nearest_label : price::label_overruled + (row.in_place ? price::in_place : 0);
      cost += price::other_label * static_cast<double>(row.level2.size() - 1);
      bool const pair = !prints(r, node) && row.level1 == level1_of(row.level2.front());
      if (row.level1 >= 0 && row.level1 != level1_of(node))
        cost += pair ? price::labels_together : price::level1_overruled;
    } else if (row.level1 >= 0 && row.level1 != level1_of(node)) {
      cost += price::level1_alone;
    }
    if (taxonomy_.is_level1(node))
      cost += row.level1 == node && row.level2.empty() ? price::no_level2 : 2 * price::no_level2;
    return cost;
  }

  double entry(std::size_t r, int node) const {
    return prints(r, node) || rows_[r].level1 == node ? 0 : price::no_label;
  }

  /// What transition() asks of a row, group by group.
  struct RowFacts {
    std::vector<std::uint8_t> prints;   ///< by group: its level-2 label stands on the row
    std::vector<std::uint8_t> labelled; ///< by group: its label, of whichever level
    std::vector<std::uint8_t> level1;   ///< by group: the row prints the label of its level-1 group
    int front = nothing_waits;          ///< waiting index of the level-2 label nearest the name
  };

  void read_facts() {
    for (int const node : candidates_)
      level1_.push_back(level1_of(node));
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      auto& facts = facts_.emplace_back();
      for (int const node : candidates_) {
        facts.prints.push_back(prints(r, node));
        facts.labelled.push_back(prints(r, node) || (taxonomy_.is_level1(node) && rows_[r].level1 == node));
        facts.level1.push_back(rows_[r].level1 == level1_of(node));
      }
      if (!rows_[r].level2.empty())
        facts.front = waiting_index(rows_[r].level2.front());
    }
    for (int const node : waiting_)
      group_of_waiting_.push_back(node < 0 ? -1 : candidate_index(node));
  }

  /// What it costs that `group` follows the state `before`, and the label that waits afterwards.
  double transition(std::size_t r, int before, int group, int& waits) const {
    auto const& row = rows_[r];
    auto const& facts = facts_[r];
    auto const at = static_cast<std::size_t>(group);
    int const previous = before % groups_;
    waits = before / groups_;
    int const waited = group_of_waiting_[static_cast<std::size_t>(waits)];
    int const level1 = level1_[at], level1_before = level1_[static_cast<std::size_t>(previous)];
    bool const labelled = facts.labelled[at] != 0;
    double cost = 0;
    if (previous != group) {
      if (!labelled)
        cost += waited == group ? price::waiting_label : price::no_label;
      if (group < previous)
        cost += price::backwards;
      if (level1 < level1_before && !(labelled && row.in_place && facts.level1[at]))
        cost += price::backwards_level1;
    }
    if (level1 != level1_before && labelled && row.level1 < 0)
      cost += price::no_level1;
    if (level1 == level1_before && facts.level1[at] && facts.front == nothing_waits)
      cost += price::late_level1;
    if (waited == group)
      waits = nothing_waits;
    if (facts.front != nothing_waits && !facts.prints[at]) {
      if (waits != nothing_waits && waits != facts.front)
        cost += price::label_lost;
      waits = facts.front;
    }
    return cost;
  }

  int candidate_index(int node) const {
    return static_cast<int>(std::find(candidates_.begin(), candidates_.end(), node) - candidates_.begin());
  }

  double closing(int state) const { return waits_in(state) >= 0 ? price::label_lost : 0; }

  template <class Visit> void each_step(std::size_t r, Visit visit) const {
    for (int before = 0; before < states_; ++before) {
      if (cost_[index(r - 1, before)] == unreachable)
        continue;
      for (int group = 0; group < groups_; ++group) {
        int waits = 0;
        double const step = transition(r, before, group, waits) +
                            emissions_[r * static_cast<std::size_t>(groups_) + static_cast<std::size_t>(group)];
        visit(before, state_of(group, waits), step);
      }
    }
  }

  void forward() {
    cost_.assign(rows_.size() * static_cast<std::size_t>(states_), unreachable);
    from_.assign(cost_.size(), -1);
    emissions_.reserve(rows_.size() * static_cast<std::size_t>(groups_));
    for (std::size_t r = 0; r < rows_.size(); ++r)
      for (int const node : candidates_)
        emissions_.push_back(emission(r, node));
    for (int group = 0; group < groups_; ++group) {
      int const node = candidates_[static_cast<std::size_t>(group)];
      int waits = nothing_waits;
      if (!rows_[0].level2.empty() && !prints(0, node))
        waits = waiting_index(rows_[0].level2.front());
      cost_[index(0, state_of(group, waits))] = entry(0, node) + emissions_[static_cast<std::size_t>(group)];
    }
    for (std::size_t r = 1; r < rows_.size(); ++r) {
      each_step(r, [&](int before, int after, double step) {
        double const cost = cost_[index(r - 1, before)] + step;
        if (cost < cost_[index(r, after)]) {
          cost_[index(r, after)] = cost;
          from_[index(r, after)] = before;
        }
      });
      prune(r);
    }
  }

  void prune(std::size_t r) {
    auto const first = cost_.begin() + static_cast<std::ptrdiff_t>(index(r, 0));
    auto const last = first + states_;
    double const best = *std::min_element(first, last);
    std::replace_if(
        first, last, [&](double cost) { return cost > best + beam; }, unreachable);
  }

  /// Cost of the best way from a state to the end of the table.
  void backward() {
    rest_.assign(cost_.size(), unreachable);
    for (int state = 0; state < states_; ++state)
      rest_[index(rows_.size() - 1, state)] = closing(state);
    for (std::size_t r = rows_.size(); r-- > 1;) {
      each_step(r, [&](int before, int after, double step) {
        rest_[index(r - 1, before)] = std::min(rest_[index(r - 1, before)], step + rest_[index(r, after)]);
      });
    }
  }

  int best_state(std::size_t row) const {
    int best = 0;
    for (int state = 0; state < states_; ++state)
      if (cost_[index(row, state)] + rest_[index(row, state)] < cost_[index(row, best)] + rest_[index(row, best)])
        best = state;
    return best;
  }

  void judge(std::size_t row, GroupChoice& choice) const {
    std::vector<double> least(static_cast<std::size_t>(groups_), unreachable);
    for (int state = 0; state < states_; ++state) {
      auto& l = least[static_cast<std::size_t>(state % groups_)];
      l = std::min(l, cost_[index(row, state)] + rest_[index(row, state)]);
    }
    auto const chosen =
        static_cast<std::size_t>(std::find(candidates_.begin(), candidates_.end(), choice.node) - candidates_.begin());
    choice.margin = unreachable;
    for (std::size_t group = 0; group < least.size(); ++group) {
      if (group == chosen || least[group] - least[chosen] >= choice.margin)
        continue;
      choice.margin = least[group] - least[chosen];
      choice.runner_up = candidates_[group];
    }
  }

  std::span<GroupObservation const> rows_;
  Taxonomy const& taxonomy_;
  std::vector<int> candidates_; ///< the groups that can be meant
  int groups_ = 0;              ///< their number
  int states_ = 0;
  std::vector<int> waiting_;          ///< labels that can wait; the first entry is none
  std::vector<int> group_of_waiting_; ///< for each waiting label its index in candidates_
  std::vector<int> level1_;           ///< for each candidate the level-1 group it is of
  std::vector<RowFacts> facts_;
  std::vector<double> emissions_, cost_, rest_;
  std::vector<std::int32_t> from_;
};

} // namespace

std::vector<GroupChoice> decode_groups(std::span<GroupObservation const> rows, Taxonomy const& taxonomy) {
  if (rows.empty() || taxonomy.nodes.empty())
    return {};
  return Decoder(rows, taxonomy).run();
}

} // namespace jixiao::recognition
