#include "tests/calibrate/certainty_count.hpp"

#include "tests/calibrate/outcomes.hpp"

#include <algorithm>
#include <cstdio>

namespace jixiao::calibrate {

namespace {

constexpr std::size_t forms_of_all = 2'000; ///< each carrier is in them
constexpr std::size_t most_examples = 20;

void add(RightOf& count, Outcome const& outcome) {
  ++count.all;
  count.right += outcome.right();
}

void add(CertaintyCounts& counts, std::size_t number, Case const& one, Outcome const& outcome) {
  for (auto* const count : {&counts.by_carrier[std::string(one.carrier->name)], &counts.total}) {
    add(count->fields, outcome);
    count->silent += outcome.silent();
    if (outcome.certainty && !outcome.read.empty()) // what was left empty has a finding that says so
      add(count->decisions[static_cast<std::size_t>(*outcome.certainty)], outcome);
  }
  auto& wrong = counts.certain_and_wrong;
  if (outcome.certainty == Certainty::certain && !outcome.read.empty() && !outcome.right() &&
      wrong.size() < most_examples)
    wrong.push_back("case " + std::to_string(number) + " (" + one.layout + ", " + std::string(one.carrier->name) +
                    ") " + outcome.path + ": \"" + outcome.expected + "\", read \"" + outcome.read + "\"");
}

double percent(RightOf const& count) {
  return count.all == 0 ? 100 : 100.0 * static_cast<double>(count.right) / static_cast<double>(count.all);
}

void print_row(std::string const& name, CarrierCount const& count) {
  std::printf("%-28s", name.c_str());
  for (auto const& one : count.decisions)
    std::printf(" %9zu %7.2f%%", one.all, percent(one));
  std::printf(" %9zu %7.2f%% %7zu\n", count.fields.all, percent(count.fields), count.silent);
}

} // namespace

CertaintyCounts count_certainties(std::size_t wanted, std::size_t most) {
  CertaintyCounts out;
  auto const lacks = [&](std::size_t certainty) { return out.total.decisions[certainty].all < wanted; };
  // A carrier in which such readings do not come up is left out after a while.
  auto const helps = [&](std::string_view carrier) {
    auto const& count = out.by_carrier[std::string(carrier)];
    for (std::size_t i = 0; i < count.decisions.size(); ++i)
      if (lacks(i) && (count.decisions[i].all > 0 || out.forms < forms_of_all))
        return true;
    return false;
  };
  for (std::size_t number = 0; out.forms < most && (lacks(0) || lacks(1) || lacks(2)); ++number) {
    if (!helps(carriers()[number % carriers().size()].name))
      continue;
    auto const one = numbered_case(number);
    for_each_outcome(one.truth, read(one), [&](Outcome const& outcome) { add(out, number, one, outcome); });
    ++out.forms;
  }
  return out;
}

void print(CertaintyCounts const& counts) {
  std::printf("%-28s %18s %18s %18s %18s %7s\n", "decisions, and right of them", "certain", "likely", "close call",
              "all fields", "silent");
  for (auto const& [carrier, count] : counts.by_carrier)
    print_row(carrier, count);
  print_row(std::to_string(counts.forms) + " forms", counts.total);
  for (auto const& one : counts.certain_and_wrong)
    std::printf("certain and wrong: %s\n", one.c_str());
}

} // namespace jixiao::calibrate
