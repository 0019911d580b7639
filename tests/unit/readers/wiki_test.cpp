#include "readers/wiki/wiki.hpp"

#include "text/decode.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace jixiao;

namespace {

/// The cells of each row, with what they cover when that is more than a place; a paragraph is a row of one.
std::string read(std::string text) {
  text.reserve(64); // never a short string: views into it survive a move
  DiagnosticSink sink;
  auto const source = decode(text, sink);
  Limits const limits;
  auto const reading = read_wiki(source, limits, sink);
  std::string out;
  for (auto const& row : reading.rows) {
    for (auto const& cell : reading.cells_of(row)) {
      out.append(cell.x == 0 ? "" : "|").append(cell.text);
      if (cell.x_span * cell.y_span > 1)
        out.append("*").append(std::to_string(cell.x_span)).append("x").append(std::to_string(cell.y_span));
    }
    out += '\n';
  }
  return out;
}

Answer answer(std::string_view text) { return identify_wiki(text).answer; }

} // namespace

TEST_CASE("cells of AsciiDoc say before their bars what they cover") {
  CHECK(read("= 表\n\n[cols=\"2*\"]\n|===\n|甲 .2+|乙\n|丙\n2+^.^a|丁\n|===\n") == "表\n甲|乙*1x2\n丙|\n丁*2x1|\n");
  CHECK(read("|===\n|甲|乙|丙\n\n|1\n|2\\|3\n|4\n|===\n") == "甲|乙|丙\n1|2|3|4\n");
}

TEST_CASE("cells of MediaWiki have attributes, and links with another text") {
  CHECK(read("{| class=x\n|+ 名\n! 甲 !! 乙\n|-\n| colspan=2 | [[a|丙]]'''丁'''\n|}\n") == "甲|乙\n丙丁*2x1|\n");
  CHECK(read("{|\n|-\n| rowspan=\"3\" | 甲 || 乙\n继续\n") == "甲*1x3|乙\n继续\n");
}

TEST_CASE("rows of Textile, Jira, Creole and DokuWiki") {
  CHECK(read("h1. 表\n|\\2. 甲|/2. 乙|\n|丙|丁|\n") == "表\n甲*2x1||乙*1x2\n丙|丁|\n");
  CHECK(read("h2. 表\n||甲|{color:red}乙{color}||丙| |\n") == "表\n甲|乙|丙|\n");
  CHECK(read("|=甲|=乙|\n|1|2|\n") == "甲|乙\n1|2\n");
  CHECK(read("====== 表 ======\n^ 甲 ^ 乙 ^\n| ::: | 2 |\n") == "表\n甲*1x2|乙\n|2\n");
}

TEST_CASE("cells of MoinMoin say in angle brackets what they cover") {
  CHECK(read("#format wiki\n= 表 =\n||<-2> 甲 ||<|2:> 乙 ||\n|| 1 ||<#FFCC00> < 3 ||\n") ==
        "表\n甲*2x1||乙*1x2\n1|< 3|\n");
  CHECK(read("||<|2>甲||<style=\"color:red\">乙||\n||||丙||\n") == "甲*1x2|乙\n|丙*2x1|\n");
  CHECK(read("||<-2> 甲||<rowspan=\"2\">乙||\n||<5且>3||<-->||\n") == "甲*2x1||乙*1x2\n<5且>3|<-->|\n");
}

TEST_CASE("lists of lists of reStructuredText") {
  CHECK(read(".. list-table::\n   :widths: 1 2\n\n   * - 甲\n     - 乙\n   * - 1\n     - 2\n\n后\n") ==
        "甲|乙\n1|2\n后\n");
}

TEST_CASE("tables of other kinds of text are not of wikis") {
  CHECK(answer("# 表\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n") == Answer::no);
  CHECK(answer("甲 | 乙\n1 | 2\n") == Answer::no);
  CHECK(answer("|| 甲 || 乙 ||\n|| 1 || 2 ||\n") == Answer::no);
  CHECK(answer("= 5 =\n甲 | 乙\n") == Answer::no);
  CHECK(answer("|| 甲 ||<5> 乙 ||\n|| 1 ||<-> ||\n") == Answer::no);
  CHECK(answer("h1. 表\n\n|甲|乙|\n|1|2|\n") == Answer::yes);
  CHECK(answer("||<-2> 甲 ||\n|| 1 || 2 ||\n") == Answer::yes);
  CHECK(answer("|===\n|甲\n|乙\n|===\n") == Answer::yes);
}
