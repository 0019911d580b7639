// Prints forms by every layout, changes them as offices do, and counts what became of each field: a field that is not
// as it was printed has a diagnostic.
#include "tests/calibrate/complete_layout.hpp"
#include "tests/calibrate/outcomes.hpp"
#include "tests/property/layout_changes.hpp"
#include "tests/sanitized.hpp"

#include <jixiao/convert.hpp>

#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>
#include <optional>

using namespace jixiao;
using namespace jixiao::property;

namespace {

constexpr std::uint64_t rounds = amount_of_work(3, 1); ///< of each change on each layout
constexpr std::uint64_t pairs = amount_of_work(100, 4);  ///< of changes on each layout
constexpr std::uint64_t first_seed = 20261130;

struct Count {
  std::size_t forms = 0, fields = 0, right = 0, silent = 0;
};

class Counter {
public:
  explicit Counter(std::string_view change) : change_(change) {}

  void read(FormGrammar const& layout, PrintedForm const& form, std::uint64_t seed) {
    auto const page = to_html(form);
    auto const document = convert({"form.html", page});
    auto const silent = count_.silent;
    calibrate::for_each_outcome(form.truth, document, [&](calibrate::Outcome const& outcome) {
      ++count_.fields;
      count_.right += outcome.right();
      if (outcome.silent()) {
        ++count_.silent;
        complain(layout, outcome, seed);
      }
    });
    ++count_.forms;
    if (count_.silent > silent && std::getenv("JIXIAO_PRINTS"))
      std::printf("%s\n", page.c_str());
  }

  void call(std::string name) { change_ = std::move(name); }

  Count const& count() const { return count_; }

  void print() const {
    auto const right = 100.0 * static_cast<double>(count_.right) / static_cast<double>(count_.fields);
    std::printf("%-28s %6zu forms %8zu fields %8.2f %% right %6zu silent\n", change_.c_str(),
                count_.forms, count_.fields, right, count_.silent);
  }

private:
  void complain(FormGrammar const& layout, calibrate::Outcome const& outcome, std::uint64_t seed) {
    constexpr int most = 100;
    if (++complaints_ <= most)
      MESSAGE(change_, ": ", layout.name, " ", seed, " ", outcome.path, ": expected \"", outcome.expected,
              "\", read \"", outcome.read, "\"");
  }

  std::string change_;
  Count count_;
  int complaints_ = 0;
};

/// The form by a layout, if that has a column of names.
std::optional<PrintedForm> print(FormGrammar const& layout, Random& random) {
  auto form = printed_form(calibrate::print_layout(layout, random));
  return form.places.name < form.columns ? std::optional(std::move(form)) : std::nullopt;
}

/// Of amounts printed twice, or below another total, the print of a layout does not say which is meant.
std::vector<FormGrammar> layouts_read_as_printed() {
  auto out = calibrate::complete_layouts();
  auto const all = out.size();
  std::erase_if(out, [](FormGrammar const& layout) {
    Counter counter("as it is");
    for (std::uint64_t seed = 0; seed < rounds; ++seed) {
      Random random(first_seed + seed);
      if (auto const form = print(layout, random))
        counter.read(layout, *form, seed);
    }
    return counter.count().silent > 0;
  });
  CHECK(out.size() + all / 20 >= all);
  return out;
}

std::vector<LayoutChange> all_changes() {
  std::vector<LayoutChange> out(layout_changes().begin(), layout_changes().end());
  out.insert(out.end(), label_changes().begin(), label_changes().end());
  return out;
}

} // namespace

TEST_CASE("what an office changes in a layout is read, or told of") {
  auto const layouts = layouts_read_as_printed();
  for (auto const& change : all_changes()) {
    Counter counter(change.name);
    for (auto const& layout : layouts)
      for (std::uint64_t seed = 0; seed < rounds; ++seed) {
        Random random(first_seed + seed);
        auto form = print(layout, random);
        if (form && change.apply(*form, random))
          counter.read(layout, *form, seed);
      }
    counter.print();
    CHECK(counter.count().forms > layouts.size() / 4);
    CHECK(counter.count().silent == 0);
  }
}

TEST_CASE("so are two changes at once") {
  auto const changes = all_changes();
  Counter counter("two changes");
  for (auto const& layout : layouts_read_as_printed())
    for (std::uint64_t seed = 0; seed < pairs; ++seed) {
      Random random(2 * first_seed + seed);
      auto form = print(layout, random);
      auto const& first = random.one_of(changes);
      auto const& second = random.one_of(changes);
      if (!form || first.name == second.name || !first.apply(*form, random) || !second.apply(*form, random))
        continue;
      counter.call(std::string(first.name) + ", " + std::string(second.name));
      counter.read(layout, *form, seed);
    }
  counter.call("two changes");
  counter.print();
  CHECK(counter.count().silent == 0);
}
