#include "tests/property/damages.hpp"
#include "tests/property/score.hpp"
#include "tests/sanitized.hpp"

#include <jixiao/convert.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <string>
#include <vector>

using namespace jixiao;
using namespace jixiao::property;

namespace {

constexpr std::uint64_t documents = amount_of_work(200, 60); ///< for each property
constexpr std::size_t damaged_rows = 15;                     ///< percent

/// A document with its truth.
struct Sample {
  std::vector<Declaration> truth;
  std::vector<Print> prints;
  std::size_t damages = 0;

  std::string text() const { return to_text(prints); }
};

Sample clean_sample(Random& random) {
  Sample sample;
  for (auto left = random.between(1, 6); left > 0; --left) {
    sample.truth.push_back(invent_declaration(random));
    sample.prints.push_back(print_clean(sample.truth.back(), random.chance(50)));
  }
  return sample;
}

/// Damages rows from the last to the first, so that none is damaged twice.
void damage(Sample& sample, Damage const* only, Random& random) {
  for (std::size_t form = 0; form < sample.prints.size(); ++form) {
    for (auto row = sample.truth[form].entries.size(); row-- > 0;) {
      if (!random.chance(damaged_rows))
        continue;
      auto const& chosen = only ? *only : random.one_of(damages());
      if (chosen.apply(sample.prints[form], row, sample.truth[form].entries[row], random))
        ++sample.damages;
    }
  }
}

Sample damaged_sample(std::uint64_t seed, Damage const* only = nullptr) {
  Random random(1000 + seed);
  auto sample = clean_sample(random);
  damage(sample, only, random);
  return sample;
}

Document read(std::string const& text) { return convert({"sample.txt", text}); }

std::vector<Declaration> declarations_of(Document const& document) {
  std::vector<Declaration> forms;
  for (auto const& form : document.forms)
    forms.push_back(declaration_of(form));
  return forms;
}

/// The document printed again without damage.
std::string reprint(Document const& document) {
  std::vector<Print> prints;
  for (auto const& form : document.forms)
    prints.push_back(print_clean(declaration_of(form), false));
  return to_text(prints);
}

struct Tally {
  std::size_t damages = 0;
  Score first, second; ///< of the damaged document against the truth, and of its reprint against itself
};

Tally tally(Damage const& kind) {
  Tally result;
  for (std::uint64_t seed = 0; seed < documents; ++seed) {
    auto const sample = damaged_sample(seed, &kind);
    auto const document = read(sample.text());
    result.damages += sample.damages;
    result.first.add(score(sample.truth, document));
    result.second.add(score(declarations_of(document), read(reprint(document))));
  }
  return result;
}

void print_heading() {
  std::printf("%-24s %8s %8s %8s %7s %7s %7s %7s\n", "damage", "rows", "fields", "right %", "wrong", "silent",
              "evident", "unstable");
}

void print_row(Damage const& kind, Tally const& t) {
  auto const right = 100.0 * static_cast<double>(t.first.fields - t.first.wrong) / static_cast<double>(t.first.fields);
  std::printf("%-24s %8zu %8zu %8.3f %7zu %7zu %7zu %7zu\n", std::string(kind.name).c_str(), t.damages, t.first.fields,
              right, t.first.wrong, t.first.silent, t.first.evident, t.second.wrong);
}

std::string first_of(std::vector<std::string> const& complaints) {
  return complaints.empty() ? "" : complaints.front();
}

} // namespace

TEST_CASE("a clean declaration is read exactly, and reading reports nothing") {
  for (std::uint64_t seed = 0; seed < documents; ++seed) {
    Random random(seed);
    auto const sample = clean_sample(random);
    auto const document = read(sample.text());
    auto const result = score(sample.truth, document);
    INFO("seed " << seed << ": " << first_of(result.complaints));
    CHECK(result.wrong == 0);
    CHECK(result.extra == 0);
    CHECK(std::ranges::all_of(document.diagnostics,
                              [](jixiao::Diagnostic const& one) { return jixiao::is_rule(one.code); }));
    CHECK(document.coverage.unclaimed.empty());
  }
}

TEST_CASE("damage that keeps all is undone; what is lost is not hidden") {
  print_heading();
  for (auto const& kind : damages()) {
    auto const t = tally(kind);
    print_row(kind, t);
    INFO(kind.name << ": " << first_of(t.first.complaints));
    CHECK(t.damages > documents / 2);
    CHECK(t.first.extra == 0);
    if (kind.keeps_all) {
      CHECK(t.first.wrong == 0);
      CHECK_MESSAGE(t.second.wrong == 0, first_of(t.second.complaints));
    } else {
      CHECK(t.first.silent <= t.damages * kind.most_silent / 100);
      CHECK_MESSAGE(t.second.wrong * 1000 <= t.second.fields, first_of(t.second.complaints));
    }
  }
}

TEST_CASE("all kinds of damage together: every place lies inside the source, every cell is accounted for") {
  for (std::uint64_t seed = 0; seed < documents; ++seed) {
    auto const sample = damaged_sample(seed);
    auto const text = sample.text();
    auto const document = read(text);
    auto const inside = [&](Location const& at) {
      return !at.begin || (*at.begin <= *at.end && *at.end <= text.size());
    };
    INFO("seed " << seed);
    for (auto const& diagnostic : document.diagnostics)
      CHECK(inside(diagnostic.at));
    for (auto const& form : document.forms) {
      CHECK(inside(form.at));
      for (auto const& indicator : form.indicators)
        CHECK(inside(indicator.at));
    }
    for (auto const& cell : document.coverage.unclaimed) {
      REQUIRE(cell.at.begin.has_value());
      CHECK(text.substr(*cell.at.begin, *cell.at.end - *cell.at.begin) == cell.text);
    }
    CHECK(document.coverage.claimed + document.coverage.unclaimed.size() == document.coverage.cells);
  }
}
