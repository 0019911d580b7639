#include "../temporary_folder.hpp"

#include <jixiao/batch.hpp>

#include <doctest/doctest.h>

using namespace jixiao;

TEST_CASE("a file is converted under its path") {
  test::TemporaryFolder const folder;
  folder.write("form.txt", "项目支出绩效目标表\n项目名称\t河道保洁\n一级指标\t二级指标\t三级指标\t指标值\n"
                           "产出指标\t数量指标\t保洁河道条数\t≥12条\n");
  auto const document = convert_file(folder.string() + "/form.txt");
  REQUIRE(document.forms.size() == 1);
  CHECK(document.forms[0].project_name == "河道保洁");
  CHECK(document.source.name == "form.txt");
  CHECK(document.source.path == folder.string() + "/form.txt");
  CHECK(convert_file(folder.string() + "/form.txt", {.from = "html"}).source.media_type == "text/html");
}

TEST_CASE("a file that is not there is a document that says so") {
  auto const document = convert_file("/nowhere/form.txt");
  CHECK(fate_of(document) == Fate::failed);
  REQUIRE(document.diagnostics.size() == 1);
  CHECK(document.diagnostics[0].code == Code::unreadable_file);
}

TEST_CASE("a file over the limit is refused") {
  test::TemporaryFolder const folder;
  folder.write("form.txt", "项目名称\t河道保洁\n");
  Options options;
  options.limits.bytes = 10;
  CHECK(fate_of(convert_file(folder.string() + "/form.txt", options)) == Fate::refused);
}
