#include "grammars/deadline.hpp"

#include "grammars/date.hpp"
#include "grammars/x3_support.hpp"

#include <boost/spirit/home/x3/directive/repeat.hpp>

namespace jixiao::grammars {
namespace {

auto const lead = words({"每年", "每年度", "当年", "本年", "本年度", "次年", "年度", "截至", "截止", "截止到", "截至到",
                         "到", "至", "于", "在", "预计"});
auto const quarter_number = words({"1", "2", "3", "4", "１", "２", "３", "４", "一", "二", "三", "四"});
auto const chinese_month_number = words({"一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"});
auto const time_of_year = words({"年底", "年末", "年终", "年内", "年中", "年初", "上半年", "下半年", "月底", "月末",
                                 "季度末", "季末", "年年底", "年年末"});
auto const part =
    words({"底", "末", "初", "中", "上旬", "中旬", "下旬", "度", "份", "中下旬", "上中旬", "月底", "全年"});
auto const by = words({"前", "之前", "以前", "止", "为止", "内", "之内", "以内"});
auto const before = words({"前", "之前", "以前"});
auto const manner = words({"全部", "全面", "基本", "按时", "按期", "及时", "如期", "均", "已", "全部按时"});
auto const done = words({"完成", "到位", "完工", "竣工", "结束", "完毕", "验收", "开工", "交付", "发放", "支付", "上线",
                         "启动", "投入使用", "建成", "办结"});

auto const month_number = x3::lexeme[((x3::lit('1') >> x3::char_('0', '2')) | (-x3::lit('0') >> x3::char_('1', '9')) |
                                      (x3::lit("１") >> (x3::lit("０") | "１" | "２")) | (!x3::lit("０") >> digit)) >>
                                     !digit] |
                          chinese_month_number;
auto const day_number =
    x3::lexeme[((x3::lit('3') >> x3::char_("01")) | (x3::char_("12") >> digit) |
                (-x3::lit('0') >> x3::char_('1', '9')) | (!x3::char_('0', '9') >> digit >> -digit)) >>
               !digit];
auto const deadline_day = day_number >> (x3::lit("日") | "号");
auto const deadline_month = month_number >> "月" >> -x3::lit("份");
auto const quarter = -x3::lit("第") >> quarter_number >> "季度";
auto const deadline_year = x3::lexeme[digit >> digit >> digit >> digit >> !digit];

// 1-12月 before 12月 alone; a year's quarter before the year alone is had by the optional tail.
auto const deadline_date = x3::omit[via<match_leading_date>] >> -(quarter | time_of_year);
auto const year_span = deadline_year >> range_sign >> x3::omit[via<match_leading_date>];
auto const month_span = month_number >> range_sign >> deadline_month;
auto const quarter_span = -x3::lit("第") >> quarter_number >> range_sign >> quarter;
auto const every_month = x3::lit("每月") >> (deadline_day | (part >> -x3::lit("月")));
auto const deadline_time = deadline_date | year_span | month_span | quarter_span | (deadline_month >> -deadline_day) |
                           quarter | every_month | (deadline_day >> &x3::omit[before]) |
                           (-x3::lit("每") >> time_of_year);

// What is to be done, in a few words: digits or a stop would make it a sentence.
auto const stop = x3::lit("。") | "；" | "，" | "：" | ',' | ';' | ':';
auto const more = x3::repeat(0, 16)[!digit >> !stop >> character];
auto const finish = (by >> more) | (-manner >> done >> more);
auto const full_stop = x3::lit("。") | "；" | ';';

auto const deadline = x3::rule<struct deadline_>{"deadline"} = -lead >> deadline_time >>
                                                               *(-(range_sign | "、") >>
                                                                 (deadline_time | deadline_day)) >>
                                                               *part >> -finish >> -full_stop;

} // namespace

bool is_deadline(std::string_view text) {
  x3::unused_type nothing;
  return read_whole(text, deadline, nothing);
}

} // namespace jixiao::grammars
