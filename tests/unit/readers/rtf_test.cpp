#include "readers/rtf/rtf.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace jixiao;

namespace {

/// The reading as a line a row: `_` for an empty cell, its spans behind a cell that has some; then what was found.
std::string read(std::string_view body, Limits const& limits = {}) {
  auto const bytes = "{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset134 SimSun;}{\\f1\\fcharset2 Wingdings;}}" +
                     std::string(body) + "}";
  DiagnosticSink sink;
  auto const opened = open_input({"form", bytes}, {}, limits, sink);
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

TEST_CASE("RTF is told by its content") {
  CHECK(identify_rtf("{\\rtf1 a}").answer == Answer::yes);
  CHECK(identify_rtf("\xEF\xBB\xBF\r\n{\\rtf1 a}").answer == Answer::yes);
  CHECK(identify_rtf("{\\rt").answer == Answer::no);
  CHECK(identify_rtf("").answer == Answer::no);
}

TEST_CASE("characters come from code pages, units of UTF-16 and words") {
  CHECK(read("\\f0 \\'cf\\'ee\\'c4\\'bf\\par") == "项目\n");
  CHECK(read("\xCF\xEE\xC4\xBF\\par") == "项目\n");
  CHECK(read("\\uc1\\u39033 ?\\u30446 ?\\par") == "项目\n");
  CHECK(read("\\uc2\\u-30700\\'b8\\'fa a\\par") == "蠔 a\n");
  CHECK(read("\\uc0\\u55357\\u56841\\par") == "😉\n");
  CHECK(read("a\\tab b\\emdash\\{\\par") == "a\tb—{\n");
  CHECK(read("\\f1\\'a8\\par") == "□\n");
  CHECK(read("\\f0\\'cf\\par a\\par") == "Ï\na\nS141\n");
}

TEST_CASE("cells have the spans that their edges say") {
  std::string const row = "\\trowd\\cellx100\\cellx200\\cellx300\\intbl a\\cell b\\cell c\\cell\\row";
  CHECK(read(row + "\\trowd\\cellx200\\cellx300\\intbl d\\cell e\\cell\\row") == "a b c\nd 2x1 _ e\n");
  CHECK(read(row + "\\trowd\\cellx205\\cellx300\\intbl d\\cell e\\cell\\row") == "a b c\nd 2x1 _ e\n");
  CHECK(read("\\trowd\\clvmgf\\cellx100\\cellx200\\intbl a\\cell b\\cell\\row"
             "\\trowd\\clvmrg\\cellx100\\cellx200\\intbl\\cell c\\cell\\row") == "a 1x2 b\n_ c\n");
  CHECK(read("\\trowd\\clmgf\\cellx100\\clmrg\\cellx200\\cellx300\\intbl a\\cell\\cell b\\cell\\row") == "a 2x1 _ b\n");
  CHECK(read("\\trowd\\trleft0\\cellx100\\intbl a\\par b\\cell\\row\\pard c\\par") == "a\nb\nc\n");
}

TEST_CASE("a row with a table in it is layout") {
  CHECK(read("\\trowd\\cellx100\\intbl x\\par\\itap2 a\\nestcell b\\nestcell"
             "{\\*\\nesttableprops\\trowd\\cellx50\\cellx100\\nestrow}{\\nonesttables\\par}"
             "\\pard\\intbl\\cell\\row") == "x\na b\n");
}

TEST_CASE("a table that fills the cell beside a label is a part of the form") {
  std::string const row = "\\trowd\\cellx100\\cellx200\\intbl a\\cell b\\cell\\row\n";
  std::string const line = "\\itap2 1\\nestcell 2\\nestcell 3\\nestcell 4\\nestcell"
                           "{\\*\\nesttableprops\\trowd\\cellx20\\cellx40\\cellx60\\cellx80\\nestrow}";
  std::string const head = "\\itap2 \\u19968?\\u32423?\\u25351?\\u26631?\\nestcell "
                           "\\u20108?\\u32423?\\u25351?\\u26631?\\nestcell 3\\nestcell 4\\nestcell"
                           "{\\*\\nesttableprops\\trowd\\cellx20\\cellx40\\cellx60\\cellx80\\nestrow}";
  std::string const lines = "一级指标 二级指标 3 4\n1 2 3 4\n1 2 3 4\n1 2 3 4\n", rows = "a b\na b\na b\na b\na b\n";
  CHECK(read(row + row + row + row + row + "\\trowd\\cellx100\\cellx200\\intbl x\\cell" + head + line + line + line +
             "\\pard\\intbl\\cell\\row") == rows + "x\n" + lines);
}

TEST_CASE("what is hidden, struck or deleted is no text") {
  CHECK(read("a{\\v b}c{\\strike d}\\par") == "ac\nG222 b\nG221 d\n");
  CHECK(read("a{\\deleted b}{\\revised c}\\par") == "ac\nG205\n");
  CHECK(read("{\\field{\\*\\fldinst PAGE}{\\fldrslt 7}}\\par") == "7\n");
  CHECK(read("{\\listtext 1.\\tab}A\\par{\\listtext 2.\\tab}\\u39033 ?\\par") == "1. A\n2.项\n");
  CHECK(read("{\\*\\unknown a}{\\header b\\par}c\\par") == "b\nc\n");
  CHECK(read("a{\\shp{\\*\\shpinst{\\sp x}{\\shptxt b\\par}}{\\shprslt y}}\\par") == "a\nb\n");
}

TEST_CASE("a note stands beside the text") {
  CHECK(read("a{\\footnote b\\par c}{\\footnote\\ftnalt d}e\\par") == "ae\nG226 a footnote\nG226 an endnote\n");
}

TEST_CASE("a picture is found once, whatever forms it is in") {
  CHECK(read("a{\\*\\shppict{\\pict 00ff}}{\\nonshppict{\\pict 00ff}}\\par") == "a\nG223 a picture\n");
}

TEST_CASE("groups and tables are read up to a depth") {
  Limits limits;
  limits.xml_depth = 4;
  limits.table_depth = 1;
  CHECK(read("a{{{{b}}}}\\par", limits) == "a\nS140\n");
  CHECK(read("\\intbl\\itap2 a\\nestcell b\\nestcell\\pard\\intbl\\cell\\row", limits).find("G203") !=
        std::string::npos);
}
