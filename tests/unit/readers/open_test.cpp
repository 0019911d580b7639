#include "readers/reader.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace jixiao;
using namespace std::literals;

namespace {

struct Result {
  Opened opened;
  std::vector<Diagnostic> findings;

  bool reports(Code code) const { return findings.size() == 1 && findings[0].code == code && !opened.ok; }
};

/// `bytes` must outlive the result.
Result open(std::string_view bytes, std::string_view from = {}, Limits const& limits = {}) {
  DiagnosticSink sink;
  Result result{open_input({"表格/one.txt", bytes}, from, limits, sink), {}};
  result.findings = sink.take();
  return result;
}

std::string format_of(std::string_view bytes) {
  auto const result = open(bytes);
  return result.reports(Code::not_text) ? result.findings[0].arguments[0].value : "";
}

} // namespace

TEST_CASE("the source is described") {
  auto const result = open("a\tb\n");
  CHECK(result.opened.ok);
  CHECK(result.findings.empty());
  CHECK(result.opened.source.name == "one.txt");
  CHECK(result.opened.source.media_type == "text/tab-separated-values");
  CHECK(result.opened.source.encoding == "UTF-8");
  CHECK(result.opened.source.bytes == 4);
  CHECK(result.opened.source.sha256 == "5dd1197866f479824d9b483e1b7ae9ad3e518f3b4fd447c6b92d127dda6178c5");
}

TEST_CASE("nothing to read") {
  for (std::string_view const bytes :
       {""sv, " \t\r\n"sv, "\xEF\xBB\xBF"sv, "\xFF\xFE"sv, "\u3000\n"sv, "\xEF\xBB\xBF \n"sv})
    CHECK(open(bytes).reports(Code::empty_input));
}

TEST_CASE("an input beyond the limit is not looked at") {
  Limits limits;
  limits.bytes = 3;
  CHECK(open("a\tb", {}, limits).opened.ok);
  auto const result = open("a\tb\n", {}, limits);
  CHECK(result.reports(Code::input_too_large));
  CHECK_FALSE(result.opened.source.sha256.empty());
}

TEST_CASE("other formats are told by name, with what to do") {
  CHECK(format_of("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"sv) == "a PNG image");
  CHECK(format_of("\xFF\xD8\xFF\xE0"sv) == "a JPEG image");
  CHECK(format_of("GIF89a"sv) == "a GIF image");
  CHECK(format_of("II*\0"sv) == "a TIFF image");
  CHECK(format_of("BM\x10\0\0\0\0\0\0\0"sv) == "a BMP image");
  CHECK(format_of("PK\3\4....xl/workbook.bin"sv) == "a binary Excel workbook (.xlsb)");
  CHECK(format_of("PK\3\4....notes.txt"sv) == "a ZIP archive");
  CHECK(format_of("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"sv) ==
        "a Word 97-2003 or WPS document (.doc, .wps)");
  CHECK(open("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1..E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv)
            .reports(Code::encrypted_document));
  CHECK(format_of("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv) == "an OLE2 container (Office 97-2003)");
  CHECK(format_of("\x1F\x8B\x08"sv) == "a gzip archive");
  CHECK(format_of("7z\xBC\xAF\x27\x1C"sv) == "a 7z archive");
  CHECK(format_of("Rar!\x1A\x07"sv) == "a RAR archive");
  CHECK(format_of("\x7F"
                  "ELF"sv) == "a program");
}

TEST_CASE("a text that begins like another format is a text") {
  CHECK(open("BM\t项目名称\n").opened.ok);
  CHECK(open("GIF\tPK\n").opened.ok);
  CHECK(open("MZ\t1\n").opened.ok);
}

TEST_CASE("text without tabs is taken too; bytes that are no text are not") {
  CHECK(open("绩效目标表\n").opened.ok);
  auto const zeros = std::string(100, '\0') + "text";
  CHECK(open(zeros).findings.back().code == Code::not_text);
  CHECK_FALSE(open(zeros).opened.ok);
  CHECK(open("caf\xE9 \xFF").reports(Code::unknown_encoding));
}

TEST_CASE("a reader can be forced") {
  CHECK(open("%PDF-\t1\n", "tsv").opened.ok);
  CHECK(open("a\tb", "nonesuch").reports(Code::not_text));
}

TEST_CASE("damaged text is read and reported") {
  std::string text;
  for (int i = 0; i < 30; ++i)
    text += "机房\t维护\n";
  auto const result = open(text += "\xE9\xA1");
  CHECK(result.opened.ok);
  REQUIRE(result.findings.size() == 1);
  CHECK(result.findings[0].code == Code::truncated_utf8);
}

TEST_CASE("places are those of the bytes") {
  std::string_view const text = "标题\n\n项目\t机房维护\n";
  auto const result = open(text);
  auto const at = locate(result.opened, 1, 1);
  CHECK(at.line == 3);
  CHECK(at.column == 4);
  CHECK(at.table == 0);
  CHECK(at.row == 0);
  CHECK(at.cell == 1);
  CHECK(at.begin == text.find("机房"));
  CHECK(at.end == text.size() - 1);
  CHECK_FALSE(at.page);

  auto const paragraph = locate(result.opened, 0, 0);
  CHECK(paragraph.line == 1);
  CHECK_FALSE(paragraph.table);

  auto const row = locate(result.opened, 1, 99);
  CHECK_FALSE(row.cell);
  CHECK(row.row == 0);
  CHECK(row.begin == text.find("项目"));
  CHECK(row.end == text.size() - 1);
}

TEST_CASE("places in GB18030 are those of its bytes") {
  auto const result = open("\xCF\xEE\xC4\xBF\t\xBB\xFA\xB7\xBF\n");
  REQUIRE(result.opened.ok);
  CHECK(result.opened.source.encoding == "GB18030");
  CHECK(result.opened.reading.cells[1].text == "机房");
  auto const at = locate(result.opened, 0, 1);
  CHECK(at.begin == 5);
  CHECK(at.end == 9);
  CHECK(at.column == 4);
}

TEST_CASE("readers have names") {
  REQUIRE_FALSE(readers().empty());
  CHECK(readers().back().name == "tsv"); // which takes any text
}
