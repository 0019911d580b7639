#include "recognition/labels/titles.hpp"

#include "grammars/fiscal_year.hpp"
#include "grammars/heading.hpp"
#include "grammars/period.hpp"
#include "recognition/labels/other_characters.hpp"
#include "recognition/labels/vocabulary_file.hpp"
#include "text/clean.hpp"
#include "text/text_memory.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>
#include <vector>

namespace jixiao::recognition {

namespace {

constexpr std::size_t longest_title = 240;               ///< bytes
constexpr std::string_view booklet = "绩效评价自评报告"; ///< a form with its cover

/// Offset of the last bracket when the text ends with it; npos when it does not.
std::size_t last_bracket(std::string_view text) {
  if (!text.ends_with(")") && !text.ends_with("）"))
    return std::string_view::npos;
  auto const ascii = text.rfind('('), wide = text.rfind("（");
  if (ascii == std::string_view::npos || wide == std::string_view::npos)
    return std::min(ascii, wide);
  return std::max(ascii, wide);
}

/// 绩效目标表 2026年度, of two lines that were put together.
std::optional<int> take_year_behind(std::string& text) {
  constexpr std::string_view end = "表";
  auto const at = text.rfind(end);
  if (at == std::string::npos || at + end.size() == text.size())
    return std::nullopt;
  std::string behind;
  auto const year = grammars::match_fiscal_year(fold_label(std::string_view(text).substr(at + end.size()), behind));
  if (!year)
    return std::nullopt;
  text.resize(at + end.size());
  return *year;
}

/// Takes the year off the end of a title: 自评表(2023年度), 自评表(2023).
std::optional<int> take_year(std::string& text) {
  auto const bracket = last_bracket(text);
  if (bracket == std::string_view::npos)
    return take_year_behind(text);
  std::string inside;
  fold_label(std::string_view(text).substr(bracket), inside);
  bool const bare = inside.size() == 6 && inside.starts_with("(20") && inside.find_first_not_of("0123456789", 1) == 5;
  auto const year = grammars::match_fiscal_year(bare ? inside.substr(1, 4) + "年" : inside);
  if (!year)
    return std::nullopt;
  text = std::string(trim(std::string_view(text).substr(0, bracket)));
  return *year;
}

/// 申报表（ 年度）: the bracket for a year that nobody filled in is no part of the title.
void drop_blank_year(std::string& text) {
  auto const bracket = last_bracket(text);
  if (bracket == std::string_view::npos || bracket == 0)
    return;
  std::string inside;
  fold_label(std::string_view(text).substr(bracket), inside);
  // （2024-2026年） is of the project: no single year is that of the form.
  if (inside == "(年度)" || inside == "(年)" || inside == "()" || grammars::match_period(inside))
    text = std::string(trim(std::string_view(text).substr(0, bracket)));
}

/// Few texts hold what a title ends in.
bool may_end_a_title(std::string_view text) {
  constexpr std::array<std::string_view, 5> words{"表", "自评结果", "绩效目标", "申报书", booklet};
  return std::ranges::any_of(words, [&](auto const word) { return text.find(word) != std::string_view::npos; });
}

/// The family of a title without its year and number; empty when it is none.
std::string family_of(std::string_view text, std::span<TitlePattern const> patterns) {
  std::string folded;
  fold_label(text, folded);
  if (auto simplified = in_simplified(folded))
    folded = *std::move(simplified);
  std::string_view core = folded;
  for (auto const& pattern : patterns)
    if (pattern.any_before ? core.ends_with(pattern.text) : core == pattern.text)
      return pattern.family;
  if (auto const bracket = last_bracket(core); bracket != std::string_view::npos)
    core = core.substr(0, bracket);
  for (std::string_view const stop : {"。", "，", ",", ";", "；", "《", "“", ":", "、请", "?", "？"})
    if (core.find(stop) != std::string_view::npos)
      return {};
  // 某局2022年度项目绩效自评结果 over a list; 自评结果 alone is a label.
  constexpr std::string_view of_list = "自评结果";
  bool const list = core.ends_with(of_list) && grammars::find_fiscal_year(core);
  static auto const whole_titles = vocabulary_words("titles.vocab", "whole");
  bool const whole = std::ranges::find(whole_titles, core) != whole_titles.end();
  bool const both =
      core.ends_with("绩效目标和指标") || core.ends_with("绩效目标及指标") || core.ends_with("绩效目标申报书");
  if (!core.ends_with("表") && !core.ends_with(booklet) && !list && !whole && !both)
    return {};
  static WordFinder const words("titles.vocab");
  return std::string(words.key_of_word_in(core));
}

constexpr std::size_t longest_number = 30; ///< bytes, of an attachment

/// 年度绩效目标表 behind 附表2026, .5亿元 behind 附件12: the number is one of the title.
bool goes_on_from_number(std::string_view behind) {
  constexpr std::array<std::string_view, 4> words{"年", ".", "-", "号"};
  return std::ranges::any_of(words, [&](auto const word) { return behind.starts_with(word); });
}

/// 附表3：绩效目标表, 表十一 绩效目标表: what stands behind the blank or colon; the text where no number stands before
/// it.
std::string_view behind_parted_number(std::string_view text) {
  constexpr std::array<std::string_view, 4> marks{" ", "　", ":", "："};
  for (auto at = std::min(longest_number, text.size()); at > 0; --at)
    for (auto const mark : marks)
      if (text.substr(at).starts_with(mark) && is_attachment_number(text.substr(0, at)))
        if (auto const behind = trim(text.substr(at + mark.size())); !goes_on_from_number(behind))
          return behind;
  return text;
}

/// 附件1绩效自评表, 附表3-1绩效目标表: what stands right behind the digits.
std::string_view behind_glued_number(std::string_view text) {
  auto const number = std::min(text.find_first_of("0123456789"), text.size());
  auto const end = std::min(text.find_first_not_of("0123456789-", number), text.size());
  auto const head = text.substr(0, end), behind = text.substr(end);
  bool const numbered = end < longest_number && !head.ends_with('-') && is_attachment_number(head);
  return numbered && !behind.starts_with("表") && !goes_on_from_number(behind) ? behind : text;
}

std::string_view without_attachment_number(std::string_view text) {
  text = trim(text);
  auto const rest = behind_parted_number(text);
  return rest.size() < text.size() ? rest : behind_glued_number(text);
}

std::optional<Title> title_in(std::string_view raw, std::span<TitlePattern const> patterns) {
  Title title;
  auto const behind_number = without_attachment_number(raw);
  auto text = clean_value(family_of(behind_number, patterns).empty() ? raw : behind_number);
  if (auto const heading = grammars::match_heading(text); heading && !heading->title.empty()) {
    title.ordinal = std::string(heading->ordinal);
    text = std::string(heading->title);
  }
  title.year = take_year(text);
  drop_blank_year(text);
  title.family = family_of(text, patterns);
  if (title.family.empty())
    return std::nullopt;
  if (!title.year)
    if (auto const year = grammars::find_fiscal_year(text))
      title.year = *year;
  title.text = std::move(text);
  return title;
}

} // namespace

std::optional<Title> read_title(std::string_view raw, std::span<TitlePattern const> patterns) {
  if (raw.empty() || raw.size() > longest_title)
    return std::nullopt;
  if (!patterns.empty())
    return title_in(raw, patterns);
  if (!may_end_a_title(raw))
    return std::nullopt;
  thread_local TextMemory<std::optional<Title>, 16, longest_title> memory;
  return memory.of(raw, [](std::string_view text) { return title_in(text, {}); });
}

std::size_t title_behind_sentence(std::string_view text, std::span<TitlePattern const> patterns) {
  constexpr std::size_t longest = 600; ///< bytes
  if (text.size() > longest || !may_end_a_title(text) || read_title(text, patterns))
    return 0;
  auto const core = text.substr(0, last_bracket(text));
  std::size_t begin = 0;
  for (std::string_view const end : {"。", ")", "）"})
    if (auto const at = core.rfind(end); at != std::string_view::npos)
      begin = std::max(begin, at + end.size());
  return begin > 0 && begin < core.size() && read_title(text.substr(begin), patterns) ? begin : 0;
}

std::string_view without_continuation(std::string_view title) {
  static auto const marks = vocabulary_words("furniture.vocab", "continuation");
  for (auto const mark : marks)
    if (title.ends_with(mark))
      title.remove_suffix(mark.size());
  return title;
}

bool begins_list_of_attachments(std::string_view raw) {
  constexpr std::size_t longest_head = 24; // bytes before the colon
  auto const colon = std::min(raw.find(':'), raw.find("："));
  if (colon > longest_head)
    return false;
  std::string folded;
  auto const head = fold_label(raw.substr(0, colon), folded);
  static auto const words = vocabulary_words("furniture.vocab", "attachment");
  return std::ranges::any_of(words, [&](std::string_view word) { return word.starts_with("附") && head == word; });
}

/// 3, 05-2, and not 2026.
static bool is_short_number(std::string_view number) {
  constexpr std::size_t most_digits = 2;
  std::size_t run = 0;
  return std::ranges::all_of(number, [&](char c) {
    run = c == '-' ? 0 : run + 1;
    return run <= most_digits;
  });
}

bool is_attachment_number(std::string_view raw) {
  if (raw.size() > 40)
    return false;
  std::string folded;
  std::string_view text = fold_label(raw, folded);
  auto const take_one_of = [&](auto const& words) {
    auto const word = std::ranges::find_if(words, [&](std::string_view w) { return text.starts_with(w); });
    if (word == words.end())
      return false;
    text.remove_prefix(word->size());
    return true;
  };
  static auto const attachments = vocabulary_words("furniture.vocab", "attachment");
  static auto const tables = vocabulary_words("furniture.vocab", "numbered_table");
  constexpr std::array<std::string_view, 10> numerals{"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
  bool const attachment = take_one_of(attachments);
  if (!attachment && !take_one_of(tables))
    return false;
  auto const before = text.size();
  if (auto const digits = text.substr(0, text.find_first_not_of("0123456789-")); is_short_number(digits))
    text.remove_prefix(digits.size());
  while (take_one_of(numerals))
    ;
  bool const numbered = text.size() < before;
  return ((attachment && text.empty()) || text == "表") && (numbered || raw.find("附") != std::string_view::npos);
}

} // namespace jixiao::recognition
