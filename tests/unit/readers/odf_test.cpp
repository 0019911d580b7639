#include "readers/odf/odf.hpp"

#include "tests/stored_package.hpp"

#include <doctest/doctest.h>

#include <string>

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

std::string package(std::string_view kind, std::string_view body, std::string_view styles = {}) {
  return test::stored_package(
      {{"mimetype", "application/vnd.oasis.opendocument." + std::string(kind == "text" ? "text" : "spreadsheet")},
       {"content.xml", "<o:d xmlns:o='o' xmlns:t='t' xmlns:x='x' xmlns:s='s'><o:automatic-styles>" +
                           std::string(styles) + "</o:automatic-styles><o:body><o:" + std::string(kind) + ">" +
                           std::string(body) + "</o:" + std::string(kind) + "></o:body></o:d>"}});
}

std::string text(std::string_view body, std::string_view styles = {}) {
  return read("odt", package("text", body, styles));
}

std::string sheet(std::string_view rows, std::string_view styles = {}) {
  return read("ods", package("spreadsheet", "<t:table t:name='a'>" + std::string(rows) + "</t:table>", styles));
}

} // namespace

TEST_CASE("OpenDocument files are told by their media type") {
  CHECK(identify_odt(package("text", "")).answer == Answer::yes);
  CHECK(identify_ods(package("text", "")).answer == Answer::no);
  CHECK(identify_ods(package("spreadsheet", "")).answer == Answer::yes);
  CHECK(identify_odt("PK").answer == Answer::no);
}

TEST_CASE("white space, breaks and spans of text") {
  CHECK(text("<x:p> a\n b<x:s x:c='2'/>c<x:tab/><x:span>d</x:span> <x:span>e</x:span><x:line-break/>f</x:p>") ==
        "a b  c\td e\nf\n");
  CHECK(text("<x:p>a<x:span x:style-name='h'>b</x:span><x:span x:style-name='t'>c</x:span></x:p>",
             "<s:style s:name='h' s:family='text'><s:text-properties x:display='none'/></s:style>"
             "<s:style s:name='t' s:family='text' s:parent-style-name='u'/>"
             "<s:style s:name='u' s:family='text'><s:text-properties s:text-line-through-style='solid'/></s:style>") ==
        "a\nG222 b\nG221 c\n");
}

TEST_CASE("notes and pictures are no text") {
  CHECK(text("<x:p>a<x:note x:note-class='footnote'><x:note-citation>1</x:note-citation><x:note-body><x:p>b</x:p>"
             "</x:note-body></x:note><d:frame><d:image/></d:frame></x:p>") == "a\nG226 a footnote\nG223 a picture\n");
}

TEST_CASE("tables have the spans they say") {
  CHECK(
      text("<t:table><t:table-row><t:table-cell t:number-rows-spanned='2'><x:p>a</x:p></t:table-cell>"
           "<t:table-cell t:number-columns-spanned='2'><x:p>b</x:p></t:table-cell><t:covered-table-cell/></t:table-row>"
           "<t:table-row><t:covered-table-cell/><t:table-cell><x:p>c</x:p></t:table-cell>"
           "<t:table-cell><x:p>d</x:p></t:table-cell></t:table-row></t:table>") == "a 1x2 b 2x1 _\n_ c d\n");
}

TEST_CASE("lists are numbered as their styles say") {
  CHECK(text("<x:list x:style-name='l'><x:list-item><x:p>a</x:p><x:p>b</x:p></x:list-item>"
             "<x:list-item><x:p>项</x:p></x:list-item></x:list>",
             "<x:list-style s:name='l'><x:list-level-style-number x:level='1' s:num-format='1' s:num-suffix='.'/>"
             "</x:list-style>") == "1. a\nb\n2.项\n");
}

TEST_CASE("sheets cost what they hold") {
  CHECK(sheet("<t:table-row t:number-rows-repeated='1048570'><t:table-cell t:number-columns-repeated='16384'/>"
              "</t:table-row><t:table-row><t:table-cell><x:p>a</x:p></t:table-cell></t:table-row>") == "a\n");
  CHECK(sheet("<t:table-row><t:table-cell t:number-columns-repeated='3'><x:p>a</x:p></t:table-cell></t:table-row>") ==
        "a a a\n");
}

TEST_CASE("a cell without a printed text shows its value, and a formula without one is reported") {
  CHECK(sheet("<t:table-row><t:table-cell o:value-type='float' o:value='1.50'/>"
              "<t:table-cell t:formula='of:=[.A1]'/></t:table-row>") == "1.50 _\nG208 [.A1]\n");
}

TEST_CASE("bars and icons may stand in place of numbers") {
  auto const with = [](std::string_view format) {
    return sheet(
        "<t:table-row><t:table-cell s:value-type='float' s:value='5'><x:p>5</x:p></t:table-cell><t:table-cell><x:p>甲"
        "</x:p></t:table-cell></t:table-row><c:conditional-formats xmlns:c='c'><c:conditional-format "
        "c:target-range-address='a.A1:a.A1'>" +
        std::string(format) + "</c:conditional-format></c:conditional-formats>");
  };
  CHECK(with("<c:data-bar c:show-value='false'/>") == "_ 甲\nG222 5\n");
  CHECK(with("<c:data-bar/>") == "5 甲\n");
  CHECK(with("<c:icon-set><c:formatting-entry c:show-value='false'/></c:icon-set>") == "_ 甲\nG222 5\n");
}
