#include "recognition/groups/decode_groups.hpp"

#include <algorithm>
#include <limits>

namespace jixiao::recognition {

namespace {

/// A reading of the first rows that is dearer than the best by more than this is given up: no later row pays that back.
constexpr double beam = 16;

constexpr double unreachable = std::numeric_limits<double>::infinity();
constexpr int nothing_waits = 0;

/// A row that has to be of one group.
struct ForcedRow {
  std::size_t row = static_cast<std::size_t>(-1);
  int node = -1;
};

class Decoder {
public:
  Decoder(std::span<GroupObservation const> rows, Taxonomy const& taxonomy, ForcedRow forced = {})
      : rows_(rows), taxonomy_(taxonomy), forced_(forced) {
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

  std::vector<int> const& candidates() const { return candidates_; }

  /// What the cheapest reading of the table pays.
  GroupReading bill() {
    forward();
    auto const last = rows_.size() - 1;
    auto state = 0;
    auto const total = [&](int of) { return cost_[index(last, of)] + closing(of); };
    for (int other = 1; other < states_; ++other)
      state = total(other) < total(state) ? other : state;
    GroupReading out{forced_.node, total(state), {}};
    if (out.cost == unreachable)
      return out;
    prices::Bill bill;
    if (waits_in(state) >= 0)
      bill.pay(Price::label_lost);
    for (auto r = last; r > 0; --r) {
      auto const before = from_[index(r, state)];
      pay_transition(r, before, state % groups_, bill);
      pay_row(r, group_of(state), bill);
      state = before;
    }
    pay_entry(group_of(state), bill);
    pay_row(0, group_of(state), bill);
    out.charges = std::move(bill.charges);
    return out;
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
  template <class Ledger> void pay_row(std::size_t r, int node, Ledger& ledger) const {
    auto const& row = rows_[r];
    for (auto const& [supported, weight] : row.support)
      if (supported == node)
        ledger.pay(Price::support, -weight);
    if (!row.level2.empty()) {
      pay_labels(r, node, ledger);
    } else if (row.level1 >= 0 && row.level1 != level1_of(node)) {
      ledger.pay(Price::level1_alone);
    }
    if (taxonomy_.is_level1(node))
      ledger.pay(Price::no_level2, row.level1 == node && row.level2.empty() ? 1 : 2);
  }

  template <class Ledger> void pay_labels(std::size_t r, int node, Ledger& ledger) const {
    auto const& row = rows_[r];
    if (row.level2.front() != node && prints(r, node)) {
      ledger.pay(Price::nearest_label);
    } else if (row.level2.front() != node) {
      ledger.pay(Price::label_overruled);
      if (row.in_place)
        ledger.pay(Price::label_in_place);
    }
  }

  template <class Ledger> void pay_entry(int node, Ledger& ledger) const {
    if (!prints(0, node) && rows_[0].level1 != node)
      ledger.pay(Price::no_label);
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

  /// What it costs that `group` follows the state `before`; the label that waits afterwards is returned.
  template <class Ledger> int pay_transition(std::size_t r, int before, int group, Ledger& ledger) const {
    auto const& row = rows_[r];
    auto const& facts = facts_[r];
    auto const at = static_cast<std::size_t>(group);
    int const previous = before % groups_;
    int waits = before / groups_;
    int const waited = group_of_waiting_[static_cast<std::size_t>(waits)];
    int const level1 = level1_[at], level1_before = level1_[static_cast<std::size_t>(previous)];
    bool const labelled = facts.labelled[at] != 0;
    if (previous != group && !labelled && waited != group)
      ledger.pay(Price::no_label);
    if (level1 != level1_before && labelled && row.level1 < 0)
      ledger.pay(Price::no_level1);
    if (level1 == level1_before && facts.level1[at] && facts.front == nothing_waits)
      ledger.pay(Price::late_level1);
    if (waited == group)
      waits = nothing_waits;
    if (facts.front != nothing_waits && !facts.prints[at]) {
      if (waits != nothing_waits && waits != facts.front)
        ledger.pay(Price::label_lost);
      waits = facts.front;
    }
    return waits;
  }

  int candidate_index(int node) const {
    return static_cast<int>(std::find(candidates_.begin(), candidates_.end(), node) - candidates_.begin());
  }

  double closing(int state) const { return waits_in(state) >= 0 ? prices::of(Price::label_lost) : 0; }

  /// What pay_row() comes to.
  double emission(std::size_t r, int group) const {
    return emissions_[r * static_cast<std::size_t>(groups_) + static_cast<std::size_t>(group)];
  }

  template <class Visit> void each_step(std::size_t r, Visit visit) const {
    for (int before = 0; before < states_; ++before) {
      if (cost_[index(r - 1, before)] == unreachable)
        continue;
      for (int group = 0; group < groups_; ++group) {
        prices::Sum sum;
        int const waits = pay_transition(r, before, group, sum);
        visit(before, state_of(group, waits), sum.total + emission(r, group));
      }
    }
  }

  void forward() {
    cost_.assign(rows_.size() * static_cast<std::size_t>(states_), unreachable);
    from_.assign(cost_.size(), -1);
    emissions_.reserve(rows_.size() * static_cast<std::size_t>(groups_));
    for (std::size_t r = 0; r < rows_.size(); ++r)
      for (int const node : candidates_) {
        prices::Sum sum;
        pay_row(r, node, sum);
        bool const may_be = r != forced_.row || node == forced_.node;
        emissions_.push_back(may_be ? sum.total : unreachable);
      }
    for (int group = 0; group < groups_; ++group) {
      int const node = candidates_[static_cast<std::size_t>(group)];
      int waits = nothing_waits;
      if (!rows_[0].level2.empty() && !prints(0, node))
        waits = waiting_index(rows_[0].level2.front());
      prices::Sum sum;
      pay_entry(node, sum);
      cost_[index(0, state_of(group, waits))] = sum.total + emission(0, group);
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
  ForcedRow forced_;
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

std::vector<GroupReading> weigh_group(std::span<GroupObservation const> rows, Taxonomy const& taxonomy, std::size_t row,
                                      std::size_t most) {
  std::vector<GroupReading> out;
  if (row >= rows.size() || taxonomy.nodes.empty())
    return out;
  Decoder const table(rows, taxonomy);
  for (int const node : table.candidates())
    if (auto reading = Decoder(rows, taxonomy, {row, node}).bill(); reading.cost < unreachable)
      out.push_back(std::move(reading));
  std::ranges::stable_sort(out, {}, &GroupReading::cost);
  out.resize(std::min(out.size(), most));
  return out;
}

} // namespace jixiao::recognition
