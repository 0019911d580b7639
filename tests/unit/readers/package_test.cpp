#include "readers/package.hpp"

#include "readers/zip_directory.hpp"
#include "zip_maker.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace jixiao;
using namespace jixiao::testing;
using namespace std::literals;

namespace {

struct Result {
  std::optional<std::string> text;
  std::vector<Diagnostic> findings;

  bool reports(Code code) const { return findings.size() == 1 && findings[0].code == code; }
};

/// Opens a package and reads one part of it.
Result read(std::string const& bytes, std::string_view part, Limits const& limits = {}) {
  DiagnosticSink sink;
  Result result;
  if (auto package = Package::open(bytes, limits, sink))
    result.text = package->read(part);
  result.findings = sink.take();
  return result;
}

std::string random_text(std::size_t size) {
  std::mt19937 random(7);
  std::string text(size, ' ');
  for (auto& c : text)
    c = static_cast<char>(random());
  return text;
}

} // namespace

TEST_CASE("parts are read by their names") {
  auto const zip = make_zip({{"word/document.xml", "<a/>"}, {"empty", ""}});
  CHECK(read(zip, "word/document.xml").text == "<a/>");
  CHECK(read(zip, "/Word/DOCUMENT.xml").text == "<a/>");
  CHECK(read(zip, "empty").text == "");
  CHECK(read(zip, "empty").findings.empty());
}

TEST_CASE("a missing part is reported when it is required") {
  auto const zip = make_zip({{"a", "1"}});
  CHECK(read(zip, "b").reports(Code::damaged_part));
  DiagnosticSink sink;
  Limits const limits;
  auto package = Package::open(zip, limits, sink);
  REQUIRE(package);
  CHECK(package->has("/A"));
  CHECK_FALSE(package->has("b"));
  CHECK_FALSE(package->read("b", false));
  CHECK(sink.size() == 0);
}

TEST_CASE("what is no package, or half of one") {
  auto const zip = make_zip({{"a", random_text(1000)}});
  CHECK(read("PK\3\4 and no more", "a").reports(Code::damaged_package));
  CHECK(read(zip.substr(0, zip.size() / 2), "a").reports(Code::damaged_package));
}

TEST_CASE("flipped bits are found") {
  auto zip = make_zip({{"a", std::string(5000, 'x') + random_text(1000)}});
  zip[200] = static_cast<char>(zip[200] ^ 4);
  auto const result = read(zip, "a");
  CHECK(result.reports(Code::damaged_part));
  CHECK_FALSE(result.text);
}

TEST_CASE("a part over the limit is not unpacked") {
  auto const zip = make_zip({{"a", std::string(1000, 'x')}});
  Limits limits;
  limits.part_bytes = 1000;
  CHECK(read(zip, "a", limits).text);
  limits.part_bytes = 999;
  CHECK(read(zip, "a", limits).reports(Code::part_too_large));
}

TEST_CASE("a part that declares a smaller size than it has is not trusted") {
  auto zip = make_zip({{"a", std::string(100'000, 'x')}});
  zip = patch(zip, "\xA0\x86\x01\0"sv, "\x0A\0\0\0"sv);
  Limits limits;
  limits.part_bytes = 5000;
  CHECK_FALSE(read(zip, "a", limits).text);
}

TEST_CASE("all parts together have a limit") {
  auto const zip = make_zip({{"a", random_text(600)}, {"b", random_text(600)}});
  Limits limits;
  limits.inflated_bytes = 1000;
  DiagnosticSink sink;
  auto package = Package::open(zip, limits, sink);
  REQUIRE(package);
  CHECK(package->read("a"));
  CHECK_FALSE(package->read("b"));
  auto const findings = sink.take();
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == Code::package_too_large);
}

TEST_CASE("what is packed too well is not unpacked, beyond a size") {
  auto const zip = make_zip({{"a", std::string(100'000, ' ')}});
  Limits limits;
  limits.inflation_ratio = 100;
  limits.inflation_floor = 100'000;
  CHECK(read(zip, "a", limits).text);
  limits.inflation_floor = 50'000;
  CHECK(read(zip, "a", limits).reports(Code::inflation_ratio));
}

TEST_CASE("too many entries") {
  Limits limits;
  limits.entries = 2;
  CHECK(read(make_zip({{"a", "1"}, {"b", "2"}}), "a", limits).text);
  CHECK(read(make_zip({{"a", "1"}, {"b", "2"}, {"c", "3"}}), "a", limits).reports(Code::too_many_entries));
}

TEST_CASE("a directory that claims more entries than there can be") {
  auto zip = make_zip({{"a", "1"}});
  zip = patch(zip, "PK\5\6\0\0\0\0\1\0\1\0"sv, "PK\5\6\0\0\0\0\xF0\xFF\xF0\xFF"sv);
  CHECK(claimed_entries(zip) == 0xFFF0);
  CHECK(read(zip, "a").reports(Code::too_many_entries));
}

TEST_CASE("names that lead out of the package") {
  auto const zip = patch(make_zip({{"xx/secret", "1"}, {"a", "2"}}), "xx/secret", "../secret");
  auto const result = read(zip, "a");
  CHECK(result.text == "2");
  CHECK(result.reports(Code::unsafe_part_name));
  CHECK_FALSE(read(zip, "../secret").text);

  for (auto const* name : {"..", "a/../../b", "/etc/passwd", "C:\\x", "c:x"})
    CHECK(leads_out(name));
  for (auto const* name : {"", "a", "a/b", "a\\b", "[Content_Types].xml", "_rels/.rels", "a..b", "..."})
    CHECK_FALSE(leads_out(name));
}

TEST_CASE("a part that stands twice is read once, and reported") {
  auto const zip = patch(make_zip({{"part1", "first"}, {"partX", "second"}}), "partX", "part1");
  auto const result = read(zip, "part1");
  CHECK(result.text == "first");
  CHECK(result.reports(Code::damaged_part));
}

TEST_CASE("an encrypted part") {
  auto zip = make_zip({{"a", random_text(100)}});
  zip[6] = '\1'; // in the local header, and in the directory
  zip[zip.find("PK\1\2") + 8] = '\1';
  auto const result = read(zip, "a");
  CHECK_FALSE(result.text);
  CHECK(result.reports(Code::damaged_part));
}

TEST_CASE("what a ZIP file holds is told without unpacking, from a part of it too") {
  auto const zip = make_zip({{"[Content_Types].xml", "<a/>"}, {"word/document.xml", random_text(500)}});
  CHECK(zip_has_entry(zip, "word/"));
  CHECK(zip_has_entry(zip, "WORD/doc"));
  CHECK_FALSE(zip_has_entry(zip, "xl/"));
  CHECK(zip_has_entry(zip.substr(0, zip.size() / 2), "word/"));
  CHECK_FALSE(zip_has_entry(zip.substr(0, zip.size() / 2), "xl/"));
  CHECK_FALSE(zip_has_entry("word/", "word/"));
}

TEST_CASE("no cut and no flipped byte does harm") {
  auto const zip = make_zip({{"word/document.xml", std::string(300, 'x')}, {"b", "2"}});
  for (std::size_t at = 0; at < zip.size(); ++at) {
    read(zip.substr(0, at), "word/document.xml");
    auto flipped = zip;
    flipped[at] = static_cast<char>(~flipped[at]);
    read(flipped, "word/document.xml");
    zip_has_entry(flipped, "word/");
  }
}
