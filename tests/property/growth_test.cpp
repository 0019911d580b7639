#include "tests/property/allocations.hpp"
#include "tests/property/damages.hpp"

#include <jixiao/convert.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace jixiao;
using namespace jixiao::property;

namespace {

struct Work {
  std::size_t allocations = 0, findings = 0, indicators = 0;
};

Work work_on(std::string const& text) {
  Options options;
  options.limits.diagnostics = 1'000'000;
  auto const before = allocations();
  auto const document = convert({"sample.txt", text}, options);
  Work work{allocations() - before, document.diagnostics.size(), 0};
  for (auto const& form : document.forms)
    work.indicators += form.indicators.size();
  return work;
}

/// Many forms, a third of their rows damaged.
std::string many_forms(std::size_t count) {
  Random random(7);
  std::vector<Print> prints;
  for (std::size_t i = 0; i < count; ++i) {
    auto form = invent_declaration(random);
    auto print = print_clean(form, random.chance(50));
    for (auto row = form.entries.size(); row-- > 0;)
      if (random.chance(33))
        random.one_of(damages()).apply(print, row, form.entries[row], random);
    prints.push_back(std::move(print));
  }
  return to_text(prints);
}

/// One table of many rows, each a column too far to the right.
std::string one_long_table(std::size_t rows) {
  Random random(8);
  auto form = invent_declaration(random);
  form.entries.clear();
  for (std::size_t i = 0; i < rows; ++i)
    form.entries.push_back(
        {"产出指标", i % 2 == 0 ? "数量指标" : "质量指标", "第" + std::to_string(i) + "处凉亭", "≥2.00(座)"});
  auto print = print_clean(form, false);
  for (auto& entry : print.table)
    entry.front().insert(entry.front().begin(), "");
  return to_text({print});
}

void check_growth(std::string (*text)(std::size_t), std::size_t size) {
  auto const once = work_on(text(size));
  auto const twice = work_on(text(2 * size));
  CHECK(once.indicators > 0);
  CHECK(once.findings > 0);
  CHECK(twice.findings < once.findings * 23 / 10);
  CHECK(twice.allocations < once.allocations * 23 / 10);
}

} // namespace

TEST_CASE("twice the rows are at most about twice the work") {
  SUBCASE("in many forms") { check_growth(many_forms, 100); }
  SUBCASE("in one long table") { check_growth(one_long_table, 1500); }
}
