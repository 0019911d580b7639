#include <jixiao/read_json.hpp>

#include <jixiao/convert.hpp>
#include <jixiao/writers.hpp>

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

using namespace jixiao;

namespace {

std::string text_of(std::filesystem::path const& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string json_of(Document const& document) {
  std::string out;
  write_json(out, document, JsonStyle::compact);
  return out;
}

std::string error_of(std::string_view text) {
  auto const read = read_json(text);
  return read ? "" : read.error().where + ": " + read.error().what;
}

} // namespace

TEST_CASE("the documents of all samples are written as they were read") {
  int documents = 0;
  for (auto const* const folder : {JIXIAO_SAMPLES_DIR, JIXIAO_TEST_DIR "/golden/unreadable"})
    for (auto const& entry : std::filesystem::directory_iterator(folder)) {
      auto const text = text_of(entry.path() / "expected.json");
      if (text.empty())
        continue;
      INFO(entry.path().string());
      auto const document = read_json(text);
      REQUIRE(document.has_value());
      std::string again;
      write_json(again, *document);
      CHECK(again + '\n' == text);
      ++documents;
    }
  CHECK(documents > 200);
}

TEST_CASE("what a document says besides its values is read back") {
  auto const document = convert({"form.txt", "项目名称\t河道保洁\n备用\t甲\t乙\n"});
  auto const again = read_json(json_of(document));
  REQUIRE(again);
  CHECK(again->source.sha256 == document.source.sha256);
  CHECK(fate_of(*again) == fate_of(document));
  REQUIRE(again->diagnostics.size() == document.diagnostics.size());
  for (std::size_t i = 0; i < again->diagnostics.size(); ++i)
    CHECK(message(again->diagnostics[i], Language::zh) == message(document.diagnostics[i], Language::zh));
}

TEST_CASE("what is no document says where") {
  CHECK(error_of("") == "1:1: The document is empty.");
  CHECK(error_of("{\n  \"schema\": }").starts_with("2:13: "));
  CHECK(error_of("[]") == ": expected an object");
  CHECK(error_of("{}") == ": expected a document of the schema jixiao/1");
  CHECK(error_of(R"({"schema": "jixiao/2"})") == ": expected a document of the schema jixiao/1");
  CHECK(error_of(R"({"schema": "jixiao/1", "forms": {}})") == "/forms: expected a list");
  CHECK(error_of(R"({"schema": "jixiao/1", "forms": [{"kind": 3}]})") == "/forms/0/kind: expected a text");
  CHECK(error_of(R"({"schema": "jixiao/1", "forms": [{"funds": [{"number": 1e3}]}]})") ==
        "/forms/0/funds/0/number: expected a decimal number of at most 18 digits");
  CHECK(error_of(R"({"schema": "jixiao/1", "source": {"bytes": -1}})") ==
        "/source/bytes: expected a whole number that fits");
  CHECK(error_of(R"({"schema": "jixiao/1", "forms": [{"at": {"bytes": [1]}}]})") ==
        "/forms/0/at/bytes: expected two offsets");
  CHECK(error_of(R"({"schema": "jixiao/1", "diagnostics": [{"code": "X999"}]})") ==
        "/diagnostics/0/code: no such code: X999");
  CHECK(error_of(R"({"schema": "jixiao/1", "diagnostics": [{"code": "S110", "arguments": {"colour": "red"}}]})") ==
        "/diagnostics/0/arguments: no message has an argument \"colour\"");
}

TEST_CASE("members that are missing are empty, others are passed over") {
  auto const document = read_json(R"({"schema": "jixiao/1", "forms": [{"title": null, "colour": "red"}]})");
  REQUIRE(document);
  REQUIRE(document->forms.size() == 1);
  CHECK(!document->forms[0].title);
  CHECK(document->source.name.empty());
}
