// Breaks clean documents in every way a rule knows, thousands of times from a fixed seed, and counts what is reported.
#include "tests/property/seeded_faults.hpp"

#include "rules/rules.hpp"
#include "tests/property/seeded_documents.hpp"
#include "tests/sanitized.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <iomanip>
#include <iostream>
#include <map>

using namespace jixiao;
using namespace jixiao::property;

namespace {

constexpr std::size_t wanted_faults = amount_of_work(10'000, 2'000);

std::vector<Diagnostic> findings(Document& document) {
  std::vector<Profile const*> profiles;
  for (auto const& form : document.forms)
    profiles.push_back(&profile_for("", form.fiscal_year));
  DiagnosticSink sink;
  check_document(document, {profiles, {}}, sink);
  return sink.take();
}

struct Count {
  std::size_t broken = 0, reported = 0, false_alarms = 0;
};

void print(std::map<Code, Count> const& counts) {
  std::cout << "code  rule                          faults reported  recall  false alarms\n";
  for (auto const& [code, count] : counts)
    std::cout << info(code).id << "  " << std::left << std::setw(28) << info(code).name << std::right << std::setw(8)
              << count.broken << std::setw(9) << count.reported << std::setw(7) << std::fixed << std::setprecision(1)
              << (count.broken == 0 ? 100.0
                                    : 100.0 * static_cast<double>(count.reported) / static_cast<double>(count.broken))
              << '%' << std::setw(14) << count.false_alarms << '\n';
}

} // namespace

TEST_CASE("faults seeded into clean documents are reported with their code and path, and clean documents are clean") {
  Random random(20261121);
  std::map<Code, Count> counts;
  std::size_t seeded = 0, reported = 0, false_alarms = 0;
  for (std::size_t turn = 0; seeded < wanted_faults; ++turn) {
    auto const& fault = faults()[turn % faults().size()];
    auto document = invent_clean_document(random);
    for (auto const& finding : findings(document)) {
      ++counts[finding.code].false_alarms;
      if (++false_alarms <= 5)
        MESSAGE("clean: ", std::string(info(finding.code).name), " ", finding.path, " ", message(finding));
    }
    document.judgements.clear();
    auto const path = fault.break_it(document, random);
    if (!path)
      continue;
    ++seeded;
    auto& count = counts[fault.code];
    ++count.broken;
    bool const found = std::ranges::any_of(findings(document), [&](Diagnostic const& finding) {
      return finding.code == fault.code && finding.path == *path;
    });
    count.reported += found;
    reported += found;
    if (!found && count.broken - count.reported <= 2)
      MESSAGE("not reported: ", std::string(fault.what), " at ", *path);
  }
  print(counts);
  std::cout << seeded << " faults, " << reported << " reported; " << false_alarms << " false alarms\n";
  CHECK(reported * 1000 >= seeded * 999);
  CHECK(false_alarms == 0);
}

TEST_CASE("every rule is seeded, except the opinions that are off") {
  std::vector<Code> off;
  for (auto const& level : find_profile("national-2021")->levels)
    if (level.level == Level::off)
      off.push_back(level.code);
  for (auto const& entry : catalogue()) {
    CAPTURE(entry.name);
    if (is_rule(entry.code) && std::ranges::find(off, entry.code) == off.end())
      CHECK(std::ranges::find(faults(), entry.code, &Fault::code) != faults().end());
  }
}
