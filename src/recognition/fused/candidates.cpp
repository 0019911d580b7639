#include "recognition/fused/candidates.hpp"

#include "recognition/fused/words.hpp"
#include "recognition/labels/titles.hpp"
#include "recognition/pieces/looks.hpp"

#include <algorithm>
#include <optional>

namespace jixiao::recognition::fused {

namespace {

constexpr std::size_t longest_label = 24;      ///< characters
constexpr std::size_t shortest_label = 6;      ///< bytes
constexpr std::size_t longest_title = 60;      ///< characters
constexpr std::size_t longest_unit_before = 4; ///< characters between a number and a title
constexpr std::size_t longest_attachment_number = 5, longest_attachment_word = 2; ///< characters of 1-2, of 附件
constexpr int most_brackets = 2;                                                  ///< behind a label: (万元)(20分)

/// A label as it is, without a number or brackets around it.
std::optional<Label> exact(std::string const& folded, LabelFinder const& labels) {
  if (folded.size() < shortest_label)
    return std::nullopt;
  auto label = labels.find_folded(folded);
  if ((!label.known() && !label.is_level()) || label.numbered || label.part || !label.annotation.empty() ||
      folded.back() == ':')
    return std::nullopt;
  return label;
}

/// 项目名称【专项】…: a mark before a name, which is no part of its label.
bool is_mark_of_value(Line const& line, Candidate const& candidate) {
  return candidate.end < line.glyphs.size() && candidate.label.as(Role::pair) && !candidate.label.as(Role::fund) &&
         line.text.substr(line.glyphs[candidate.end].begin).starts_with("【");
}

/// Brackets and a colon behind a label are of it.
void take_brackets(Line const& line, std::size_t at, LabelFinder const& labels, Candidate& candidate) {
  auto const& glyphs = line.glyphs;
  for (int i = 0; i < most_brackets && !is_mark_of_value(line, candidate); ++i) {
    auto const end = behind_bracket(glyphs, candidate.end);
    if (end == candidate.end)
      break;
    auto label = labels.find_folded(joined(glyphs, at, end));
    if (!label.known() && !label.is_level())
      break;
    candidate.label = std::move(label);
    candidate.end = end;
  }
  if (value_at(glyphs, candidate.end) == ':') {
    candidate.colon = true;
    ++candidate.end;
  }
}

/// 一*级指标: a star that a converter has put between the characters of a label.
bool is_stray_star(Glyphs const& glyphs, std::size_t at) {
  return glyphs[at].value == '*' && at > 0 && is_ideographic(glyphs[at - 1].value) &&
         is_ideographic(value_at(glyphs, at + 1));
}

void find_labels(Line& line, std::size_t at, LabelFinder const& labels) {
  auto const& glyphs = line.glyphs;
  auto const second = at + 1 < glyphs.size() && is_stray_star(glyphs, at + 1) ? at + 2 : at + 1;
  if (second >= glyphs.size() || !labels.may_begin_label(glyphs[at].text + glyphs[second].text))
    return;
  std::string text;
  for (auto end = at; end < glyphs.size() && end < at + longest_label; ++end) {
    if (is_stray_star(glyphs, end))
      continue;
    text += glyphs[end].text;
    if (auto label = exact(text, labels)) {
      Candidate candidate{end + 1, end + 1 - at, std::move(*label)};
      take_brackets(line, at, labels, candidate);
      line.candidates[at].push_back(std::move(candidate));
    }
  }
}

/// A digit of 2024年.
bool is_of_year(Glyphs const& glyphs, std::size_t at) {
  auto first = at, last = at;
  while (first > 0 && is_digit(glyphs[first - 1].value))
    --first;
  while (is_digit(value_at(glyphs, last + 1)))
    ++last;
  return value_at(glyphs, last + 1) == U'年' && last - first >= 3 && last - at < 4;
}

bool goes_before_title(Glyphs const& glyphs, std::size_t at) {
  auto const c = glyphs[at].value;
  if (glyphs[at + 1].gap)
    return false;
  if (is_digit(c))
    return is_of_year(glyphs, at);
  return is_ideographic(c) || c == '(' || c == ')' || c == U'〔' || c == U'"' || c == U'-';
}

/// 附件1, which ends before a place: no unit stands there.
bool is_behind_attachment_number(Glyphs const& glyphs, std::size_t at) {
  auto digits = at;
  while (digits > 0 && at - digits < longest_attachment_number &&
         (is_digit(glyphs[digits - 1].value) || glyphs[digits - 1].value == '-'))
    --digits;
  for (std::size_t letters = 1; letters <= longest_attachment_word && letters <= digits; ++letters)
    if (is_attachment_number(joined(glyphs, digits - letters, at)))
      return true;
  return false;
}

/// Where the title begins whose 表 stands at `at`.
std::size_t begin_of_title(Glyphs const& glyphs, std::size_t at) {
  auto begin = at;
  while (begin > 0 && at - begin < longest_title && goes_before_title(glyphs, begin - 1))
    --begin;
  if (begin == 0 || !is_digit(glyphs[begin - 1].value) || is_behind_attachment_number(glyphs, begin))
    return begin;
  // 95百分比省级部门…表: the unit is of the number before it.
  auto out = begin;
  for (auto stop = begin + 1; stop < at && stop <= begin + longest_unit_before; ++stop) {
    bool const in_project = glyphs[stop - 1].value == U'项' && glyphs[stop].value == U'目'; // 28项目支出…表
    if (!in_project && look_of(joined(glyphs, begin, stop)) == Look::unit)
      out = stop;
  }
  return out;
}

/// 年 月 日某局…表: the 日 is of a date that nobody filled in.
bool is_day_of_date(Glyphs const& glyphs, std::size_t at) {
  return glyphs[at].value == U'日' && at >= 2 && glyphs[at].gap && glyphs[at - 1].value == U'月';
}

void find_title(Line& line, std::size_t at) {
  auto const& glyphs = line.glyphs;
  if (glyphs[at].value != U'表')
    return;
  auto const end = behind_bracket(glyphs, at + 1);
  auto begin = begin_of_title(glyphs, at);
  if (is_day_of_date(glyphs, begin) && begin + 1 < at)
    ++begin;
  auto const from = glyphs[begin].begin, to = glyphs[end - 1].end;
  if (begin == at || !read_title(line.text.substr(from, to - from)))
    return;
  line.candidates[begin].push_back({end, end - begin, {}, true});
}

} // namespace

Line find_candidates(std::string_view text, LabelFinder const& labels) {
  Line line{text, glyphs_of(text), {}, {}};
  line.candidates.resize(line.glyphs.size());
  line.behind_outcome.resize(line.glyphs.size());
  std::size_t outcome_end = 0; // bytes; in 达成预期指标 stands no label
  for (std::size_t at = 0; at < line.glyphs.size(); ++at) {
    auto const begin = line.glyphs[at].begin;
    line.behind_outcome[at] = outcome_end > 0 && begin >= outcome_end && line.glyphs[at - 1].begin < outcome_end;
    if (begin >= outcome_end)
      if (auto const length = outcome_length(text.substr(begin)); length > 0)
        outcome_end = begin + length;
    if (begin < outcome_end)
      continue;
    if (!is_ideographic(line.glyphs[at].value) && line.glyphs[at].value != '1')
      continue;
    find_labels(line, at, labels);
    find_title(line, at);
  }
  return line;
}

bool label_follows(Line const& line, std::size_t at) {
  if (is_digit(value_at(line.glyphs, at)) && value_at(line.glyphs, at + 1) == '(')
    ++at; // 年度绩效目标2(40分)
  while (value_at(line.glyphs, at) == '(')
    at = std::max(behind_bracket(line.glyphs, at), at + 1);
  return at >= line.glyphs.size() ||
         std::ranges::any_of(line.candidates[at], [](Candidate const& c) { return c.size >= 3 || c.label.is_level(); });
}

} // namespace jixiao::recognition::fused
