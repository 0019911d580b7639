// Prints forms by every layout, changes them as offices do, and counts what became of each field: a field that is not
// as it was printed has a diagnostic.
#include "tests/calibrate/complete_layout.hpp"
#include "tests/calibrate/outcomes.hpp"
#include "tests/property/layout_changes.hpp"
#include "tests/sanitized.hpp"

#include <jixiao/convert.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <optional>

using namespace jixiao;
using namespace jixiao::property;

namespace {

/// A number of the environment: other forms are looked at without a build.
std::uint64_t setting(char const* name, std::uint64_t usual) {
  auto const* text = std::getenv(name);
  return text ? std::strtoull(text, nullptr, 10) : usual;
}

std::uint64_t const rounds = setting("JIXIAO_ROUNDS", amount_of_work(3, 1)); ///< of each change on each layout
std::uint64_t const pairs = setting("JIXIAO_PAIRS", amount_of_work(40, 4));  ///< of changes on each layout
std::uint64_t const first_seed = setting("JIXIAO_SEED", 20261130);
std::uint64_t const most_complaints = setting("JIXIAO_COMPLAINTS", 100); ///< of a change

struct Carrier {
  std::string_view name;
  char const* file;
  std::string (*write)(PrintedForms forms);
  std::size_t most_silent; ///< of ten thousand fields
  std::size_t one_of;      ///< so many forms is printed
};

constexpr Carrier page{"page", "form.html", to_html, 0, 1};
constexpr std::array flattened{
    Carrier{"tabs", "form.tsv", to_tabs, 4, 3}, Carrier{"tabs, texts again", "form.tsv", to_tabs_again, 3, 3},
    Carrier{"cells alone", "form.tsv", to_cells, 20, 3}, Carrier{"aligned", "form.txt", to_aligned, 110, 7}};

struct Count {
  std::size_t forms = 0, fields = 0, right = 0, silent = 0;

  void add(Count const& other) {
    forms += other.forms;
    fields += other.fields;
    right += other.right;
    silent += other.silent;
  }

  void print(std::string const& name) const {
    auto const percent = 100.0 * static_cast<double>(right) / static_cast<double>(std::max<std::size_t>(fields, 1));
    std::printf("%-36s %6zu forms %8zu fields %8.2f %% right %6zu silent\n", name.c_str(), forms, fields, percent,
                silent);
  }
};

class Reader {
public:
  explicit Reader(Carrier const& carrier) : carrier_(carrier) {}

  /// The next form is one of those that are read.
  /// Spread over layouts and rounds alike.
  bool wants_next() { return (next_++ * 2'654'435'761U >> 16) % carrier_.one_of == 0; }

  Count read(std::string const& change, FormGrammar const& layout, PrintedForms forms, std::uint64_t seed) {
    auto const text = carrier_.write(forms);
    auto const document = convert({carrier_.file, text});
    std::vector<calibrate::FormTruth> truths;
    for (auto const& form : forms)
      truths.push_back(form.truth);
    Count count{.forms = 1};
    calibrate::for_each_outcome(truths, document, [&](calibrate::Outcome const& outcome) {
      ++count.fields;
      count.right += outcome.right();
      if (!outcome.silent())
        return;
      ++count.silent;
      if (++complaints_ <= most_complaints)
        MESSAGE(change, ": ", layout.name, " ", seed, " ", outcome.path, ": expected \"", outcome.expected,
                "\", read \"", outcome.read, "\"");
    });
    if (count.silent > 0 && std::getenv("JIXIAO_PRINTS"))
      std::printf("%s: %s %llu\n%s\n", change.c_str(), layout.name.c_str(), static_cast<unsigned long long>(seed),
                  text.c_str());
    return count;
  }

private:
  Carrier const& carrier_;
  std::size_t next_ = 0;
  std::uint64_t complaints_ = 0;
};

/// The form by a layout, if that has a column of names.
std::optional<PrintedForm> print(FormGrammar const& layout, Random& random) {
  auto form = printed_form(calibrate::print_layout(layout, random));
  return form.places.name < form.columns ? std::optional(std::move(form)) : std::nullopt;
}

/// Of amounts printed twice, or below another total, the print of a layout does not say which is meant.
std::vector<FormGrammar> find_layouts_read_as_printed() {
  auto out = calibrate::complete_layouts();
  auto const all = out.size();
  Reader reader(page);
  std::erase_if(out, [&](FormGrammar const& layout) {
    Count count;
    for (std::uint64_t seed = 0; seed < rounds; ++seed) {
      Random random(first_seed + seed);
      if (auto const form = print(layout, random))
        count.add(reader.read("as it is", layout, {&*form, 1}, seed));
    }
    return count.silent > 0;
  });
  CHECK(out.size() + all / 20 >= all);
  return out;
}

std::vector<FormGrammar> const& layouts_read_as_printed() {
  static auto const all = find_layouts_read_as_printed();
  return all;
}

std::vector<LayoutChange> all_changes() {
  std::vector<LayoutChange> out;
  for (auto const changes : {layout_changes(), label_changes(), content_changes(), row_changes()})
    out.insert(out.end(), changes.begin(), changes.end());
  if (auto const* const name = std::getenv("JIXIAO_CHANGE"))
    std::erase_if(out, [&](LayoutChange const& one) { return one.name.find(name) == std::string_view::npos; });
  return out;
}

Count read_changed(Carrier const& carrier, LayoutChange const& change) {
  Reader reader(carrier);
  Count count;
  std::string const name(change.name);
  auto const& layouts = layouts_read_as_printed();
  for (auto const& layout : layouts)
    for (std::uint64_t seed = 0; seed < rounds; ++seed) {
      if (!reader.wants_next())
        continue;
      Random random(first_seed + seed);
      auto form = print(layout, random);
      if (form && change.apply(*form, random))
        count.add(reader.read(name, layout, {&*form, 1}, seed));
    }
  count.print(std::string(carrier.name) + ": " + name);
  CHECK(count.forms > 0);
  return count;
}

Count read_changed_twice(Carrier const& carrier) {
  auto const changes = all_changes();
  Reader reader(carrier);
  Count count;
  for (auto const& layout : layouts_read_as_printed())
    for (std::uint64_t seed = 0; seed < pairs; ++seed) {
      if (!reader.wants_next())
        continue;
      Random random(2 * first_seed + seed);
      auto form = print(layout, random);
      auto const& first = random.one_of(changes);
      auto const& second = random.one_of(changes);
      if (form && first.name != second.name && first.apply(*form, random) && second.apply(*form, random))
        count.add(reader.read(std::string(first.name) + ", " + std::string(second.name), layout, {&*form, 1}, seed));
    }
  count.print(std::string(carrier.name) + ": two changes");
  return count;
}

/// Two forms on a page, by one layout or two, the first of them changed. Without a project a second table is one more
/// page of the first.
Count read_two_forms(Carrier const& carrier) {
  auto const changes = all_changes();
  auto const& layouts = layouts_read_as_printed();
  Reader reader(carrier);
  Count count;
  for (auto const& layout : layouts)
    for (std::uint64_t seed = 0; seed < pairs / 4 + 1; ++seed) {
      if (!reader.wants_next())
        continue;
      Random random(3 * first_seed + seed);
      auto first = print(layout, random);
      auto second = print(random.chance(50) ? layout : random.one_of(layouts), random);
      auto const& change = random.one_of(changes);
      auto const of_project = [](auto const& form) { return form && form->truth.fields.contains("project_name"); };
      if (of_project(first) && of_project(second) && (random.chance(30) || change.apply(*first, random)))
        count.add(reader.read("two forms, " + std::string(change.name), layout, std::array{*first, *second}, seed));
    }
  count.print(std::string(carrier.name) + ": two forms");
  return count;
}

} // namespace

TEST_CASE("what an office changes in a layout is read, or told of") {
  for (auto const& change : all_changes())
    CHECK(read_changed(page, change).silent == page.most_silent);
  CHECK(read_changed_twice(page).silent == page.most_silent);
  CHECK(read_two_forms(page).silent == page.most_silent);
}

TEST_CASE("so it is where spans are lost, but for a few fields") {
  for (auto const& carrier : flattened) {
    Count count;
    for (auto const& change : all_changes())
      count.add(read_changed(carrier, change));
    count.add(read_changed_twice(carrier));
    count.add(read_two_forms(carrier));
    count.print(std::string(carrier.name));
    CHECK(count.silent * 10'000 <= carrier.most_silent * count.fields);
  }
}
