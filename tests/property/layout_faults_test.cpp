// Prints clean and broken documents by every layout, reads them, and counts what is reported of what the model would
// give.
#include "tests/calibrate/cases.hpp"
#include "tests/calibrate/complete_layout.hpp"
#include "tests/property/model_contents.hpp"
#include "tests/property/seeded_documents.hpp"
#include "tests/property/seeded_faults.hpp"
#include "tests/sanitized.hpp"

#include "rules/rules.hpp"

#include <jixiao/convert.hpp>
#include <jixiao/profile.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <iomanip>
#include <iostream>
#include <map>
#include <set>

using namespace jixiao;
using namespace jixiao::property;

namespace {

constexpr std::size_t layout_step = amount_of_work(1, 4); ///< each how manieth layout is printed

/// A finding with the place that it is about: a fund by its address, since a layout has its own order.
using Finding = std::pair<Code, std::string>;

Finding told(Document const& document, Diagnostic const& finding) {
  constexpr std::string_view begin = "/forms/", funds = "/funds/";
  auto const at = finding.path.find(funds);
  if (!finding.path.starts_with(begin) || at == std::string::npos)
    return {finding.code, finding.path};
  auto const form = std::stoul(finding.path.substr(begin.size()));
  auto const& fund = document.forms[form].funds[std::stoul(finding.path.substr(at + funds.size()))];
  return {finding.code, finding.path.substr(0, at) + "/" + fund.scope + "." + fund.item + "." + fund.measure};
}

std::set<Finding> rule_findings(Document const& document) {
  std::set<Finding> out;
  for (auto const& finding : document.diagnostics)
    if (is_rule(finding.code))
      out.insert(told(document, finding));
  return out;
}

struct Printed {
  Document model; ///< as far as it was printed
  std::string text;
};

Printed print(Document const& document, FormGrammar const& layout, std::uint64_t seed) {
  Printed out;
  for (auto const& form : document.forms) {
    Random random(seed); // All forms of a document have the same columns.
    ModelContents contents(form);
    auto const print = calibrate::print_layout(layout, random, contents);
    std::set<std::string> columns;
    for (auto const& row : print.truth.rows)
      for (auto const& [name, text] : row)
        columns.insert(name);
    out.model.forms.push_back(contents.printed(columns));
    out.text += calibrate::carriers()[0].write(calibrate::flattened(print), print) + "\n";
  }
  return out;
}

/// What the rules find of the model, once each form of it is of the layout that was recognised.
std::set<Finding> expected(Printed& printed, Document const& read, FormGrammar const& layout) {
  std::vector<Profile const*> profiles;
  for (std::size_t i = 0; i < std::min(read.forms.size(), printed.model.forms.size()); ++i)
    printed.model.forms[i].layout = read.forms[i].layout;
  for (auto const& form : printed.model.forms)
    profiles.push_back(&profile_for(layout.place, form.fiscal_year));
  DiagnosticSink sink;
  check_document(printed.model, {profiles, {}}, sink);
  printed.model.diagnostics = sink.take();
  return rule_findings(printed.model);
}

/// A level 1 that contradicts its level 2 is put right by the reader, and told of; so is a value that no cell is left
/// for.
bool is_told_by_reader(Document const& read, Finding const& fault) {
  auto const row = fault.second.substr(0, fault.second.rfind('/'));
  return (fault.first == Code::level2_under_wrong_level1 || fault.first == Code::target_blank) &&
         std::ranges::any_of(read.diagnostics, [&](Diagnostic const& finding) {
           return !is_rule(finding.code) && finding.path.starts_with(row);
         });
}

/// Forms and rows of the print were told apart: what is seeded is a matter of the rules then, not of reading.
bool is_read(Document const& read, Document const& model) {
  return std::ranges::equal(
      read.forms, model.forms, {}, [](Form const& form) { return form.indicators.size(); },
      [](Form const& form) { return form.indicators.size(); });
}

struct Count {
  std::size_t seeded = 0, reported = 0, documents = 0, false_alarms = 0, unread = 0, layouts_with_false_alarms = 0;
};

class Counter {
public:
  void clean(FormGrammar const& layout, Document const& document, std::uint64_t seed) {
    auto printed = print(document, layout, seed);
    auto const read = convert({"form.txt", printed.text});
    auto const due = expected(printed, read, layout);
    auto& count = counts_[layout.name];
    if (!is_read(read, printed.model)) {
      ++count.unread;
      return;
    }
    ++count.documents;
    for (auto const& [code, path] : rule_findings(read))
      if (!due.contains({code, path})) {
        ++count.false_alarms;
        complain("false alarm", layout, code, path);
      }
  }

  void broken(FormGrammar const& layout, Document const& document, std::uint64_t seed, Finding fault) {
    auto printed = print(document, layout, seed);
    auto const read = convert({"form.txt", printed.text});
    expected(printed, read, layout);
    auto const found = std::ranges::find_if(printed.model.diagnostics, [&](Diagnostic const& finding) {
      return finding.code == fault.first && finding.path == fault.second;
    });
    if (found == printed.model.diagnostics.end())
      return;
    auto const place = told(printed.model, *found);
    auto& count = counts_[layout.name];
    if (!is_read(read, printed.model))
      return;
    ++count.seeded;
    if (rule_findings(read).contains(place) || is_told_by_reader(read, place))
      ++count.reported;
    else
      complain("not reported", layout, place.first, place.second + "\n" + (verbose() ? printed.text : ""));
  }

  Count print_all() const {
    Count sum;
    for (auto const& [layout, count] : counts_) {
      sum.seeded += count.seeded;
      sum.reported += count.reported;
      sum.documents += count.documents;
      sum.false_alarms += count.false_alarms;
      sum.unread += count.unread;
      sum.layouts_with_false_alarms += count.false_alarms > 0 ? 1 : 0;
      if (count.seeded != count.reported || count.false_alarms > 0 || count.unread > 0)
        std::cout << std::left << std::setw(44) << layout << std::right << std::setw(6) << count.seeded << " faults"
                  << std::setw(6) << count.reported << " reported" << std::setw(5) << count.false_alarms
                  << " false alarms" << std::setw(5) << count.unread << " not read\n";
    }
    for (auto const& [code, missed] : missed_)
      std::cout << info(code).id << ' ' << info(code).name << ": " << missed << " not reported, or false alarms\n";
    std::cout << counts_.size() << " layouts, " << sum.unread << " documents whose forms or rows were not told apart; "
              << sum.documents << " clean documents with " << sum.false_alarms << " false alarms; " << sum.seeded
              << " faults, " << sum.reported << " reported\n";
    return sum;
  }

private:
  static bool verbose() { return std::getenv("JIXIAO_PRINTS") != nullptr; }

  void complain(std::string_view what, FormGrammar const& layout, Code code, std::string const& path) {
    ++missed_[code];
    constexpr int most = 40;
    if (++complaints_ <= most)
      MESSAGE(std::string(what), ": ", layout.name, " ", std::string(info(code).id), " ", path);
  }

  std::map<std::string, Count> counts_;
  std::map<Code, std::size_t> missed_; ///< and false alarms
  int complaints_ = 0;
};

} // namespace

TEST_CASE("faults are reported of forms printed by every layout, and clean forms are clean") {
  Random random(20261129);
  Counter counter;
  std::size_t layouts = 0;
  for (auto const& layout : calibrate::complete_layouts()) {
    if (layout.family != "declaration" && layout.family != "self_evaluation" && layout.family != "target_table")
      continue;
    if (layouts++ % layout_step != 0)
      continue;
    for (auto const& fault : faults()) {
      auto document = invent_clean_document(random, layout.family);
      document.title.reset();
      document.contents.clear();
      auto const seed = random.below(1'000'000);
      counter.clean(layout, document, seed);
      if (auto const path = fault.break_it(document, random))
        counter.broken(layout, document, seed, {fault.code, *path});
    }
  }
  auto const sum = counter.print_all();
  CHECK(sum.seeded > 1'500 / layout_step);
  // The rules find what they find of the model (seeded_faults_test.cpp); what is missing here was lost in reading.
  CHECK(sum.reported * 1000 >= sum.seeded * 999);
  CHECK(sum.layouts_with_false_alarms == 0);
}
