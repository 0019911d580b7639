#include "forms/contents.hpp"

#include "readers/tsv/tsv.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

std::vector<std::string> entries(std::string const& text) {
  jixiao::DiagnosticSink sink;
  jixiao::SourceText source;
  source.text = text;
  source.encoding = "UTF-8";
  source.bytes = text;
  auto const reading = jixiao::read_tsv(source, {}, sink);
  return find_contents(read_texts(reading)).entries;
}

using Entries = std::vector<std::string>;

} // namespace

TEST_CASE("numbered names of what the tables hold are a list of contents") {
  CHECK(entries("某局自评表\n1.道路养护经费\n2.苗圃更新项目\n\n项目名称\t道路养护经费\n") ==
        Entries{"道路养护经费", "苗圃更新项目"});
  CHECK(entries("1.道路养护经费\n2.苗圃更新项目\n\n项目名称\t苗圃吏新项目\n") ==
        Entries{"道路养护经费", "苗圃更新项目"});
}

TEST_CASE("numbered sentences, and names that no table has, are none") {
  CHECK(entries("1.完成道路养护；\n2.更新苗圃设备；\n\n项目名称\t完成道路养护\n").empty());
  CHECK(entries("1.道路养护经费\n2.苗圃更新项目\n\n项目名称\t信息系统运维\n").empty());
  CHECK(entries("1.道路养护经费\n\n项目名称\t道路养护经费\n").empty());
}
