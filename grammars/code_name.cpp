#include "grammars/code_name.hpp"

#include "grammars/x3_support.hpp"

#include <boost/fusion/include/adapt_struct.hpp>
#include <boost/spirit/home/x3/directive/repeat.hpp>

#include <algorithm>

namespace jixiao::grammars {
namespace {

struct Parts {
  Slice code, name;
};

struct PartsBehind {
  Slice name, code;
};

} // namespace
} // namespace jixiao::grammars

BOOST_FUSION_ADAPT_STRUCT(jixiao::grammars::Parts, code, name)
BOOST_FUSION_ADAPT_STRUCT(jixiao::grammars::PartsBehind, name, code)

namespace jixiao::grammars {
namespace {

auto const number = x3::char_('0', '9');
auto const letter = x3::char_('a', 'z') | x3::char_('A', 'Z');
auto const dash = x3::lit('-') | "－" | "–" | "—" | "_";

auto const project_code =
    x3::lexeme[x3::repeat(8)[number] >> letter >> x3::repeat(12)[number | letter] >> !(number | letter)];

// Four digits that begin as a year does.
auto const year = (x3::lit("19") | "20") >> number >> number >> !number;
auto const long_code = x3::lexeme[!year >> x3::repeat(3, 21)[number] >> !number];

// What follows the digits of a quantity, a time or a name of its own (120急救, 110指挥).
auto const counted = words({"年",   "月", "日", "号", "天", "个", "名",   "人",   "次",   "家",   "户",   "所",   "件",
                            "项",   "条", "处", "台", "套", "辆", "座",   "公里", "千米", "米",   "亩",   "平方", "吨",
                            "元",   "万", "亿", "千", "百", "％", "热线", "急救", "指挥", "接处", "报警", "工程", "岁",
                            "周年", "级", "期", "届", "至", "到", "、",   "，",   "：",   "）",   "～",   "—"});
auto const glued_code = x3::lexeme[!year >> (x3::repeat(9)[number] >> !number | x3::repeat(6)[number] >> !number |
                                             x3::repeat(3)[number] >> !number)];
auto const chinese = x3::char_('\xE3', '\xE9');

// 天津市, 万州区 and 个旧市 begin as quantities do; what ends as the name of an office is one.
auto const office = words({"局",   "厅",   "委",   "院",   "部",   "办",   "处", "会", "馆", "校",   "站",
                           "所",   "队",   "室",   "社",   "团",   "学",   "园", "库", "台", "政府", "公司",
                           "中心", "大学", "学校", "本级", "机关", "街道", "乡", "镇", "县", "区",   "市"});
auto const office_code = x3::lexeme[!year >> (x3::repeat(9)[number] >> !number | x3::repeat(6)[number] >> !number)];
auto const office_name = &chinese >> +(character - (office >> x3::eoi)) >> office >> x3::eoi;

auto const rest = slice[x3::omit[*character]];
auto const open = x3::lit('[') | "【" | "［" | open_bracket;
auto const close = x3::lit(']') | "】" | "］" | close_bracket;

auto const coded = x3::rule<struct coded_, Parts>{"code and name"} =
    (slice[x3::omit[project_code]] >> -dash >> rest) | (open >> slice[x3::omit[long_code]] >> close >> -dash >> rest) |
    (slice[x3::omit[long_code]] >> dash >> !number >> rest) |
    (slice[x3::omit[office_code]] >> &x3::omit[office_name] >> rest) |
    (slice[x3::omit[glued_code]] >> !counted >> &(chinese | x3::eoi) >> rest);

// A number behind a name is a code only where it is as long as those of departments and units are.
auto const behind_code = x3::lexeme[!year >> (x3::repeat(9)[number] >> !number | x3::repeat(6)[number] >> !number |
                                              x3::repeat(3)[number] >> !number)];
auto const behind_close = close >> x3::eoi;
auto const coded_behind = x3::rule<struct coded_behind_, PartsBehind>{"name and code"} =
    slice[x3::omit[+(character - (open >> x3::omit[behind_code] >> behind_close))]] >> open >>
    slice[x3::omit[behind_code]] >> close;

} // namespace

Match<CodeName> match_code_name(std::string_view text) {
  auto const name = trim(text);
  if (name.empty())
    return {};
  // Every code has a digit.
  if (std::ranges::none_of(name, [](char c) { return c >= '0' && c <= '9'; }))
    return matched(CodeName{{}, name}, text.size());
  Parts parts;
  PartsBehind behind;
  if (read_whole(name, coded, parts))
    return matched(CodeName{parts.code.text, parts.name.text}, text.size());
  if (read_whole(name, coded_behind, behind))
    return matched(CodeName{behind.code.text, behind.name.text}, text.size());
  return matched(CodeName{{}, name}, text.size());
}

} // namespace jixiao::grammars
