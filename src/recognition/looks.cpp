#include "recognition/looks.hpp"

#include "grammars/code_name.hpp"
#include "grammars/indicator_value.hpp"
#include "grammars/number.hpp"
#include "text/clean.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <optional>
#include <span>
#include <unordered_map>
#include <unordered_set>

namespace jixiao::recognition {

namespace {

using namespace std::string_view_literals;

constexpr std::array comparators = {
    "≥"sv,      "≧"sv,      "⩾"sv,      "≤"sv,      "≦"sv,        "⩽"sv,          "="sv,         ">"sv,    "<"sv,
    ">="sv,     "<="sv,     "═"sv,      "﹦"sv,     "大于等于"sv, "小于等于"sv,   "等于"sv,      "大于"sv, "小于"sv,
    "不低于"sv, "不少于"sv, "不超过"sv, "不高于"sv, "不多于"sv,   "大于或等于"sv, "小于或等于"sv};
constexpr std::array directions = {"正向"sv,   "反向"sv,   "正向指标"sv, "反向指标"sv,
                                   "正指标"sv, "反指标"sv, "逆向指标"sv, "逆向"sv};
constexpr std::array natures = {"定性"sv, "定量"sv, "定性指标"sv, "定量指标"sv};
constexpr std::array nothing = {"-"sv,   "—"sv, "–"sv,  "─"sv,     "/"sv,  "\\"sv, "…"sv,
                                "..."sv, "*"sv, "、"sv, "/ / /"sv, "〃"sv, "″"sv};
constexpr std::array ticks = {"√"sv, "✓"sv, "✔"sv, "☑"sv, "■"sv, "▲"sv, "●"sv};
constexpr std::array likelihoods = {"确定能"sv, "有可能"sv, "完全不可能"sv, "不可能"sv};
constexpr std::array grades = {"优"sv, "良"sv, "中"sv, "差"sv, "优秀"sv, "良好"sv, "合格"sv, "不合格"sv};

// A measure word alone, as a column of units prints it. Longer ones are made of these: 元/人次, 万元/公里.
constexpr std::array units = {
    "%"sv,    "百分比"sv, "个"sv,     "家"sv,     "户"sv,       "人"sv,     "人次"sv,     "件"sv,     "次"sv,
    "场"sv,   "场次"sv,   "期"sv,     "份"sv,     "篇"sv,       "套"sv,     "台"sv,       "座"sv,     "处"sv,
    "栋"sv,   "间"sv,     "条"sv,     "辆"sv,     "艘"sv,       "只"sv,     "头"sv,       "株"sv,     "羽"sv,
    "亩"sv,   "万亩"sv,   "公顷"sv,   "平方米"sv, "平米"sv,     "㎡"sv,     "万平方米"sv, "立方米"sv, "公里"sv,
    "千米"sv, "米"sv,     "厘米"sv,   "吨"sv,     "万吨"sv,     "公斤"sv,   "斤"sv,       "元"sv,     "万元"sv,
    "亿元"sv, "天"sv,     "日"sv,     "月"sv,     "年"sv,       "小时"sv,   "分钟"sv,     "名"sv,     "项"sv,
    "批"sv,   "批次"sv,   "起"sv,     "分"sv,     "级"sv,       "所"sv,     "块"sv,       "本"sv,     "册"sv,
    "支"sv,   "组"sv,     "人/年"sv,  "间数"sv,   "个工作日"sv, "工作日"sv, "万人"sv,     "万人次"sv, "户次"sv,
    "张"sv,   "部"sv,     "幅"sv,     "根"sv,     "棵"sv,       "颗"sv,     "学时"sv,     "课时"sv,   "学期"sv,
    "倍"sv,   "比例"sv,   "度"sv,     "千瓦"sv,   "千瓦时"sv,   "升"sv,     "毫升"sv,     "克"sv,     "箱"sv,
    "件次"sv, "台套"sv,   "台(套)"sv, "类"sv,     "种"sv,       "村"sv,     "镇"sv,       "县"sv,     "站"sv,
    "点"sv,   "段"sv,     "盏"sv,     "口"sv,     "眼"sv,       "道"sv,     "门"sv,       "卷"sv,     "宗"sv,
    "例"sv,   "床"sv,     "位"sv,     "桶"sv,     "车次"sv,     "车"sv,     "架"sv,       "节"sv,     "周"sv,
    "季度"sv, "年度"sv,   "个月"sv,   "km"sv,     "m"sv,        "kg"sv,     "hm²"sv};

/// Texts that look the same wherever they stand.
std::unordered_map<std::string_view, Look> looks_of_words() {
  std::unordered_map<std::string_view, Look> looks;
  auto const add = [&](auto const& words, Look look) {
    for (auto const word : words)
      looks.emplace(word, look);
  };
  add(comparators, Look::comparator);
  add(directions, Look::direction);
  add(natures, Look::nature);
  add(ticks, Look::tick);
  add(likelihoods, Look::likelihood);
  add(grades, Look::grade);
  return looks;
}

constexpr std::size_t longest_word = 15; ///< bytes

/// Of a text that is one of those words: signs as they are printed, too.
std::optional<Look> look_of_word(std::string_view text, std::string_view folded) {
  static auto const looks = looks_of_words();
  std::optional<Look> look;
  if (auto const found = folded.size() > longest_word ? looks.end() : looks.find(folded); found != looks.end())
    look = found->second;
  if (look == Look::comparator || text == folded || text.size() > longest_word)
    return look;
  auto const printed = looks.find(text);
  bool const sign = printed != looks.end() && (printed->second == Look::comparator || printed->second == Look::tick);
  return sign && (!look || printed->second < *look) ? printed->second : look;
}

bool is_unit(std::string_view text) {
  static std::unordered_set<std::string_view> const known(units.begin(), units.end());
  while (!text.empty()) {
    auto const slash = std::min(text.find('/'), text.find("·"));
    auto const part = text.substr(0, slash);
    if (!known.contains(part))
      return false;
    text.remove_prefix(
        std::min(text.size(), slash == std::string_view::npos ? text.size() : slash + (text[slash] == '/' ? 1 : 2)));
  }
  return true;
}

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

/// 指标2, 目标1:
bool is_numbered(std::string_view folded) {
  for (auto const word : {"指标"sv, "目标"sv})
    if (folded.starts_with(word)) {
      auto const rest = folded.substr(word.size());
      return !rest.empty() &&
             std::ranges::all_of(rest, [](char c) { return (c >= '0' && c <= '9') || c == ':' || c == '/'; });
    }
  return false;
}

/// Most texts begin with none of them.
std::bitset<256> first_bytes(std::span<std::string_view const> texts) {
  std::bitset<256> out;
  for (auto const text : texts)
    out.set(static_cast<unsigned char>(text.front()));
  return out;
}

/// A number alone, with separators of thousands and a sign.
bool is_number(std::string_view text) {
  auto const number = grammars::match_number(text);
  return number && number.length == text.size();
}

} // namespace

bool is_nothing(std::string_view text) {
  static auto const begins = first_bytes(nothing);
  return !text.empty() && begins[static_cast<unsigned char>(text.front())] &&
         std::ranges::any_of(nothing, [&](std::string_view mark) {
           auto rest = text;
           while (rest.starts_with(mark))
             rest.remove_prefix(mark.size());
           return rest.empty();
         });
}

bool is_offered_row(std::string_view name) {
  std::string folded;
  fold_label(name, folded);
  return is_nothing(name) || is_nothing(folded) || is_numbered(folded);
}

Look look_of(std::string_view raw) {
  auto const text = trim(raw);
  std::string folded;
  fold_label(text, folded);
  if (is_nothing(text) || is_nothing(folded))
    return Look::placeholder;
  if (folded == "无" || folded == "暂无")
    return Look::none;
  if (is_numbered(folded))
    return Look::offered;
  if (auto const look = look_of_word(text, folded))
    return *look;
  if (is_number(folded))
    return Look::number;
  if (is_unit(folded))
    return Look::unit;
  auto const value = grammars::read_indicator_value(clean_value(text));
  if (value.kind == ValueKind::deadline)
    return Look::deadline;
  if (value.kind == ValueKind::quantity && !value.subject) {
    if (value.op == Comparator::none && value.unit && (*value.unit == "%" || *value.unit == "百分比"))
      return Look::percentage;
    bool const money =
        value.unit && (*value.unit == "元" || *value.unit == "万元" || *value.unit == "亿元" || *value.unit == "万");
    return value.op == Comparator::none && money ? Look::money : Look::quantity;
  }
  if (auto const party = grammars::match_code_name(text);
      party && party->code.size() >= 3 && !party->name.empty() && party->code.data() < party->name.data())
    return Look::coded;
  bool const sentences = text.find("。") != std::string_view::npos || text.find("；") != std::string_view::npos ||
                         text.find(';') != std::string_view::npos;
  auto const length = characters(folded);
  if (length > 40 || (sentences && length > 12))
    return Look::prose;
  return length <= 8 ? Look::short_words : Look::words;
}

} // namespace jixiao::recognition
