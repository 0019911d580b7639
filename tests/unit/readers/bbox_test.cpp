#include "readers/bbox/bbox.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace jixiao;

namespace {

struct Text {
  double x, y;
  std::string text;
};

constexpr double size = 10, pitch = 12;

/// A page as pdftotext -bbox prints it; every character as wide as it is high.
std::string page(std::vector<Text> const& texts) {
  std::string out = "<html><body><doc>\n<page width=\"595\" height=\"842\">\n";
  for (auto const& [x, y, text] : texts) {
    double characters = 0;
    for (char const c : text) {
      auto const byte = static_cast<unsigned char>(c);
      characters += (byte & 0xC0) == 0x80 ? 0 : byte < 0x80 ? 0.5 : 1;
    }
    out += "<word xMin=\"" + std::to_string(x) + "\" yMin=\"" + std::to_string(y) + "\" xMax=\"" +
           std::to_string(x + characters * size) + "\" yMax=\"" + std::to_string(y + size) + "\">" + text + "</word>\n";
  }
  return out + "</page>\n</doc></body></html>\n";
}

struct Result {
  std::string text;
  SourceText source;
  Reading reading;
  std::vector<Diagnostic> findings;

  std::vector<std::string_view> cells(std::size_t row) const {
    std::vector<std::string_view> texts;
    for (auto const& cell : reading.cells_of(reading.rows.at(row)))
      texts.push_back(cell.text);
    return texts;
  }
};

Result read(std::string text, decltype(read_bbox)* reader = read_bbox) {
  Result result{std::move(text), {}, {}, {}};
  DiagnosticSink sink;
  result.source = decode(result.text, sink);
  result.reading = reader(result.source, Limits{}, sink);
  result.findings = sink.take();
  return result;
}

using Texts = std::vector<std::string_view>;

} // namespace

TEST_CASE("only pages of words are boxes") {
  CHECK(identify_bbox(page({{100, 100, "甲"}})).answer == Answer::yes);
  CHECK(identify_bbox("<html><body><page>甲</page></body></html>").answer == Answer::no);
  CHECK(identify_bbox("甲").answer == Answer::no);
}

TEST_CASE("a page without words is empty") {
  CHECK(read(page({})).reading.rows.empty());
  CHECK(read("").reading.rows.empty());
}

TEST_CASE("words of one height are a row, in the order of the page from left to right") {
  auto const result = read(page({{200, 100, "乙"}, {100, 100, "甲"}, {100, 130, "丙"}, {200, 130, "丁"}}));
  REQUIRE(result.reading.rows.size() == 2);
  CHECK(result.cells(0) == Texts{"甲", "乙"});
  CHECK(result.cells(1) == Texts{"丙", "丁"});
}

TEST_CASE("character references are read, and words keep their place") {
  auto const result = read(page({{100, 100, "&lt;甲&amp;"}, {200, 100, "乙"}}));
  CHECK(result.cells(0) == Texts{"<甲&", "乙"});
  auto const& cell = result.reading.cells.back();
  CHECK(result.text.substr(cell.begin, cell.end - cell.begin) == "乙");
  CHECK(cell.line == 4);
}

TEST_CASE("boxes that no page can have are left out") {
  auto text = page({{100, 100, "甲"}});
  text += "<word xMin=\"nan\" yMin=\"1\" xMax=\"2\" yMax=\"3\">乙</word>"
          "<word xMin=\"9\" yMin=\"1\" xMax=\"2\" yMax=\"3\">丙</word>"
          "<word xMin=\"1e300\" yMin=\"1\" xMax=\"1e301\" yMax=\"3\">丁</word><word>戊</word><word xMin=\"";
  auto const result = read(text);
  REQUIRE(result.reading.rows.size() == 1);
  CHECK(result.cells(0) == Texts{"甲"});
}

TEST_CASE("lines at the pitch are one cell, a little more begins a row") {
  auto const result = read(page({{100, 100, "绿化养护"},
                                 {200, 100, "三十"},
                                 {100, 100 + pitch, "面积"},
                                 {100, 100 + 2 * pitch + 1, "河道保洁"},
                                 {200, 100 + 2 * pitch + 1, "五十"},
                                 {100, 100 + 3 * pitch + 1, "长度"}}));
  REQUIRE(result.reading.rows.size() == 2);
  CHECK(result.cells(0) == Texts{"绿化养护面积", "三十"});
  CHECK(result.cells(1) == Texts{"河道保洁长度", "五十"});
}

TEST_CASE("a text under several texts covers their columns") {
  auto const result = read(page({{100, 100, "名称"},
                                 {200, 100, "桥梁"},
                                 {300, 100, "类别"},
                                 {400, 100, "新建"},
                                 {100, 130, "单位"},
                                 {200, 130, "某县交通运输局公路管理所及其下属各站"}}));
  REQUIRE(result.reading.rows.size() == 2);
  auto const& wide = result.reading.cells_of(result.reading.rows[1])[1];
  CHECK(wide.x == 1);
  CHECK(wide.x_span == 3);
}

TEST_CASE("a label in the middle of rows goes to the first of them") {
  auto const result = read(page({{20, 100, "类别"},
                                 {150, 100, "名称"},
                                 {300, 100, "数值"},
                                 {150, 120, "桥梁数量"},
                                 {300, 120, "三座"},
                                 {20, 130, "产出"},
                                 {150, 140, "道路长度"},
                                 {300, 140, "九里"},
                                 {150, 160, "居民满意"},
                                 {300, 160, "很高"},
                                 {20, 170, "效益"},
                                 {150, 180, "出行时间"},
                                 {300, 180, "缩短"}}));
  REQUIRE(result.reading.rows.size() == 5);
  CHECK(result.cells(1) == Texts{"产出", "桥梁数量", "三座"});
  CHECK(result.cells(2) == Texts{"", "道路长度", "九里"});
  CHECK(result.cells(3) == Texts{"效益", "居民满意", "很高"});
  CHECK(result.reading.cells_of(result.reading.rows[1])[0].y_span == 2);
}

TEST_CASE("the table of words gives the same") {
  std::string const text =
      "level\tpage_num\tpar_num\tblock_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
      "1\t1\t0\t0\t0\t0\t0\t0\t595\t842\t-1\t###PAGE###\n"
      "5\t1\t0\t0\t0\t0\t100\t100\t10\t10\t100\t甲\n"
      "5\t1\t0\t0\t0\t1\t200\t100\t10\t10\t100\t乙\n"
      "5\t1\t0\t0\t0\t1\t200\n";
  CHECK(identify_word_table(text).answer == Answer::yes);
  CHECK(identify_word_table("level\t甲\n").answer == Answer::no);
  auto const result = read(text, read_word_table);
  REQUIRE(result.reading.rows.size() == 1);
  CHECK(result.cells(0) == Texts{"甲", "乙"});
}

TEST_CASE("a line in the margin of each page is left out, and the title of a form there is not") {
  auto const two_pages = [](std::string const& line) {
    auto const one = page({{240, 40, line}, {100, 200, "项目名称"}, {200, 200, "甲"}, {100, 230, "实施单位"}});
    auto const begin = one.find("<page"), end = one.find("</doc>");
    return std::string(one).insert(end, one.substr(begin, end - begin));
  };
  auto const count = [](Result const& result, std::string_view text) {
    return std::ranges::count(result.reading.cells, text, &Cell::text);
  };
  CHECK(count(read(two_pages("青湾县年度公开资料")), "青湾县年度公开资料") == 0);
  CHECK(count(read(two_pages("项目支出绩效目标表")), "项目支出绩效目标表") == 2);
}
