#include "recognition/groups/centred_labels.hpp"

#include "text/alike.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace jixiao::recognition {
namespace {

/// Prices of what can be odd about a merged label; compared with each other only.
namespace price {
constexpr double no_label = 4;         ///< a run without any piece of a label
constexpr double missing = 5;          ///< times the part of the label that no piece has
constexpr double extra = 1;            ///< for each character of the pieces that the label does not have
constexpr double cue = 0.6;            ///< times what words in the names say
constexpr double off_middle = 0.6;     ///< for each printed line that the label stands off the middle of its run
constexpr double over_pages = 0.2;     ///< of that, where a page break cuts the run
constexpr double backwards = 1;        ///< a group before its place in the usual order
constexpr double again = 3;            ///< the same group twice in succession
constexpr double other_parent = 2;     ///< a level-1 label of another branch on a record
constexpr double doubtful_label = 2.6; ///< a label that costs more is no sure reading
constexpr double close_call = 0.4;     ///< a difference too small to decide
} // namespace price

constexpr std::size_t most_of_run = 48; ///< records in one run
constexpr std::size_t longest_pieces = 40;
constexpr double unpayable = std::numeric_limits<double>::infinity();

struct RunStep {
  double cost = unpayable; ///< of all records up to the end of the run
  std::size_t first = 0;   ///< of the run
  int before = -1;         ///< index of the node of the run before
};

/// What the labels in a run of records cost, whatever group it is read as.
struct LabelsOfRun {
  std::u32string label;
  double offset = 0;
  bool is_cut = false; ///< by a page break, so that the label need not stand in the middle
};

class Placer {
public:
  Placer(std::span<CentredRecord const> records, Taxonomy const& taxonomy, CueFinder const& cues, double slack)
      : records_(records), taxonomy_(taxonomy), slack_(slack) {
    for (std::size_t node = 0; node < taxonomy.nodes.size(); ++node)
      if (!taxonomy.is_level1(static_cast<int>(node))) {
        nodes_.push_back(static_cast<int>(node));
        names_.push_back(ideographs_of(taxonomy.nodes[node].name));
      }
    support_.assign(records.size() * nodes_.size(), 0);
    for (std::size_t r = 0; r < records.size(); ++r)
      for (auto const& [node, weight] : cues.find(records[r].name))
        if (auto const at = std::find(nodes_.begin(), nodes_.end(), node); at != nodes_.end())
          support_[r * nodes_.size() + static_cast<std::size_t>(at - nodes_.begin())] += weight;
  }

  std::vector<CentredChoice> run() {
    best_.assign((records_.size() + 1) * nodes_.size(), {});
    for (std::size_t end = 1; end <= records_.size(); ++end)
      for (auto first = end - std::min(end, most_of_run); first < end; ++first)
        each_group(first, end, [&](std::size_t node, double cost) { enter(first, end, node, cost); });
    look_back();
    return trace();
  }

private:
  std::size_t at(std::size_t record, std::size_t node) const { return record * nodes_.size() + node; }

  LabelsOfRun read_run(std::size_t first, std::size_t end) const {
    LabelsOfRun run;
    double top = unpayable, bottom = 0;
    run.is_cut = records_[first].after_page_break;
    for (auto r = first; r < end; ++r) {
      run.is_cut |= records_[r].after_page_break;
      for (auto const& fragment : records_[r].fragments) {
        run.label += fragment.text;
        top = std::min(top, fragment.top);
        bottom = std::max(bottom, fragment.bottom);
      }
    }
    if (!run.label.empty())
      run.offset = std::abs((top + bottom) / 2 - (records_[first].top + records_[end - 1].bottom) / 2);
    return run;
  }

  /// What the pieces cost when they are read as the label of this group; unpayable when they cannot.
  double label_price(LabelsOfRun const& run, std::size_t node) const {
    if (run.label.empty())
      return price::no_label;
    auto const common = common_subsequence(run.label, names_[node]);
    if (common < 2)
      return unpayable;
    auto const part = static_cast<double>(common) / static_cast<double>(names_[node].size());
    return price::missing * (1 - part) + price::extra * static_cast<double>(run.label.size() - common);
  }

  /// The cost of the records from `first` to `end` as one run, group by group.
  template <class Visit> void each_group(std::size_t first, std::size_t end, Visit visit) const {
    auto const run = read_run(first, end);
    if (run.label.size() > longest_pieces)
      return;
    double const offset = std::max(run.offset - slack_, 0.0) * price::off_middle * (run.is_cut ? price::over_pages : 1);
    for (std::size_t n = 0; n < nodes_.size(); ++n) {
      double cost = label_price(run, n) + offset;
      for (auto r = first; r < end; ++r) {
        cost -= price::cue * support_[at(r, n)];
        if (records_[r].level1 >= 0 && records_[r].level1 != taxonomy_.parent(nodes_[n]))
          cost += price::other_parent;
      }
      if (cost < unpayable)
        visit(n, cost);
    }
  }

  static double between(std::size_t node, std::size_t next) {
    return next == node ? price::again : node > next ? price::backwards : 0;
  }

  void enter(std::size_t first, std::size_t end, std::size_t node, double cost) {
    auto& best = best_[at(end, node)];
    if (first == 0) {
      if (cost < best.cost)
        best = {cost, 0, -1};
      return;
    }
    for (std::size_t p = 0; p < nodes_.size(); ++p)
      if (double const total = best_[at(first, p)].cost + cost + between(p, node); total < best.cost)
        best = {total, first, static_cast<int>(p)};
  }

  /// For every record and group the least cost of all records when it is in that group.
  void look_back() {
    rest_.assign(best_.size(), unpayable);
    least_.assign(support_.size(), unpayable);
    for (std::size_t n = 0; n < nodes_.size(); ++n)
      rest_[at(records_.size(), n)] = 0;
    for (auto end = records_.size(); end > 0; --end)
      for (auto first = end - std::min(end, most_of_run); first < end; ++first)
        each_group(first, end, [&](std::size_t node, double cost) { weigh(first, end, node, cost); });
  }

  void weigh(std::size_t first, std::size_t end, std::size_t node, double cost) {
    double const rest = rest_[at(end, node)] + cost;
    double before = first == 0 ? 0 : unpayable;
    for (std::size_t p = 0; first > 0 && p < nodes_.size(); ++p) {
      rest_[at(first, p)] = std::min(rest_[at(first, p)], rest + between(p, node));
      before = std::min(before, best_[at(first, p)].cost + between(p, node));
    }
    for (auto r = first; r < end; ++r)
      least_[at(r, node)] = std::min(least_[at(r, node)], before + rest);
  }

  /// True when no group that `is_other` suits the record nearly as well.
  template <class Other> bool is_clear(std::size_t record, std::size_t node, Other is_other) const {
    for (std::size_t n = 0; n < nodes_.size(); ++n)
      if (is_other(n) && least_[at(record, n)] < least_[at(record, node)] + price::close_call)
        return false;
    return true;
  }

  std::vector<CentredChoice> trace() const {
    std::vector<CentredChoice> choices(records_.size());
    auto end = records_.size();
    std::size_t node = 0;
    for (std::size_t n = 1; n < nodes_.size(); ++n)
      if (best_[at(end, n)].cost < best_[at(end, node)].cost)
        node = n;
    while (end > 0 && best_[at(end, node)].cost < unpayable) {
      auto const step = best_[at(end, node)];
      bool const reads_well = label_price(read_run(step.first, end), node) <= price::doubtful_label;
      auto const is_another = [&](std::size_t n) { return n != node; };
      auto const is_elsewhere = [&](std::size_t n) {
        return taxonomy_.parent(nodes_[n]) != taxonomy_.parent(nodes_[node]);
      };
      for (auto r = step.first; r < end; ++r)
        choices[r] = {nodes_[node], step.first, reads_well && is_clear(r, node, is_another),
                      is_clear(r, node, is_elsewhere)};
      end = step.first;
      node = step.before < 0 ? 0 : static_cast<std::size_t>(step.before);
    }
    return choices;
  }

  std::span<CentredRecord const> records_;
  Taxonomy const& taxonomy_;
  double slack_;
  std::vector<int> nodes_; ///< the level-2 groups
  std::vector<std::u32string> names_;
  std::vector<double> support_; ///< by record and group: what words in its name say
  std::vector<RunStep> best_;   ///< by end of a run and its group
  std::vector<double> rest_;    ///< by end of a run and its group: least cost of all records behind it
  std::vector<double> least_;   ///< by record and group
};

} // namespace

std::vector<CentredChoice> place_centred_labels(std::span<CentredRecord const> records, Taxonomy const& taxonomy,
                                                CueFinder const& cues, double slack) {
  if (records.empty())
    return {};
  return Placer(records, taxonomy, cues, slack).run();
}

} // namespace jixiao::recognition
