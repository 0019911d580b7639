#include "tests/unit/outputs/written.hpp"
#include "tests/unit/writers/sample_document.hpp"

#include "writers/tables.hpp"

#include <rapidjson/document.h>

using namespace jixiao;

namespace {

struct Written {
  Written() { test::write({test::full_document()}, {OutputFormat::csv, folder / "out", false, false, {}}); }

  std::string content(std::string const& name) const { return test::content(folder / ("out/" + name)); }

  test::TemporaryFolder folder;
};

} // namespace

TEST_CASE("the data package tells of each file what is in it") {
  Written const written;
  rapidjson::Document package;
  REQUIRE_FALSE(package.Parse(written.content("datapackage.json").c_str()).HasParseError());
  auto const& resources = package["resources"];
  REQUIRE(resources.Size() == tidy_tables().size());
  for (auto const& resource : resources.GetArray()) {
    auto const csv = written.content(resource["path"].GetString());
    CAPTURE(resource["path"].GetString());
    CHECK(resource["bytes"].GetUint64() == csv.size());
    CHECK(std::string_view(resource["hash"].GetString()).size() == std::string_view("sha256:").size() + 64);
    std::string header;
    for (auto const& field : resource["schema"]["fields"].GetArray())
      header.append(header.empty() ? "" : ",").append(field["name"].GetString());
    CHECK(csv.starts_with(header + "\r\n"));
  }
}

TEST_CASE("files have their names when all of them are whole") {
  test::TemporaryFolder folder;
  {
    auto const output = make_output({OutputFormat::csv, folder / "out", false, false, {}});
    CHECK(output->take(output->render(test::full_document(), 0)));
  }
  CHECK(std::filesystem::is_empty(folder / "out"));
}
