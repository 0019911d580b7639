#include "grammars/indicator_value.hpp"

#include "grammars/comparators.hpp"
#include "grammars/deadline.hpp"
#include "grammars/number.hpp"
#include "grammars/x3_support.hpp"

#include <boost/fusion/include/adapt_struct.hpp>

#include <algorithm>
#include <utility>

namespace jixiao::grammars {
namespace {

/// What stands behind a number.
struct Measure {
  Slice unit;
  Bound bound;
};

/// The upper end of a range.
struct Upper {
  Decimal number;
  Measure measure;
  bool found = false;
};

struct Quantity {
  Bound comparator;
  bool plus_minus = false;
  Decimal number;
  Measure measure; ///< of a range's lower end, where there is an upper one: 5%-10%
  Upper upper;
};

/// One end of a range around what is measured: 90% of 90%≤X≤95%.
struct ChainEnd {
  Decimal number;
  Slice unit;
};

struct Chain {
  ChainEnd first;
  Slice name;
  ChainEnd last;
};

Measure const& last_measure(Quantity const& read) { return read.upper.found ? read.upper.measure : read.measure; }

} // namespace
} // namespace jixiao::grammars

BOOST_FUSION_ADAPT_STRUCT(jixiao::grammars::Measure, unit, bound)
BOOST_FUSION_ADAPT_STRUCT(jixiao::grammars::Upper, number, measure, found)
BOOST_FUSION_ADAPT_STRUCT(jixiao::grammars::ChainEnd, number, unit)
BOOST_FUSION_ADAPT_STRUCT(jixiao::grammars::Chain, first, name, last)
BOOST_FUSION_ADAPT_STRUCT(jixiao::grammars::Quantity, comparator, plus_minus, number, measure, upper)

namespace jixiao::grammars {
namespace {

constexpr std::size_t longest_quantity = 240;       ///< bytes; a longer text is a sentence
constexpr std::size_t longest_uncompared_unit = 48; ///< bytes

auto const comparator = [] {
  x3::symbols<Bound> table;
  for (auto const& row : comparators())
    table.add(row.text, row.bound);
  return table;
}();

auto const bound_word = [] {
  x3::symbols<Bound> table;
  for (auto const& row : bounds())
    table.add(row.text, row.bound);
  return table;
}();

auto const value_stop = words({"。", "；", "，", "：", "！", "？", "…", ";", ",", ":", "!", "?"});
auto const end_of_value = *x3::omit[words({"。", "；", "，", "、", ";", ",", "."})] >> x3::eoi;

auto const no_unit_character =
    words({"≥",  "≤",  "＞", "＜", "＝", "≧",  "≦", "═", "﹦", "《", "》", "〈", "〉", "±",  "×",  "（",          "）",
           "【", "】", "“",  "”",  "「", "」", "—", "–", "―",  "−",  "～", "〜", "∼",  "－", "．", "\xEF\xBF\xBD"});
// What goes on with a number, or counts, instead of measuring: 10², 10①, 1、按时…, 2号.
auto const no_unit_start =
    words({"²", "³", "¹", "⁰", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹", "₀", "₁", "₂",  "₃", "₄", "₅",  "₆",  "₇",
           "₈", "₉", "①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨", "⑩", "、", "·", "/", "／", "号", "点"});
auto const ascii_in_unit = x3::char_('a', 'z') | x3::char_('A', 'Z') | x3::char_("%/$");
auto const square_metre = x3::lit('m') >> x3::char_("23") >> !digit;
// Ideographs first: most units are made of them, and no sign is among them.
auto const ideograph = &x3::char_('\xE4', '\xE9') >> !((x3::lit("至") | "到") >> digit) >> character;
auto const other_sign = &(x3::char_('\x80', '\xE3') | x3::char_('\xEA', '\xFF')) >> !digit >> !value_stop >>
                        !no_unit_character >> character;
auto const times = (x3::lit('*') | "×") >> &ideograph; // 元/人*月
auto const unit_character = ideograph | square_metre | times | ascii_in_unit | other_sign;

auto const inner = !digit >> !open_bracket >> !close_bracket >> character;
auto const nested = open_bracket >> +inner >> close_bracket;
auto const words_in_brackets = +(nested | inner);
// A number in brackets that says it is not the one judged on: （上年88%）, （含50%）.
auto const aside_word = words({"上年", "去年", "往年", "历年", "基期", "基准", "基数", "含", "包含", "不含", "其中"});
auto const aside = aside_word >> +(!open_bracket >> !close_bracket >> character);
auto const note = open_bracket >> -(aside | words_in_brackets) >> close_bracket;
auto const condition_word = words({"且", "并且"});
// ≥98%且无投诉: what has to hold besides, without a number of its own.
auto const condition = -(x3::lit("，") | ',') >> condition_word >> +(!digit >> !value_stop >> character);
auto const unit_in_brackets = !bound_word >> open_bracket >> slice[-words_in_brackets] >> close_bracket;

// 台(套), 人(次): one character in brackets belongs to the unit, more are a note on it.
auto const one_in_brackets = open_bracket >> !x3::lit("含") >> inner >> close_bracket;
auto const plain_unit =
    slice[x3::omit[!no_unit_start >> +(!bound_word >> !(x3::lit("、") >> x3::eoi) >> !condition_word >> unit_character) >>
                   -one_in_brackets]];

auto const upper_ahead = range_sign >> digit;
auto const value_ends = &(end_of_value | x3::omit[bound_word] | note | condition | upper_ahead);
auto const done_word = words({"完成", "覆盖", "达标", "到位", "合格", "落实"});
auto const percent = slice[x3::lit('%') | "％"] >> -done_word >> value_ends;

// 内 alone is a bound behind these only; elsewhere it is part of a word (校内).
auto const limited_unit = words({"日", "天", "小时", "分钟", "秒", "周", "个月", "月", "年", "工作日", "个工作日", "元",
                                 "万元", "公里", "%", "％"});
auto const within = x3::lit("内") >> x3::attr(Bound{Comparator::at_most, Strength::plain});

auto const percent_unit = slice[x3::lit('%') | "％"];
auto const measure = x3::rule<struct measure_, Measure>{"unit"} =
    (slice[limited_unit] >> &(x3::lit("内") >> value_ends) >> within) | (percent >> -bound_word) |
    (unit_in_brackets >> -bound_word) | (plain_unit >> -bound_word) | (slice[x3::eps] >> -bound_word);

auto const upper = x3::rule<struct upper_, Upper>{"upper end"} = range_sign >> via<match_number> >> measure >>
                                                                 x3::attr(true);
auto const plus_minus = x3::matches[words({"±", "+-", "+/-"})];

auto const quantity = x3::rule<struct quantity_, Quantity>{"quantity"} =
    -comparator >> plus_minus >> via<match_number> >> measure >> -upper >> -note >> -condition >> end_of_value;

// 90%≤X≤95%: the number before the first sign is the other end.
auto const at_most_sign = words({"≤", "≦", "＜", "﹤", "<", "<=", "⩽"});
auto const at_least_sign = words({"≥", "≧", "＞", "﹥", ">", ">=", "⩾"});
auto const chain_end = x3::rule<struct chain_end_, ChainEnd>{"end of a range"} =
    via<match_number> >> (percent_unit | plain_unit | slice[x3::eps]);
auto const not_in_name = at_most_sign | at_least_sign | digit | value_stop;
auto const chain_name = slice[x3::omit[+(!not_in_name >> character)]];
auto const rising = x3::rule<struct rising_, Chain>{"range"} =
    chain_end >> at_most_sign >> chain_name >> at_most_sign >> chain_end >> end_of_value;
auto const falling = x3::rule<struct falling_, Chain>{"range"} =
    chain_end >> at_least_sign >> chain_name >> at_least_sign >> chain_end >> end_of_value;

auto const number_ahead = -(x3::lit("±") | '-' | "－" | "−") >> digit;
auto const value_colon = x3::lit(':') | "：";
auto const compared = -value_colon >> comparator >> number_ahead;
auto const words_before_comparator = slice[x3::omit[+(!compared >> !value_stop >> character)]] >> -value_colon;
auto const words_before_number = slice[x3::omit[+(!number_ahead >> !value_stop >> character)]];

/// What a text holds, as far as it tells what the text cannot be.
struct Contents {
  bool digits = false;
  bool time_words = false; ///< 年, 月 or 季
};

Contents look_through(std::string_view text) {
  Contents found;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char const c = text[i];
    if (c >= '0' && c <= '9')
      found.digits = true;
    if ((c != '\xE5' && c != '\xE6' && c != '\xEF') || text.size() - i < 3)
      continue;
    char const second = text[i + 1], third = text[i + 2];
    if (c == '\xE5')
      found.time_words |= (second == '\xB9' && third == '\xB4') || (second == '\xAD' && third == '\xA3');
    if (c == '\xE6')
      found.time_words |= second == '\x9C' && third == '\x88';
    if (c == '\xEF')
      found.digits |= second == '\xBC' && third >= '\x90' && third <= '\x99';
  }
  return found;
}

/// False for most texts, so that they need not be tried: no deadline begins with a comparator.
bool may_be_deadline(std::string_view text, Contents contents) {
  return contents.time_words ||
         (contents.digits && !text.starts_with("≥") && !text.starts_with("≤") && text.front() != '=');
}

bool is_year(Decimal number) { return number.scale == 0 && number.coefficient >= 1990 && number.coefficient <= 2099; }

bool is_found(Bound const& bound) { return bound.strength != Strength::none; }

/// Whether a range's ends are a range, and not parts of a date or of a telephone number.
bool is_range(Quantity const& read) {
  if (read.upper.number < read.number || read.plus_minus || is_found(read.measure.bound))
    return false;
  auto const lower_unit = read.measure.unit.text, upper_unit = read.upper.measure.unit.text;
  if (!lower_unit.empty() && lower_unit != upper_unit)
    return false;
  bool const bare = !is_found(read.comparator) && upper_unit.empty();
  return !bare || read.number.scale != 0 || read.number.coefficient < 1990;
}

/// Whether a number at the start of a text without any comparison is what the text is about: 14个街镇, but not
/// 2025年建立机制 or 3月召开.
bool counts_something(Quantity const& read) {
  auto const unit = last_measure(read).unit.text;
  if (unit.size() > longest_uncompared_unit)
    return false;
  for (std::string_view time : {"年", "月", "日", "季度"})
    if (unit.starts_with(time) && unit.size() > time.size() && unit[time.size()] != '/')
      return false;
  return !(unit == "年" && is_year(read.number));
}

bool is_plausible(Quantity const& read) {
  if (read.upper.found && !is_range(read))
    return false;
  if (read.plus_minus && read.number.coefficient < 0)
    return false;
  return is_found(read.comparator) || is_found(last_measure(read).bound) || counts_something(read);
}

/// 达 and 超 end a subject only behind a noun of measure; an ordinal (第3名) is no quantity.
bool is_subject(std::string_view words, Bound const& following) {
  auto const ends_with = [&](auto... nouns) { return (words.ends_with(nouns) || ...); };
  bool const has_word = std::any_of(words.begin(), words.end(), [](char c) {
    return (c >= '\xE3' && c <= '\xE9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  });
  if (!has_word || ends_with("第"))
    return false;
  return following.strength != Strength::brief || ends_with("率", "度", "比", "例", "量", "数", "额", "值");
}

Comparator comparison(Quantity const& read) {
  auto const behind = last_measure(read).bound;
  bool const gives_way = read.comparator.strength != Strength::plain && is_found(behind);
  return gives_way ? behind.op : read.comparator.op;
}

std::string value_unit_name(std::string_view printed) {
  std::string unit = close_up(printed);
  if (unit.starts_with("％"))
    unit.replace(0, std::string_view("％").size(), "%");
  return unit;
}

void fill(Value& value, Quantity const& read, std::string_view subject) {
  value.kind = ValueKind::quantity;
  value.op = comparison(read);
  value.number = read.number;
  if (read.upper.found)
    value.upper = read.upper.number;
  if (read.plus_minus) {
    value.upper = read.number;
    value.number->coefficient = -read.number.coefficient;
  }
  if (auto const unit = last_measure(read).unit.text; !unit.empty())
    value.unit = value_unit_name(unit);
  if (!subject.empty())
    value.subject = close_up(subject);
}

/// Reads what follows `length` bytes of subject.
bool read_quantity(std::string_view text, std::size_t length, Quantity& read) {
  read = {};
  return read_whole(text.substr(length), quantity, read) && is_plausible(read);
}

bool read_with_subject(std::string_view text, Value& value) {
  Slice subject;
  Quantity read;
  auto length = read_prefix(text, words_before_comparator, subject);
  if (length != 0 && read_quantity(text, length, read) && is_found(read.comparator) &&
      is_subject(subject.text, read.comparator)) {
    fill(value, read, subject.text);
    return true;
  }
  length = read_prefix(text, words_before_number, subject);
  if (length == 0 || !read_quantity(text, length, read) || !is_found(last_measure(read).bound) ||
      !is_subject(subject.text, {}))
    return false;
  fill(value, read, subject.text);
  return true;
}

/// A range around what is measured. A letter that stands for it names nothing; ends that are no range leave the value
/// qualitative.
bool read_chain(std::string_view text, Value& value) {
  Chain read;
  if (!read_whole(text, rising, read)) {
    read = {};
    if (!read_whole(text, falling, read))
      return false;
    std::swap(read.first, read.last);
  }
  auto const& unit = read.last.unit.text.empty() ? read.first.unit.text : read.last.unit.text;
  bool const units_differ = !read.first.unit.text.empty() && read.first.unit.text != unit;
  if (units_differ || read.last.number < read.first.number)
    return true;
  value.kind = ValueKind::quantity;
  value.number = read.first.number;
  value.upper = read.last.number;
  if (!unit.empty())
    value.unit = value_unit_name(unit);
  if (is_subject(read.name.text, {}) && read.name.text.size() > 3)
    value.subject = close_up(read.name.text);
  return true;
}

/// A sum with the sign of its currency before it, with the unit behind instead: `≤￥8,000.00/年` is ≤8,000.00元/年.
std::string with_unit_of_currency(std::string_view text) {
  for (std::string_view const sign : {"￥", "¥"}) {
    auto const at = text.find(sign);
    if (at == std::string_view::npos)
      continue;
    auto const number = trim(text.substr(at + sign.size()));
    auto const match = match_number(number);
    if (!match)
      continue;
    std::string out(text.substr(0, at));
    auto rest = number.substr(match.length);
    out.append(number.substr(0, match.length));
    bool has_unit = false;
    for (std::string_view const unit : {"元", "万元", "亿元", "千元", "百万元", "（元", "(元", "（万元", "(万元"})
      has_unit = has_unit || rest.starts_with(unit);
    for (std::string_view const factor : {"万", "亿", "千"})
      if (!has_unit && rest.starts_with(factor)) {
        out.append(factor);
        rest.remove_prefix(factor.size());
      }
    return out.append(has_unit ? "" : "元").append(rest);
  }
  return {};
}

Value read_value(std::string_view text) {
  Value value;
  auto const contents = look_through(text);
  if (may_be_deadline(text, contents) && is_deadline(text)) {
    value.kind = ValueKind::deadline;
    return value;
  }
  if (text.size() > longest_quantity || !contents.digits)
    return value;
  if (read_chain(text, value))
    return value;
  Quantity read;
  if (read_quantity(text, 0, read))
    fill(value, read, {});
  else
    read_with_subject(text, value);
  return value;
}

} // namespace

Value read_indicator_value(std::string_view text) {
  auto const sum = with_unit_of_currency(text);
  auto value = read_value(sum.empty() ? text : std::string_view(sum));
  value.text = text;
  return value;
}

} // namespace jixiao::grammars
