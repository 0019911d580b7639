#include "readers/ole2/compound_file.hpp"

#include "readers/doc/doc.hpp"
#include "readers/xls/records.hpp"
#include "readers/xls/strings.hpp"
#include "readers/xls/xls.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

using namespace std::string_literals;
using namespace std::string_view_literals;

using namespace jixiao;

namespace {

/// The reading as a line a row: `_` for an empty cell, its spans behind a cell that has some; then what was found.
std::string read(std::string_view reader, std::string_view bytes, Limits const& limits = {}) {
  DiagnosticSink sink;
  auto const opened = open_input({"form", bytes}, reader, limits, sink);
  std::string out;
  for (auto const& row : opened.reading.rows) {
    for (auto const& cell : opened.reading.cells_of(row)) {
      (out += cell.text.empty() ? "_" : cell.text) += ' ';
      if (cell.x_span > 1 || cell.y_span > 1)
        out.append(std::to_string(cell.x_span)).append("x").append(std::to_string(cell.y_span)).append(" ");
    }
    out.back() = '\n';
  }
  for (auto const& note : opened.reading.notes)
    out.append(info(note.code).id).append(" ").append(note.arguments.at(0).value).append("\n");
  for (auto const& finding : sink.take())
    out.append(info(finding.code).id).append("\n");
  return out;
}

} // namespace

namespace {

std::string carrier(std::string_view name) {
  std::ifstream in(std::filesystem::path(JIXIAO_SOURCE_DIR) / "tests/carriers/target_table" / name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// With all chains of sectors leading to one sector.
std::string with_loops(std::string bytes) {
  auto const table = (static_cast<unsigned char>(bytes[76]) + std::size_t{1}) * 512;
  for (std::size_t at = table; at + 4 <= table + 512 && at + 4 <= bytes.size(); at += 4)
    bytes.replace(at, 4, "\2\0\0\0"sv);
  return bytes;
}

} // namespace

TEST_CASE("streams are read over their chains") {
  auto const bytes = carrier("libreoffice.xls");
  auto file = ole2::CompoundFile::open(bytes);
  REQUIRE(file);
  CHECK(file->has("workbook"));
  CHECK_FALSE(file->has("WordDocument"));
  CHECK_FALSE(file->stream("none"));
  CHECK(file->stream("Workbook")->size() >= 4096);
  CHECK_FALSE(file->is_damaged());
}

TEST_CASE("a file that is cut off is read as far as it goes, and loops end") {
  auto const bytes = carrier("libreoffice.doc");
  for (std::size_t size = 0; size < bytes.size(); size += 997)
    CHECK(read("doc", std::string_view(bytes).substr(0, size)).size() > 0);
  CHECK(read("doc", with_loops(bytes)).find("S1") != std::string::npos);
  CHECK(read("xls", with_loops(carrier("libreoffice.xls"))).find("S1") != std::string::npos);
}

TEST_CASE("documents and workbooks are told by their streams") {
  CHECK(identify_xls(carrier("libreoffice.xls")).answer == Answer::yes);
  CHECK(identify_doc(carrier("libreoffice.doc")).answer == Answer::yes);
  CHECK(identify_doc(carrier("libreoffice.xls")).answer == Answer::no);
  CHECK(identify_xls("<html>").answer == Answer::no);
}

TEST_CASE("a sheet without a workbook and a container is read") {
  auto const head = "\x09\x08\x08\0\0\0\x10\0\0\0\0\0"s, end = "\x0A\0\0\0"s;
  auto const label = [](char row, char column, std::string const& text) {
    auto const size = static_cast<char>(text.size());
    return "\x04\x02"s + static_cast<char>(8 + size) + '\0' + row + '\0' + column + "\0\0\0"s + size + '\0' + text;
  };
  auto const rows = label(0, 0, "\xCF\xEE\xC4\xBF") + label(0, 1, "名称") + label(1, 0, "a") + label(1, 1, "b");
  CHECK(identify_xls(head).answer == Answer::yes);
  CHECK(identify_xls("\x09\x08\x08\0\0\0\x05\0\0\0\0\0"s).answer == Answer::no);
  CHECK(read("xls", head + rows + end) == "项目 名称\na b\n");
  CHECK(read("xls", head + rows) == "项目 名称\na b\nS114\n");
}

TEST_CASE("a record that claims more bytes than there are ends with the stream") {
  xls::Records records("\x09\x08\x02\0ab\x3c\0\x01\0c\xfc\0\xff\xffxy"sv, 0);
  auto const first = records.next();
  CHECK((first && first->data == "ab" && first->continued.size() == 1));
  CHECK_FALSE(records.was_cut());
  CHECK(records.next()->data == "xy");
  CHECK(records.was_cut());
  CHECK_FALSE(records.next());
}

TEST_CASE("a string goes on in the next record, which says anew whether its characters are wide") {
  xls::Record record{xls::shared_strings, 0, "\1\0\0\0\1\0\0\0\4\0\0ab"sv, {"\1\x79\x98\xee\x76"sv}};
  CodePages pages;
  auto const strings = xls::read_shared_strings(record, {true, 1252, pages});
  REQUIRE(strings.size() == 1);
  CHECK(xls::to_utf8(strings[0].text) == "ab项目");
}
