#include "readers/csv/csv.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace jixiao;

namespace {

struct Result {
  std::string text;
  SourceText source;
  Reading reading;
  std::vector<Diagnostic> findings;

  std::vector<std::string> cells(std::size_t row) const {
    std::vector<std::string> texts;
    for (auto const& cell : reading.cells_of(reading.rows.at(row)))
      texts.emplace_back(cell.text);
    return texts;
  }
};

Result read(std::string text, Limits const& limits = {}) {
  text.reserve(32); // never a short string: views into it survive a move
  Result result{std::move(text), {}, {}, {}};
  DiagnosticSink sink;
  result.source = decode(result.text, sink);
  result.reading = read_csv(result.source, limits, sink);
  result.findings = sink.take();
  return result;
}

using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("nothing, one record, many records") {
  CHECK(read("").reading.blocks.empty());
  CHECK(read("\n\r\n").reading.blocks.empty());
  CHECK(read("标题\n").reading.blocks[0].kind == BlockKind::paragraph);
  auto const many = read("标题\r\na,b\r\nc,,d\r\n\r\n尾\r\n,e,");
  REQUIRE(many.reading.blocks.size() == 4);
  CHECK(many.cells(2) == Texts{"c", "", "d"});
  CHECK(many.cells(4) == Texts{"", "e", ""});
  CHECK(many.reading.cells.back().line == 6);
}

TEST_CASE("quotes") {
  auto const table = read("\"a,b\",\"c \"\"d\"\"\",\"e\r\nf\"\nx,\"\",\"g\"\n");
  CHECK(table.cells(0) == Texts{"a,b", "c \"d\"", "e\nf"});
  CHECK(table.cells(1) == Texts{"x", "", "g"});
  CHECK(table.reading.cells[0].begin == 1);
  CHECK(table.reading.cells[0].end == 4);
  CHECK(table.reading.cells[3].line == 3);
}

TEST_CASE("a quote that ends before its field does is a character") {
  CHECK(read("\"甲\"项目,b\nc,d\n").cells(0) == Texts{"\"甲\"项目", "b"});
}

TEST_CASE("separators") {
  CHECK(read("a;\"b;c\";\nd;e;f\ng;;\n").cells(0) == Texts{"a", "b;c", ""});
  CHECK(read("sep=;\na;b\n").cells(0) == Texts{"a", "b"});
  CHECK(read("a\t\"b\n\"\"c\"\"\"\nd\te\n").cells(0) == Texts{"a", "b\n\"c\""});
}

TEST_CASE("empty records and titles of a padded sheet") {
  auto const sheet = read("标题,,\n(2026年度),,\na,b,\n,,\nc,d,\n甲,,\n,,\n乙,,\ne,f,\n,,\n");
  REQUIRE(sheet.reading.blocks.size() == 5);
  CHECK(sheet.reading.blocks[2].row_count == 4);
  CHECK(sheet.cells(3) == Texts{"", "", ""});
  CHECK(sheet.cells(5) == Texts{"甲", "", ""});
  CHECK(sheet.cells(6) == Texts{"乙"});
  CHECK(sheet.cells(7) == Texts{"e", "f", ""});
}

TEST_CASE("limits") {
  Limits limits;
  limits.line_bytes = 8;
  auto const line = read("a,b\n\"0123456789\",c\nd,e\n", limits);
  CHECK(line.reading.rows.size() == 2);
  REQUIRE(line.findings.size() == 1);
  CHECK(line.findings[0].code == Code::line_too_long);
  CHECK(line.reading.cells.back().line == 3);
  limits = {};
  limits.cells = 3;
  CHECK(read("a,b\nc,d\n", limits).findings.size() == 1);
}

TEST_CASE("what is separated values and what is not") {
  auto const answer = [](std::string_view text) { return identify_csv(text).answer; };
  CHECK(answer("项目,名称,甲\n主管,部门,乙\n开始,,\n") == Answer::yes);
  CHECK(answer("项目;名称;甲\n主管;部门;乙\n开始;;\n") == Answer::yes);
  CHECK(answer("标题\n\"项目\",\"名称\",\"甲\",\"丁\"\n\"主管\",\"部门\",\"乙\"\n") == Answer::yes);
  CHECK(answer("a,b,c\nd,e,f,g\nh,i,j,k,l\nm,n,o\np,q,r,s,t,u\n") == Answer::unsure);
  CHECK(answer("年度资金申请总额 150,000.00\n当年财政拨款 1,150,000.00\n上年结转 20,000.00\n") == Answer::no);
  CHECK(answer("项目\t1,000.00\t2,000.00\n部门\t1,000.00\t3,000.00\n单位\t1,000.00\t\n") == Answer::no);
  CHECK(answer("按照要求, 组织活动, 提升影响\n及时发放, 按时完成, 保障到位\n") == Answer::no);
  CHECK(answer("按照要求,组织活动,提升影响。\n及时发放,按时完成,保障到位。\n及时发放,保障到位。\n") == Answer::no);
  CHECK(answer("项目\t名称\n\"两新\"党建\t经费\n") == Answer::no);
  CHECK(answer("项目\t\"名\n称\"\n主管\t部门\n") == Answer::yes);
  CHECK(answer("正文\n") == Answer::no);
}

TEST_CASE("amounts that nobody quoted, and a copy that broke off") {
  auto const parted = read("甲,乙,丙\n总额,80,000.00,万\n子额,1,234,567,元\n丁,戊,己\n");
  CHECK(parted.cells(1) == Texts{"总额", "80,000.00", "万"});
  CHECK(parted.cells(2) == Texts{"子额", "1,234,567", "元"});
  CHECK(read("甲,乙,丙\n总额,80,000,万,千\n丁,戊,己\n").cells(1) == Texts{"总额", "80", "000", "万", "千"});
  std::string const plain = "丁,戊,己\n";
  auto const marked =
      read("甲,乙,丙\n总额,¥80,000.00元,万\n指标,≥1,200(亩),元\n结余,−1,234,567.00,元\n" + plain + plain);
  CHECK(marked.cells(1) == Texts{"总额", "¥80,000.00元", "万"});
  CHECK(marked.cells(2) == Texts{"指标", "≥1,200(亩)", "元"});
  CHECK(marked.cells(3) == Texts{"结余", "−1,234,567.00", "元"});
  CHECK(read("甲,乙,丙\n一段较长的说明1,200(亩),元\n丁,戊,己\n").cells(1).size() == 3);
  for (std::string const row :
       {"指标1,100人,元", "A1,100人次,元", "任务1,100%,元", "甲,10,100%", "甲,10,100分制", "A,≥1,100.00%"})
    CHECK(read("甲,乙\n" + row + "\n丁,戊\n").cells(1).size() == 3);
  CHECK(read("甲,乙\n甲,不少于1,100分钟\n丁,戊\n").cells(1) == Texts{"甲", "不少于1,100分钟"});
  auto const cut = read("\"甲\",\"乙\"\n\"丙\",\"丁");
  CHECK(cut.cells(1) == Texts{"丙", "丁"});
  REQUIRE(cut.reading.notes.size() == 1);
  CHECK(cut.reading.notes[0].code == Code::cut_off);
  CHECK(identify_csv("甲, 乙, 丙, 丁\n戊, 己, 庚, 辛\n甲, 乙, , \n甲, \"1,2\", 丙, 丁\n").answer == Answer::yes);
}

TEST_CASE("signs that programs seldom part fields with") {
  auto const apart = read("标题\n甲^乙^丙^丁\n1^2,000^^4\n5^6^\"7^8\"^9\n一^二^三^四\n");
  CHECK(apart.cells(2) == Texts{"1", "2,000", "", "4"});
  CHECK(apart.cells(3) == Texts{"5", "6", "7^8", "9"});
  auto const wide = read("甲，乙，丙，丁\n1，\"2，3\"，，4\n5，6，7，8\n一，二，三，四\n");
  CHECK(wide.cells(1)[1] == "2，3");
  CHECK(wide.cells(1).size() == 4);
  CHECK(identify_csv("甲，乙，丙，丁。\n戊，己。\n庚，辛，壬。\n癸，甲，乙，丙，丁。\n").answer == Answer::no);
  CHECK(identify_csv("# 甲\n\n正文\n\n# 乙\n\n正文\n\n# 丙\n# 丁\n").answer == Answer::no);
}

TEST_CASE("a quote that nothing closes is left out, and said") {
  auto const slip = read("甲,乙,丙\n丁,\"戊,己\n庚,辛,壬\n");
  CHECK(slip.cells(1) == Texts{"丁", "戊", "己"});
  REQUIRE(slip.reading.notes.size() == 1);
  CHECK(slip.reading.notes[0].code == Code::note_beside);
  CHECK(read("\"甲\",\"乙\",\"丙\"\n\"丁,\"\",\"己\"\n").cells(1) == Texts{"丁", "", "己"});
}

TEST_CASE("records that a line end broke are put together, where all are whole then") {
  std::string const whole = "甲,乙,丙,丁\n";
  auto const broken = read(whole + whole + "一,二上\n二下,三,四\n" + whole + whole + whole);
  REQUIRE(broken.reading.rows.size() == 6);
  CHECK(broken.cells(2) == Texts{"一", "二上\n二下", "三", "四"});
  CHECK(broken.reading.notes.size() == 1);
  CHECK(read(whole + whole + "一,二上\r\n二中\r\n二下,三,四\r\n" + whole + whole + whole + whole).cells(2)[1] ==
        "二上\n二中\n二下");
  // Trailing separators that were left out are another thing.
  CHECK(read(whole + whole + "一,二\n一,二\n" + whole + whole + whole + whole).reading.rows.size() == 8);
  CHECK(read(whole + whole + "一,二\n三,四,五\n" + whole).reading.rows.size() == 5);
}
