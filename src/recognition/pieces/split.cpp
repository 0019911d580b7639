#include "recognition/pieces/split.hpp"

#include "grammars/fiscal_year.hpp"
#include "text/characters.hpp"
#include "text/clean.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace jixiao::recognition {

namespace {

constexpr std::size_t most_amounts = 32; ///< of a line; brackets behind them are not looked into
constexpr int wide_gap = 4;              ///< columns of white space that part two texts which are no label and value

struct Word {
  std::size_t begin = 0, end = 0;
  int gap = 0; ///< columns of white space before it
};

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  int gap = 0;
  bool in_word = false;
  for (std::size_t at = 0; at < text.size();) {
    auto const c = character_at(text, at);
    if (is_space(c.value)) {
      gap += c.value == 0x3000 ? 2 : 1;
      in_word = false;
    } else {
      if (!in_word)
        words.push_back({at, at, gap});
      in_word = true;
      gap = 0;
      words.back().end = at + c.length;
    }
    at += c.length;
  }
  return words;
}

/// Brackets that are opened and not closed: `数量( ≥**个 )` is one cell.
int open_brackets(std::string_view text) {
  int open = 0;
  for (std::size_t at = 0; at < text.size();) {
    auto const c = character_at(text, at);
    open += c.value == '(' || c.value == 0xFF08 ? 1 : c.value == ')' || c.value == 0xFF09 ? -1 : 0;
    at += c.length;
  }
  return open;
}

/// `财政拨款1100万元（其中：…）` without its bracket.
std::string_view before_bracket(std::string_view word) {
  if (!word.ends_with(")") && !word.ends_with("）"))
    return word;
  auto const open = std::min(word.find('('), word.find("（"));
  return open == std::string_view::npos || open == 0 ? word : word.substr(0, open);
}

/// A line of the fund block: each of its labels begins a part, with or without a colon.
bool opens_amount(std::string_view text, std::span<Word const> words, std::size_t i, LabelFinder const& labels) {
  auto const word = [&](std::size_t at) { return text.substr(words[at].begin, words[at].end - words[at].begin); };
  auto const label = labels.find_with_amount(before_bracket(word(i)));
  if (!label.as(Role::fund))
    return false;
  if (label.rest > 0 || i + 1 == words.size())
    return true;
  auto const next = word(i + 1);
  return next.find_first_of("0123456789") == 0 || labels.find(next).as(Role::fund);
}

/// 填报单位：某局 （2026年度） 单位：万元: a year at the end of a line of labels, or before the next of them.
bool is_year_between(std::string_view text, std::span<Word const> words, std::size_t i, LabelFinder const& labels) {
  auto const word = [&](std::size_t at) { return text.substr(words[at].begin, words[at].end - words[at].begin); };
  auto const before = word(i - 1);
  bool const year = std::ranges::any_of(std::array{"年度", "年度)", "年度）"},
                                        [&](char const* ending) { return word(i).ends_with(ending); });
  if (!year || !grammars::match_fiscal_year(word(i)) || before.ends_with(":") || before.ends_with("："))
    return false;
  return i + 1 == words.size() || labels.find(word(i + 1)).rest > 0;
}

/// The parts of an amount that its bracket names: 360万元（其中：上级资金：200万元；本级财政：160万元）.
void add_bracketed(std::string_view part, LabelFinder const& labels, std::vector<std::string_view>& out) {
  auto const wide = part.find("（"), narrow = part.find('(');
  auto const open = std::min(wide, narrow);
  auto const has_close = part.ends_with("）") || part.ends_with(")");
  out.push_back(part);
  if (open == std::string_view::npos || open == 0 || !has_close)
    return;
  auto inside = part.substr(open + (wide == open ? 3 : 1));
  inside.remove_suffix(part.ends_with(")") ? 1 : 3);
  std::vector<std::string_view> parts;
  while (!inside.empty()) {
    std::size_t end = inside.size(), length = 0;
    for (std::string_view const sign : {";", "；", ",", "，", "、"})
      if (auto const at = inside.find(sign); at < end)
        end = at, length = sign.size();
    parts.push_back(trim(inside.substr(0, end)));
    inside.remove_prefix(std::min(inside.size(), end + length));
    auto const label = labels.find_with_amount(parts.back());
    if (!label.as(Role::fund) || label.rest == 0) {
      auto const whole = trim(part.substr(0, open));
      if (labels.find_with_amount(whole).rest > 0) // its own amount is told all the same
        out.back() = whole, out.push_back(part.substr(open));
      return;
    }
  }
  out.back() = trim(part.substr(0, open));
  out.insert(out.end(), parts.begin(), parts.end());
}

/// 目标 1:…, 指标 2、…: the blank stands inside the number of an item.
bool is_number_of_item(std::string_view word, std::string_view next) {
  auto const digits = std::min(next.find_first_not_of("0123456789"), next.size());
  auto const behind = next.substr(digits);
  return (word == "目标" || word == "指标") && digits > 0 && digits <= 2 &&
         std::ranges::any_of(std::array{":", "：", ".", "、"},
                             [&](char const* mark) { return behind.starts_with(mark); });
}

/// 2017 | 年部门整体支出绩效评价得分表: a blank in the year that a title begins with.
bool is_year_of_title(std::string_view word, std::string_view next) {
  constexpr std::string_view year = "年";
  return word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) && next.starts_with(year) &&
         word.find_first_not_of("0123456789") == std::string_view::npos && next.find("表") != std::string_view::npos;
}

/// Two words of a label that one blank parts: 一级 指标. Labels of single characters are put together later.
class WordsOfLabel {
public:
  WordsOfLabel(std::string_view text, std::span<Word const> words, LabelFinder const& labels)
      : text_(text), words_(words), labels_(labels) {}

  /// The last word of what begins at word `i`.
  std::size_t last(std::size_t i) const {
    if (i + 1 >= words_.size() || words_[i + 1].gap != 1)
      return i;
    if (is_number_of_item(of(i, i), of(i + 1, i + 1)) || is_year_of_title(of(i, i), of(i + 1, i + 1)))
      return i + 1;
    constexpr std::size_t character = 3; // bytes
    if (of(i, i).size() <= character)
      return i;
    bool const second = of(i + 1, i + 1) == "指标" || !is_label(i + 1, i + 1);
    return second && is_label(i, i + 1) ? i + 1 : i;
  }

private:
  std::string_view of(std::size_t first, std::size_t last) const {
    return text_.substr(words_[first].begin, words_[last].end - words_[first].begin);
  }

  bool is_label(std::size_t first, std::size_t last) const {
    auto const label = labels_.find(of(first, last));
    return (label.known() || label.is_level()) && label.rest == 0;
  }

  std::string_view text_;
  std::span<Word const> words_;
  LabelFinder const& labels_;
};

} // namespace

std::vector<std::string_view> split_amounts(std::string_view part, LabelFinder const& labels) {
  constexpr std::size_t longest = 300; // bytes; a longer text is prose
  std::vector<std::string_view> out;
  auto rest = part.size() <= longest ? part : std::string_view();
  std::size_t from = 0;
  while (!rest.empty()) {
    std::size_t end = rest.size(), length = 0;
    for (std::string_view const sign : {";", "；", "，"})
      if (auto const at = rest.find(sign, from); at < end)
        end = at, length = sign.size();
    if (end < rest.size() && open_brackets(rest.substr(0, end)) > 0) {
      from = end + length;
      continue;
    }
    auto const item = trim(rest.substr(0, end));
    rest.remove_prefix(std::min(rest.size(), end + length));
    from = 0;
    auto const label = labels.find_with_amount(before_bracket(item));
    if (!label.as(Role::fund) || label.rest == 0 || out.size() == most_amounts)
      return {part};
    out.push_back(item);
  }
  return out.empty() ? std::vector{part} : out;
}

std::size_t label_before_blanks(std::string_view text, bool narrow, LabelFinder const& labels) {
  constexpr std::size_t longest_line = 200, shortest_label = 12, most_words = 6; // bytes; a name has few words
  if (text.size() > longest_line || text.find("。") != std::string_view::npos)
    return 0;
  auto const words = words_of(text);
  if (words.size() < 2 || words.size() > most_words || words[0].end < shortest_label ||
      (!narrow && words[1].gap < wide_gap))
    return 0;
  auto const word = [&](std::size_t i) { return text.substr(words[i].begin, words[i].end - words[i].begin); };
  auto const label = labels.find(word(0));
  auto const* pair = label.rest == 0 ? label.as(Role::pair) : nullptr;
  bool const names = pair && (pair->target == "project_name" || pair->target == "implementing_unit" ||
                              pair->target == "supervising_department");
  for (std::size_t i = 1; names && i < words.size(); ++i)
    if (labels.find(word(i)).known())
      return 0;
  return names ? words[0].end : 0;
}

std::vector<std::string_view> split_words(std::string_view text, LabelFinder const& labels) {
  constexpr std::size_t most_in_bracket = 4; // words; a bracket that nobody closes ends here
  auto const words = words_of(text);
  WordsOfLabel const of_label(text, words, labels);
  std::vector<std::string_view> out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    auto const begin = words[i].begin;
    if (auto const last = of_label.last(i); last > i) {
      out.push_back(text.substr(begin, words[last].end - begin));
      i = last;
      continue;
    }
    auto end = i;
    while (end + 1 < words.size() && end - i < most_in_bracket &&
           open_brackets(text.substr(begin, words[end].end - begin)) > 0)
      ++end;
    if (open_brackets(text.substr(begin, words[end].end - begin)) > 0)
      end = i;
    out.push_back(text.substr(begin, words[end].end - begin));
    i = end;
  }
  return out;
}

bool is_line_of_amounts(std::string_view text, LabelFinder const& labels) {
  constexpr std::size_t most_words = 16;
  if (text.find("元") == std::string_view::npos) // few texts are looked at any closer
    return false;
  auto const words = words_of(text);
  if (words.size() < 2 || words.size() > most_words)
    return false;
  return std::ranges::all_of(words, [&](Word const& word) {
    auto const label = labels.find_with_amount(before_bracket(text.substr(word.begin, word.end - word.begin)));
    return label.as(Role::fund) && label.rest > 0;
  });
}

std::vector<std::string_view> split_labels(std::string_view text, LabelFinder const& labels) {
  auto const words = words_of(text);
  std::vector<std::string_view> out;
  std::size_t begin = 0;
  auto const first = labels.find(text);
  bool const amounts = first.as(Role::fund) || first.is(Role::side, "fund") || is_line_of_amounts(text, labels);
  auto const is_amount = [&](std::string_view part) {
    auto const label = labels.find_with_amount(part);
    return label.as(Role::fund) && label.rest > 0;
  };
  auto const add = [&](std::string_view part) {
    bool const follows = !out.empty() && is_amount(out.back()); // 资金总额：76万元　其中：…60万元，其他资金16万元
    for (auto const item : amounts || follows ? split_amounts(part, labels) : std::vector{part})
      if (amounts && out.size() < most_amounts)
        add_bracketed(item, labels, out);
      else
        out.push_back(item);
  };
  for (std::size_t i = 1; i < words.size(); ++i) {
    auto const word = text.substr(words[i].begin, words[i].end - words[i].begin);
    bool const has_colon = word.find(':') != std::string_view::npos || word.find("：") != std::string_view::npos;
    bool const is_label = (has_colon && labels.find(word).known()) || (amounts && opens_amount(text, words, i, labels));
    if (is_label && words[i].begin - begin < labels.find(text.substr(begin)).rest)
      continue; // 主管 over 部门：区水利局
    if (!is_label && !is_year_between(text, words, i, labels) && (words[i].gap < wide_gap || word.size() < 6))
      continue;
    add(trim(text.substr(begin, words[i].begin - begin)));
    begin = words[i].begin;
  }
  add(trim(text.substr(begin)));
  return out;
}

} // namespace jixiao::recognition
