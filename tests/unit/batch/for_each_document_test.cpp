#include "../temporary_folder.hpp"

#include <jixiao/batch.hpp>

#include <doctest/doctest.h>

#include <algorithm>

using namespace jixiao;
using jixiao::test::TemporaryFolder;

namespace {

constexpr std::string_view form = "项目支出绩效目标表\n项目名称\t河道保洁\n一级指标\t二级指标\t三级指标\t指标值\n"
                                  "产出指标\t数量指标\t保洁河道条数\t≥12条\n";

void fill(TemporaryFolder const& folder) {
  for (int i = 10; i < 22; ++i)
    folder.write(std::to_string(i) + ".txt", i == 13 ? "" : form);
}

Batch batch_of(TemporaryFolder const& folder, unsigned jobs) {
  Batch out;
  out.inputs.paths = {folder.string(), "/nowhere/form.txt"};
  out.jobs = jobs;
  return out;
}

} // namespace

TEST_CASE("documents come whole and in the order of inputs, also those that could not be read") {
  TemporaryFolder const folder;
  fill(folder);
  for (unsigned const jobs : {1U, 4U}) {
    std::vector<Document> seen;
    auto const summary = for_each_document(batch_of(folder, jobs), [&](Document document) {
      seen.push_back(std::move(document));
      return true;
    });
    CHECK(summary.counts.documents == 13);
    REQUIRE(seen.size() == 13);
    CHECK(std::is_sorted(seen.begin(), seen.begin() + 12,
                         [](auto const& a, auto const& b) { return a.source.path < b.source.path; }));
    CHECK(fate_of(seen[3]) == Fate::refused);
    CHECK(fate_of(seen[12]) == Fate::failed);
    REQUIRE(seen[0].forms.size() == 1);
    CHECK(seen[0].forms[0].place_of("project_name")); // which JSON would not have
  }
}

TEST_CASE("what the callback gives or throws ends the run") {
  TemporaryFolder const folder;
  fill(folder);
  int taken = 0;
  CHECK(for_each_document(batch_of(folder, 2), [&](Document const&) { return ++taken < 3; }).cancelled);
  CHECK(taken == 3);
  CHECK_THROWS_AS(for_each_document(batch_of(folder, 2), [](Document const&) -> bool { throw 1; }), int);
}

TEST_CASE("what is unchanged has no document") {
  TemporaryFolder const folder;
  folder.write("a.txt", "");
  auto batch = batch_of(folder, 1);
  batch.known = [](std::string_view) {
    return KnownDocument{.sha256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"};
  };
  std::vector<std::string> paths;
  for_each_document(batch, [&](Document const& document) { return paths.push_back(document.source.path), true; });
  CHECK(paths == std::vector<std::string>{"/nowhere/form.txt"});
}
