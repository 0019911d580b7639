#include <jixiao/grammar_set.hpp>

#include "forms/grammar_set_impl.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <thread>
#include <vector>

using namespace jixiao;

namespace {

constexpr std::string_view county =
    "form county-2031 { family declaration place \"某县\" years 2031..2032 title \"申报表\" | \"申请表\" }";

std::vector<std::string> names(GrammarSet const& set) {
  std::vector<std::string> result;
  for (auto const& info : set.list())
    result.push_back(info.name);
  return result;
}

GrammarInfo info_of(GrammarSet const& set, std::string_view name) {
  for (auto const& info : set.list())
    if (info.name == name)
      return info;
  return {};
}

} // namespace

TEST_CASE("the built-in forms are listed") {
  auto const all = names(GrammarSet::builtin());
  CHECK(all.size() > 60);
  CHECK(std::ranges::find(all, "shanghai-declaration") != all.end());
  auto const info = info_of(GrammarSet::builtin(), "shanghai-declaration");
  CHECK(info.family == "declaration");
  CHECK(info.place == "上海");
  CHECK(info.years == "2024-");
  CHECK(info.title == "财政项目支出绩效目标申报表");
}

TEST_CASE("a form that extends another is listed with what it takes over") {
  auto const info = info_of(GrammarSet::builtin(), "sichuan-transfer-target");
  CHECK(info.family == "target_table");
  CHECK(info.base == "national-transfer-target");
  auto const flat = GrammarSet::builtin().flat("sichuan-transfer-target");
  CHECK(flat.starts_with("form sichuan-transfer-target {"));
  CHECK(flat.find("extends") == std::string::npos);
  CHECK(flat.find("\"中央主管部门\"") != std::string::npos); // of its base
  CHECK(flat.find("-> project_name") != std::string::npos);  // of the base of that
  CHECK(GrammarSet::builtin().flat("no-such-form").empty());
}

TEST_CASE("a form may extend a built-in one, and one that was added before") {
  GrammarSet set;
  CHECK(set.add("form county { extends national-self-evaluation place \"某县\" }", "county.form").empty());
  CHECK(set.add("form town { extends county years 2031 }", "town.form").empty());
  auto const info = info_of(set, "town");
  CHECK(info.family == "self_evaluation");
  CHECK(info.place == "某县");
  CHECK(info.years == "2031");
  CHECK(info.base == "county");
  CHECK(set.add("form village { extends toown }", "village.form").at(0).what ==
        "there is no form \"toown\"; did you mean \"town\"?");
}

TEST_CASE("the source of a form is its own text") {
  auto const source = GrammarSet::builtin().source("shanghai-declaration");
  CHECK(source.starts_with("form shanghai-declaration {"));
  CHECK(source.ends_with("}"));
  CHECK(GrammarSet::builtin().source("no-such-form").empty());
}

TEST_CASE("a form is added, and the built-in set stays as it is") {
  GrammarSet set;
  auto const before = set.list().size();
  CHECK(set.add(county, "county.form").empty());
  CHECK(set.list().size() == before + 1);
  CHECK(GrammarSet::builtin().list().size() == before);
  CHECK(info_of(set, "county-2031").years == "2031-2032");
  CHECK(info_of(set, "county-2031").title == "申报表");
  CHECK(set.source("county-2031") == county);
}

TEST_CASE("a form of the same name is replaced in its place") {
  GrammarSet set;
  auto const before = names(set);
  CHECK(set.add("form shanghai-declaration { family declaration years 2030 title \"新表\" }", "new.form").empty());
  CHECK(names(set) == before);
  CHECK(info_of(set, "shanghai-declaration").title == "新表");
  CHECK(info_of(set, "shanghai-declaration").years == "2030");
}

TEST_CASE("on errors nothing is added, not even the good forms of the file") {
  GrammarSet set;
  auto const before = names(set);
  auto const errors = set.add(std::string(county) + "\nform broken {", "county.form");
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].file == "county.form");
  CHECK(errors[0].line == 2);
  CHECK(names(set) == before);
}

TEST_CASE("copies share until one of them changes") {
  GrammarSet first;
  GrammarSet second = first;
  CHECK(&first.impl() == &second.impl());
  CHECK(second.add(county, "county.form").empty());
  CHECK(first.list().size() + 1 == second.list().size());
  GrammarSet third = std::move(second);
  CHECK(third.list().size() == first.list().size() + 1);
  CHECK(second.list().size() == third.list().size()); // moved from, and still of use
  first = third;
  CHECK(&first.impl() == &third.impl());
}

TEST_CASE("the built-in forms may be asked for by many threads at once") {
  std::vector<GrammarSet::Impl const*> seen(8);
  std::vector<std::thread> threads;
  for (auto& one : seen)
    threads.emplace_back([&one] { one = &GrammarSet::builtin().impl(); });
  for (auto& thread : threads)
    thread.join();
  CHECK(std::ranges::count(seen, seen[0]) == 8);
}

TEST_CASE("every built-in form is read again from what is printed of it") {
  for (auto const& info : GrammarSet::builtin().list()) {
    CAPTURE(info.name);
    GrammarSet set;
    REQUIRE(set.add("form base-of-none { base family declaration }", "base.form").empty());
    // The vocabulary knows where labels without an arrow lead; only a form with a base may have such.
    auto const flat = GrammarSet::builtin().flat(info.name);
    auto text = flat;
    text.insert(text.find('{') + 1, " extends base-of-none");
    for (auto const& error : set.add(text, "flat.form"))
      FAIL_CHECK(error.line << ": " << error.what << "\n" << error.excerpt);
    CHECK(set.flat(info.name) == flat);
  }
}
