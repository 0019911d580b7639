#pragma once

#include <cstdint>
#include <string_view>

namespace jixiao::recognition {

/// What a text looks like, before anything is known of where it stands.
enum class Look : std::uint8_t {
  number,      ///< 12.5
  percentage,  ///< 98%, 98百分比
  quantity,    ///< ≥90%, 12台: a number with a comparator or a unit
  money,       ///< 4万元
  deadline,    ///< 2021年12月底前
  comparator,  ///< ≥, 大于等于
  direction,   ///< 正向, 反向指标
  nature,      ///< 定性, 定量
  unit,        ///< 人次, %, 百分比
  placeholder, ///< —, /, ……
  none,        ///< 无
  offered,     ///< 指标2: a row that the template offers
  tick,        ///< √
  likelihood,  ///< 确定能
  grade,       ///< 优
  coded,       ///< 830001-某镇人民政府
  short_words, ///< up to eight characters
  words,       ///< anything else
  prose        ///< sentences
};

Look look_of(std::string_view text);

/// True for what offices print where there is nothing to say: a dash, a slash, dots.
bool is_nothing(std::string_view text);

/// True for what ends in a word that ends the names of indicators: 种植面积, 合格率.
bool ends_as_name(std::string_view text);

/// The same, also of words that end other texts as well: 资助学生数.
bool may_end_as_name(std::string_view text);

/// True for what says in which unit it is counted: 补助面积(万亩). It is the name of an indicator, and no value.
bool names_its_unit(std::string_view text);

/// True for a name with its mark: 指标1.药品抽验品种.
bool is_marked_name(std::string_view text);

/// True for the rows that a template offers and nobody filled in: 指标2, 指标1：, 具体指标, ……
bool is_offered_row(std::string_view name);

/// `before_change`: 调整前; `behind_change`: 调整后. The text is one of these words.
bool says_change(std::string_view key, std::string_view text);

/// 扫一扫在手机打开当前页: a line that a web page prints below its text.
bool is_line_of_web_page(std::string_view text);

} // namespace jixiao::recognition
