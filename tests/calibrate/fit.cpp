#include "tests/calibrate/fit.hpp"

#include "recognition/rows/prices.hpp"
#include "tests/calibrate/evidence.hpp"

#include <jixiao/why.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

namespace jixiao::calibrate {

namespace {

using recognition::prices::amounts;
using Amounts = std::remove_cv_t<decltype(amounts)>;

constexpr std::array tried{0.0, 0.5, 0.75, 1.25, 1.5, 2.0}; ///< parts of an entry's amount; 0 is without it
constexpr double nothing = 1e-9;
constexpr double worth_a_move = 20; ///< what two samples are worth: less is chance

/// What one amount of an entry changes.
struct Trial {
  double amount = 0, gain = 0; ///< what is lost less than with the list as it is
  std::vector<double> gains;   ///< by item of the entry
};

/// An entry, the items whose document depends on it, and what other amounts would change.
struct EntryFit {
  std::vector<std::size_t> items;
  std::vector<Trial> trials;
};

class Fit {
public:
  Fit() : items_(gather_evidence()) { leave_out_what_is_not_weighed(); }

  /// How many entries moved.
  std::size_t run() {
    for (auto const& item : items_)
      base_.push_back(read_item(item));
    fits_.resize(amounts.size());
    std::size_t moved = 0;
    for (auto before = moved + 1; before != moved;) {
      before = moved;
      for (std::size_t entry = 0; entry < amounts.size(); ++entry)
        moved += settle(entry);
    }
    return moved;
  }

  void print_entries() const {
    std::printf("\n%-22s %7s %7s %9s  %s\n", "entry", "amount", "items", "without", "amounts tried that lose no more");
    for (std::size_t entry = 0; entry < amounts.size(); ++entry) {
      auto const& fit = fits_[entry];
      std::ostringstream same;
      for (auto const& trial : fit.trials)
        if (trial.gain > -nothing)
          same << ' ' << trial.amount;
      std::printf("%-22s %7g %7zu %9g %s%s\n", name_of(entry), amounts[entry], fit.items.size(), -fit.trials[0].gain,
                  same.str().c_str(), fit.trials[0].gain > -nothing ? "  (removal loses nothing)" : "");
    }
  }

  /// By prices that one pass over the entries fitted to all but one layout, from the list as it is.
  void print_left_out() {
    std::printf("\n%-30s %7s %9s %14s  %s\n", "layout", "forms", "lost", "left out: lost", "entries that differ");
    std::set<std::string> groups;
    for (auto const& item : items_)
      groups.insert(item.group);
    for (auto const& group : groups)
      print_left_out(group);
  }

private:
  static char const* name_of(std::size_t entry) { return price_list()[entry].name.data(); }

  static Trial const* best_of(std::vector<Trial> const& trials) {
    auto const best = std::ranges::max_element(trials, {}, &Trial::gain);
    return best == trials.end() || best->gain < worth_a_move ? nullptr : &*best;
  }

  std::vector<std::size_t> outputs() const {
    std::vector<std::size_t> out;
    for (auto const& item : items_)
      out.push_back(read_item(item).output);
    return out;
  }

  /// Items that are read the same whatever things cost: nothing was weighed in them.
  void leave_out_what_is_not_weighed() {
    auto const all = items_.size();
    Amounts const list = amounts;
    auto const as_listed = outputs();
    std::ranges::fill(amounts, 0);
    auto const for_nothing = outputs();
    std::ranges::fill(amounts, 1);
    auto const at_one = outputs();
    for (std::size_t entry = 0; entry < list.size(); ++entry)
      amounts[entry] = list[list.size() - 1 - entry];
    auto const reversed = outputs();
    amounts = list;
    for (auto i = items_.size(); i-- > 0;)
      if (as_listed[i] == for_nothing[i] && as_listed[i] == at_one[i] && as_listed[i] == reversed[i])
        items_.erase(items_.begin() + static_cast<std::ptrdiff_t>(i));
    std::printf("%zu forms and samples, in %zu of which something is weighed\n", all, items_.size());
  }

  /// True when another amount loses less: then the entry has it.
  bool settle(std::size_t entry) {
    measure_entry(entry);
    auto const* best = best_of(fits_[entry].trials);
    if (!best)
      return false;
    std::printf("%s: %g, which loses %g less than %g\n", name_of(entry), best->amount, best->gain, amounts[entry]);
    amounts[entry] = best->amount;
    for (auto const i : fits_[entry].items)
      base_[i] = read_item(items_[i]);
    return true;
  }

  void measure_entry(std::size_t entry) {
    auto& fit = fits_[entry] = {};
    auto const listed = amounts[entry];
    std::set<std::size_t> touched;
    std::array<std::vector<double>, 2> at_ends;
    constexpr std::array ends{tried.front(), tried.back()};
    for (std::size_t end = 0; end < ends.size(); ++end) {
      amounts[entry] = listed * ends[end];
      for (std::size_t i = 0; i < items_.size(); ++i) {
        auto const now = read_item(items_[i]);
        at_ends[end].push_back(now.loss);
        if (now.output != base_[i].output)
          touched.insert(i);
      }
    }
    fit.items.assign(touched.begin(), touched.end());
    for (auto const part : tried) {
      Trial trial{std::round(listed * part * 100) / 100, 0, {}};
      amounts[entry] = trial.amount;
      for (auto const i : fit.items) {
        auto const loss = part == ends[0] ? at_ends[0][i] : part == ends[1] ? at_ends[1][i] : read_item(items_[i]).loss;
        trial.gains.push_back(base_[i].loss - loss);
        trial.gain += trial.gains.back();
      }
      fit.trials.push_back(std::move(trial));
    }
    amounts[entry] = listed;
  }

  void print_left_out(std::string const& group) {
    Amounts const list = amounts;
    double lost = 0, lost_without = 0;
    std::size_t forms = 0;
    std::string moved;
    for (std::size_t entry = 0; entry < amounts.size(); ++entry)
      if (auto const amount = best_without(entry, group); amount != amounts[entry]) {
        amounts[entry] = amount;
        moved += std::string(" ") + name_of(entry);
      }
    for (std::size_t i = 0; i < items_.size(); ++i)
      if (items_[i].group == group) {
        ++forms;
        lost += base_[i].loss;
        lost_without += moved.empty() ? base_[i].loss : read_item(items_[i]).loss;
      }
    amounts = list;
    std::printf("%-30s %7zu %9g %14g %s\n", group.c_str(), forms, lost, lost_without, moved.c_str());
  }

  double best_without(std::size_t entry, std::string const& group) const {
    auto const& fit = fits_[entry];
    double best = worth_a_move - nothing, amount = amounts[entry];
    for (auto const& trial : fit.trials) {
      double gain = 0;
      for (std::size_t k = 0; k < fit.items.size(); ++k)
        gain += items_[fit.items[k]].group == group ? 0 : trial.gains[k];
      if (gain > best)
        best = gain, amount = trial.amount;
    }
    return amount;
  }

  std::vector<Evidence> items_;
  std::vector<ReadItem> base_;
  std::vector<EntryFit> fits_;
};

/// The list with the amounts as they are now; all else as it was.
std::string written_list() {
  std::ifstream in(std::filesystem::path(JIXIAO_SOURCE_DIR) / "src/recognition/rows/prices.def");
  std::string out, line;
  std::size_t entry = 0;
  while (std::getline(in, line)) {
    auto const begin = line.find(", ") + 2;
    if (line.starts_with("PRICE(")) {
      std::ostringstream amount;
      amount << amounts[entry++];
      line.replace(begin, line.find(',', begin) - begin, amount.str());
    }
    out += line + '\n';
  }
  return out;
}

} // namespace

int fit_prices(std::filesystem::path const& folder) {
  Fit fit;
  auto const moved = fit.run();
  fit.print_entries();
  fit.print_left_out();
  std::ofstream(folder / "prices.def", std::ios::binary) << written_list();
  std::printf("\n%zu moves\n", moved);
  return moved == 0 ? 0 : 1;
}

} // namespace jixiao::calibrate
