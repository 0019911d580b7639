#include "readers/shown/shown.hpp"
#include "readers/shown/turned.hpp"

#include <doctest/doctest.h>

using namespace jixiao;

namespace {

Reading reading_of(std::vector<std::string> texts) {
  Reading reading;
  for (auto& text : texts)
    reading.cells.push_back({reading.own(std::move(text))});
  show_texts(reading);
  return reading;
}

std::string shown(std::string text) { return std::string(reading_of({std::move(text)}).cells[0].text); }

/// The codes of what is found in a text.
std::string codes(std::string text) {
  std::string out;
  for (auto const& note : reading_of({std::move(text)}).notes)
    out.append(out.empty() ? "" : " ").append(info(note.code).id);
  return out;
}

} // namespace

TEST_CASE("texts that stand for what they show stay as they are") {
  for (std::string const text :
       {"", "项目名称", "≥95%", "=95%", "=3(辆)", "#1 楼", "100#", "None of these", "C:\\data", "a&b", "$5,000和$6,000",
        "R&D经费", "Err: 无", "=5-10天", "(20.00)", "'甲'", "N/A", "null值"}) {
    CAPTURE(text);
    CHECK(shown(text) == text);
    CHECK(codes(text).empty());
  }
}

TEST_CASE("errors and formulas leave their cells empty") {
  for (std::string const text : {"#REF!", " #N/A ", "#DIV/0!", "Err:509", "#####"}) {
    CAPTURE(text);
    CHECK(shown(text).empty());
    CHECK(codes(text) == "G240");
  }
  for (std::string const text :
       {"=SUM(B2:B5)", "=B3*C4", "=-$B$3", "=Sheet1!B3", "=480000/2*3", "=IF(A1>0,\"是\",\"否\")"}) {
    CAPTURE(text);
    CHECK(shown(text).empty());
    CHECK(codes(text) == "G242");
  }
  CHECK(codes("=_xlfn.DISPIMG(\"ID_1\",1)") == "G223");
  CHECK(codes("完成#REF!个") == "G241");
}

TEST_CASE("words for empty cells are counted") {
  auto const reading = reading_of({"NaN", "甲", "NaN", "Unnamed: 3"});
  REQUIRE(reading.notes.size() == 2);
  CHECK(reading.notes[0].arguments[1].value == "2");
  CHECK(reading.cells[0].text.empty());
  CHECK(reading.cells[1].text == "甲");
}

TEST_CASE("guards, formulas of LaTeX and references are undone") {
  CHECK(shown("=\"93%\"") == "93%");
  CHECK(shown("=\"a\"\"b\"\"\"") == "a\"b\"");
  CHECK(shown("'0123") == "0123");
  CHECK(shown("$\\geq 97.00(\\%)$") == "≥97.00(%)");
  CHECK(shown("$\\leq$8000.00(元/年)") == "≤8000.00(元/年)");
  CHECK(shown("<eq>\\geq 90.00\\%</eq>") == "≥90.00%");
  CHECK(shown("\\geqslant 5") == "≥5");
  CHECK(shown("$95\\%$以上") == "95%以上");
  CHECK(shown("$10^{2}$平方米") == "10²平方米");
  CHECK(shown("$\\textcircled{3}$巡查\\underline{东坡}") == "③巡查东坡");
  CHECK(shown("$\\textcircled{甲}$") == "甲");
  CHECK(shown("&amp;ge;95%") == "≥95%");
  CHECK(codes("$\\geq 97$").empty());
}

TEST_CASE("characters that look alike or like nothing") {
  CHECK(shown("\uF98E\uFA01") == "年度");
  CHECK(shown("\u200E甲\u2060乙\uFEFF") == "甲乙");
  CHECK(shown("\uF0B3 95%") == "≥ 95%");
  CHECK(codes("\uF0B3 95%") == "G245");
  CHECK(shown("(cid:149)完成") == "\uFFFD完成");
  CHECK(codes("(cid:149)完成") == "G244");
  CHECK(codes("甲\uE123") == "G244");
}

TEST_CASE("characters printed twice") {
  auto const reading = reading_of({"项项目目名名称称", "主主管管部部门门", "高高兴兴", "1100", "河道管护", "资资金金"});
  CHECK(reading.cells[0].text == "项目名称");
  CHECK(reading.cells[1].text == "主管部门");
  CHECK(reading.cells[3].text == "1100");
  CHECK(reading.cells[5].text == "资金");
  CHECK(reading_of({"项项目目名名称称", "甲"}).cells[0].text == "项项目目名名称称");
}

TEST_CASE("characters that only look otherwise, and marks of notes") {
  CHECK(shown(">\u03326座") == "≥6座");
  CHECK(shown("\U0001D7D7\U0001D7D3\uFE6A") == "95%");
  CHECK(shown("\U0001D400\U0001D44E") == "Aa");
  CHECK(shown("≥6[¹](座)") == "≥6(座)");
  CHECK(codes("≥6[¹](座)") == "G226");
  CHECK(codes("?95%") == "G244");
  CHECK(codes("锟斤拷镇") == "G244");
  CHECK(codes("为什么?").empty());
}

TEST_CASE("numbers that programs give to rows") {
  auto const make = [](std::vector<std::string> const& texts) {
    Reading reading;
    for (auto const& text : texts)
      reading.cells.push_back({reading.own(std::string(text))});
    auto const rows = static_cast<std::uint32_t>(texts.size() / 2);
    for (std::uint32_t row = 0; row < rows; ++row)
      reading.rows.push_back({2 * row, 2, 0, 0});
    reading.blocks.push_back({BlockKind::table, 0, rows});
    show_texts(reading);
    return reading;
  };
  auto const numbered = make({"0", "表", "1", "甲", "2", "乙", "3", "丙", "4", "丁", "5", "戊"});
  CHECK(numbered.cells[0].text.empty());
  CHECK(numbered.cells[10].text.empty());
  REQUIRE(numbered.notes.size() == 1);
  CHECK(numbered.notes[0].code == Code::row_numbers);
  CHECK(make({"序号", "表", "1", "甲", "2", "乙", "3", "丙", "4", "丁", "5", "戊"}).cells[2].text == "1");
}

TEST_CASE("characters stand in the order in which they are shown") {
  CHECK(turned_as_shown("≥\u202E53\u202C公里") == "≥35公里");
  CHECK(turned_as_shown("\u202E度长") == "长度");
  CHECK(turned_as_shown("\u202E(座)53≤\u202C") == "≥35(座)");
  CHECK(turned_as_shown("\u202Ea\u202D12\u202Cb\u202C") == "b12a");
  CHECK(turned_as_shown("\u202Eab\ncd") == "ba\ncd");
  CHECK(turned_as_shown("a\u202Cb\u202A12\u202C") == "ab12");
}

TEST_CASE("what characters strike and terminals print over others is no text") {
  CHECK(shown("80\u0336%\u0336") == "8");
  CHECK(codes("8\u03360\u0336≥90%") == "G221");
  CHECK(shown("8\u03360\u0336≥90%") == "≥90%");
  CHECK(shown("\x1B[9m≥80%\x1B[0m≥90%") == "≥90%");
  CHECK(codes("\x1B[1;9m≥80%\x1B[29m≥90%") == "G221");
  CHECK(codes("\x1B[8m去年\x1B[m≥90%") == "G222");
  CHECK(shown("\x1B]8;;http://a.cn\a≥90%\x1B]8;;\x1B\\") == "≥90%");
  CHECK(shown("清\b清河\b河") == "清河");
  CHECK(shown("_\b>90%") == "≥90%");
  CHECK(shown("-\b甲乙") == "乙");
  CHECK(shown("\x1B甲") == "甲"); // a sequence has single bytes alone
  CHECK(shown("\x1B[9甲乙") == "甲乙");
  CHECK(shown("\x1B[1;甲") == "甲");
  for (std::string const text : {"\x1B", "\x1B[", "\x1B[9", "\b", "\b\b甲", "\x1B]", "\u0336"}) {
    CAPTURE(text);
    shown(text); // whatever is left, it ends
  }
}

TEST_CASE("characters that leave no trace are taken out, and frames of digits with them") {
  CHECK(shown("供水\u034F站\U000E0100\U000E0041") == "供水站");
  CHECK(shown("≥4\uFE0F\u20E32\uFE0F\u20E3座") == "≥42座");
  CHECK(shown("＞\u033260%") == "≥60%");
}

TEST_CASE("a raised number behind a bracket is the mark of a note") {
  CHECK(shown("≥60(座)¹") == "≥60(座)");
  CHECK(codes("≥60（座）¹²") == "G226");
  CHECK(shown("≥60(座)①") == "≥60(座)");
  CHECK(shown("≥60(座)*") == "≥60(座)");
  for (std::string const text : {"≥60(m²)", "10²", "60m²", "(座)²次", "(座)¹²³⁴", "项目名称(必填)*", "(60)*2"}) {
    CAPTURE(text);
    CHECK(shown(text) == text);
  }
}

TEST_CASE("texts as programs keep them are read as they are shown") {
  CHECK(shown("%E6%B0%B4%E5%BA%93") == "水库");
  CHECK(shown("=E6=B0=B4=E5=BA=93") == "水库");
  CHECK(shown("b'\\xe6\\xb0\\xb4\\xe5\\xba\\x93'") == "水库");
  CHECK(shown("%u6C34%u5E93") == "水库");
  CHECK(shown("['水库', '灌区']") == "水库\n灌区");
  CHECK(shown("{'水库'}") == "水库");
  CHECK(shown("\u00CB\u00AE\u00BF\u00E2") == "水库");
  CHECK(codes("['水库']") == "G255");
  for (std::string const text :
       {"100%20", "95%=96%", "=80%=", "[水库]", "('x'", "D:\\xe6", "%25", "×××", "{'a'", "['a' 'b']"}) {
    CAPTURE(text);
    CHECK(shown(text) == text);
    CHECK(codes(text).empty());
  }
  for (std::string const text :
       {"<a.Cell object at 0x7f3a>", "java.util.Date@1b2c3d", "{'a': '水库'}", "[{\"a\": 1}]"}) {
    CAPTURE(text);
    CHECK(shown(text).empty());
    CHECK(codes(text) == "G240");
  }
}

TEST_CASE("question marks that stand for characters are told of") {
  for (std::string const text : {"????", "管护?地", "?95%"}) {
    CAPTURE(text);
    CHECK(shown(text) == text);
    CHECK(codes(text) == "G244");
  }
  for (std::string const text : {"是否完成?是", "为何?", "?", "完成?", "a?b"}) {
    CAPTURE(text);
    CHECK(codes(text).empty());
  }
}

TEST_CASE("marks that set a text elsewhere are no part of it, and what they strike does not count") {
  CHECK(shown("[b]水库[/b]") == "水库");
  CHECK(shown("[color=#f00]≥95%[/color]") == "≥95%");
  CHECK(shown("++水库++") == "水库");
  CHECK(shown("≤12(小时){.mark}") == "≤12(小时)");
  CHECK(shown("<![CDATA[水库]]>") == "水库");
  CHECK(codes("[b]水库[/b]") == "G255");
  CHECK(shown("~~旧库~~水库") == "水库");
  CHECK(codes("~~旧库~~水库") == "G221");
  CHECK(shown("[s]旧库[/s]水库") == "水库");
  CHECK(codes("[s]旧库[/s]水库") == "G221");
  for (std::string const text : {"60~~80", "5~~10和60~~80", "[水库]", "[/b]", "[b]水库", "{.5}", "++水库", "C++",
                                 "<![CDATA[水库", "~~", "~~~~", "[i][/b]", "{.mark}"}) {
    CAPTURE(text);
    CHECK(shown(text) == text);
    CHECK(codes(text).empty());
  }
}

TEST_CASE("values of Python are what they hold") {
  CHECK(shown("np.float64(273000.0)") == "273000.0");
  CHECK(shown("np.str_('水库')") == "水库");
  CHECK(shown("Decimal('0.00')") == "0.00");
  CHECK(shown("datetime.date(2031, 1, 9)") == "2031-01-09");
  CHECK(shown("datetime.datetime(2031, 11, 9, 0, 0)") == "2031-11-09");
  CHECK(codes("Timestamp('2031-01-09 00:00:00')") == "G255");
  CHECK(shown("datetime.date(2031, 13, 9)") == "datetime.date(2031, 13, 9)");
  CHECK(shown("date()") == "date()");
}

TEST_CASE("dates of programs are the days that they name") {
  CHECK(shown("Thu Jan 01 2026 00:00:00 GMT+0800 (中国标准时间)") == "2026-01-01");
  CHECK(shown("Sat Nov 21 00:00:00 CST 2026") == "2026-11-21");
  CHECK(shown("/Date(1767196800000+0800)/") == "2026-01-01");
  CHECK(shown("/Date(1767196800000)/") == "2026-01-01");
  CHECK(codes("/Date(1767196800000)/") == "G255");
  for (std::string const text : {"Thu Jan 41 2026 00:00:00 GMT", "Thu Jam 01 2026 00:00:00 GMT", "/Date()/",
                                 "/Date(99999999999999999)/", "Thu Jan 01 00:00:00"}) {
    CAPTURE(text);
    CHECK(shown(text) == text);
  }
}

TEST_CASE("characters without a trace, other digits, and what stood in the place of an object") {
  CHECK(shown("\uFFF9云\uFFFAYun\uFFFB岭") == "云岭");
  CHECK(shown("\u3164").empty());
  CHECK(shown("\u2800\u2800") == "  ");
  CHECK(shown("≥\u0664\u0662") == "≥42");
  CHECK(shown("水库\uFFFE") == "水库");
  CHECK(shown("完成\uFFFC。") == "完成。");
  CHECK(codes("\uFFFC") == "G223");
}

TEST_CASE("formulas print no blanks of their own, and codes of characters are those") {
  CHECK(shown("$\\geq 9 6 . 0 0 \\%$") == "≥96.00%");
  CHECK(shown("$2 7 3 { , } 0 0 0 . 0 0$") == "273,000.00");
  CHECK(shown("座数$^{①}$") == "座数①");
  CHECK(shown("清河_x4F9B_水_x000B_站") == "清河供水 站");
  CHECK(shown("甲_x0041_乙") == "甲_x0041_乙");
  CHECK(shown("甲，\\\\n乙") == "甲，\n乙");
  CHECK(shown("≥42(座)[^1]") == "≥42(座)");
  CHECK(codes("≥42(座)[^1]") == "G226");
  CHECK(shown("[^甲]") == "[^甲]");
}

TEST_CASE("headings of a sheet are no cells of it") {
  Reading reading;
  std::vector<std::string> const texts = {"",  "A", "B", "C",  "1", "表", "",  "",   "2", "甲", "1", "",   "4", "乙",
                                          "2", "",  "5", "丙", "3", "",   "6", "丁", "4", "",   "7", "戊", "5", ""};
  for (auto const& text : texts)
    reading.cells.push_back({reading.own(std::string(text))});
  for (std::uint32_t row = 0; row < 7; ++row)
    reading.rows.push_back({4 * row, 4, 0, 0});
  reading.blocks.push_back({BlockKind::table, 0, 7});
  show_texts(reading);
  CHECK(reading.notes.size() == 2);
  CHECK(reading.cells[1].text.empty());
  CHECK(reading.cells[4].text.empty());
  CHECK(reading.cells[5].text == "表");
  CHECK(reading.cells[10].text == "1");
}

TEST_CASE("texts that were taken for another encoding are undone where no byte is lost") {
  CHECK(shown("娓呮渤鍘夸緵姘寸珯") == "清河县供水站");
  CHECK(codes("娓呮渤鍘夸緵姘寸珯") == "G255");
  CHECK(shown("\u00E6\u00B8\u0085\u00E6\u00B2\u00B3\u00E5\u008E\u00BF") == "清河县");
  // Of five characters in GBK the last byte is half of one.
  CHECK(shown("娓呮渤鍘夸緵姘?") == "娓呮渤鍘夸緵姘?");
  CHECK(codes("娓呮渤鍘夸緵姘?") == "G244");
  CHECK(shown("â‰¥96.00(%)") == "≥96.00(%)");
  CHECK(codes("鈮?2.00(搴?") == "G244");
  for (std::string const text : {"涓水流域治理", "渚岸社区居委会", "绯鲤养殖基地", "éclair", "íslenska"}) {
    CAPTURE(text);
    CHECK(shown(text) == text);
    CHECK(codes(text).empty());
  }
}

TEST_CASE("strings of JSON say what is in their quotation marks") {
  CHECK(shown("\"清河县\"") == "清河县");
  CHECK(shown(R"("\u6E05\u6CB3\u53BF\n水站")") == "清河县\n水站");
  CHECK(shown(R"("""清河县""")") == "清河县");
  for (std::string const text : {R"("智慧"水务"平台")", R"("甲)", R"("")"}) {
    CAPTURE(text);
    CHECK(shown(text) == text);
  }
  CHECK(reading_of({R"("甲")", R"("乙")"}).notes.size() == 1);
}

TEST_CASE("what is left of a line that a text was written onto is no part of it") {
  CHECK(shown("清河县供水站______") == "清河县供水站");
  CHECK(shown("____清河县_供水站") == "清河县_供水站");
  CHECK(shown("______") == "______");
}
