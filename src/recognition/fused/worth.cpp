#include "recognition/fused/worth.hpp"

#include "recognition/columns/columns.hpp"
#include "recognition/pieces/looks.hpp"

#include <algorithm>

namespace jixiao::recognition::fused {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t longest_fund_header = 60; ///< glyphs of the header of the fund block

constexpr std::size_t fewest_columns_behind = 2; ///< labels of columns behind the first of a header

constexpr std::size_t longest_offered = 16; ///< characters between a label and the first box

constexpr std::size_t shortest_column = 3; ///< characters of a label in the middle of a header

/// More than words of labels in the names of a table are together, which are none there.
constexpr double worth_of_table = 1000;

bool is_punctuation(char32_t c) { return U",，.。;；:：、!！?？…\"“”'‘’《》%/"sv.find(c) != std::u32string_view::npos; }

/// A word of a sentence that goes on.
bool goes_on(char32_t c) { return U"的和及与是为等按由将在"sv.find(c) != std::u32string_view::npos; }

/// A sign between the terms of a formula.
bool is_operator(char32_t c) { return U"=＝/*×÷+"sv.find(c) != std::u32string_view::npos; }

bool is_column(Label const& label) {
  auto const* side = label.as(Role::side);
  return label.as(Role::column) || label.as(Role::measure) || label.as(Role::task) ||
         (side && (side->target == "indicators" || side->target == "fund"));
}

Before kind_of(Label const& label) {
  if (label.is_level())
    return label.level1 >= 0 && label.level2 < 0 ? Before::group1 : Before::group;
  if (label.as(Role::goal))
    return Before::other;
  if (label.as(Role::fund) && !label.as(Role::measure))
    return Before::fund;
  if (is_column(label))
    return Before::column;
  return label.as(Role::pair) ? Before::pair : Before::other;
}

/// Labels of columns in a row make a header.
bool heads_columns(Line const& line, std::size_t at, std::size_t count) {
  return at < line.glyphs.size() && std::ranges::any_of(line.candidates[at], [&](Candidate const& c) {
           return !c.label.is_level() && column_kind(c.label) && (count < 2 || heads_columns(line, c.end, count - 1));
         });
}

/// A group of level 2 that says that it is one may begin at a glyph.
bool is_level_at(Line const& line, std::size_t at) {
  return at < line.glyphs.size() && std::ranges::any_of(line.candidates[at], [](Candidate const& c) {
           return c.label.level2 >= 0 && c.label.text.ends_with("指标");
         });
}

/// The label of a title stands behind it, or the year.
bool title_may_end(Line const& line, std::size_t end) {
  if (value_at(line.glyphs, end - 1) == ')' || label_follows(line, end))
    return true;
  auto at = end;
  while (is_digit(value_at(line.glyphs, at)))
    ++at;
  return at == end + 4 && value_at(line.glyphs, at) == U'年';
}

/// A question on a candidate: the same for all kinds of labels.
struct Question {
  Line const& line;
  Place const& place;
  Candidate const& candidate;

  Label const& label() const { return candidate.label; }
  char32_t next() const { return value_at(line.glyphs, candidate.end); }
  bool at_line_end() const { return candidate.end == line.glyphs.size(); }
  bool at_gap() const { return place.at == 0 || line.glyphs[place.at].gap; }
  bool behind() const { return line.behind_outcome[place.at] || behind_value(line.glyphs, place.at); }
  bool free() const { return place.before != Before::text || behind(); }
  bool follows() const { return label_follows(line, candidate.end); }
};

/// 执行率=执行数/预算数: a term of a formula. A dash that stands for a value has blanks around it.
bool is_term(Question const& q) {
  auto const& glyphs = q.line.glyphs;
  if (!q.label().as(Role::measure))
    return false;
  if (q.place.at > 0 && !q.at_gap() && is_operator(glyphs[q.place.at - 1].value))
    return true;
  bool const before = is_operator(q.next()) && q.candidate.end + 1 < glyphs.size() && !glyphs[q.candidate.end].gap;
  return before && !q.line.candidates[q.candidate.end + 1].empty();
}

/// `,执行率未达到90%的说明原因`: a measure in the middle of a sentence.
bool is_in_sentence(Question const& q) {
  bool const comma = q.place.at > 0 && !q.at_gap() &&
                     U",，、"sv.find(q.line.glyphs[q.place.at - 1].value) != std::u32string_view::npos;
  return comma && q.label().as(Role::measure) && !begins_value(q.next()) && !q.follows();
}

/// 项目类别、部门项目☑、专项□: what is offered has lost its numbers, and a box stands behind its words.
bool offers_boxes(Question const& q) {
  if (!q.label().as(Role::pair) || q.next() != U'、')
    return false;
  auto const& glyphs = q.line.glyphs;
  for (auto at = q.candidate.end + 1; at < glyphs.size() && at <= q.candidate.end + longest_offered; ++at) {
    if (auto const c = glyphs[at].value; !is_ideographic(c))
      return U"□☐☑☒■√"sv.find(c) != std::u32string_view::npos;
  }
  return false;
}

/// `按照年初设定目标,…`: no value begins with the sign that ends a part of a sentence.
bool ends_part_of_sentence(Question const& q) {
  return !q.candidate.colon && !q.free() && !q.at_line_end() && !offers_boxes(q) &&
         U",，。;；"sv.find(q.next()) != std::u32string_view::npos;
}

/// 预算执行率 and 权重 with nothing between them are two measures, unless 预算执行率 stands before them.
bool is_two_measures(Question const& q) {
  auto const end = q.candidate.end, at = q.place.at;
  auto const is_measure = [](Candidate const& c) { return c.label.as(Role::measure) != nullptr; };
  for (auto const& first : q.line.candidates[at]) {
    if (first.end >= end || !is_measure(first))
      continue;
    bool const second = std::ranges::any_of(q.line.candidates[first.end],
                                            [&](Candidate const& c) { return c.end == end && is_measure(c); });
    if (!second)
      continue;
    auto const text = joined(q.line.glyphs, at, first.end);
    auto const from = at > longest_fund_header ? at - longest_fund_header : 0;
    return joined(q.line.glyphs, from, at).find(text) == std::string::npos;
  }
  return false;
}

/// 指标 at the end tells a group; without it the groups around do.
bool is_group(Question const& q) {
  bool const table = q.place.table, free = q.free();
  if (q.label().text.ends_with("指标"))
    return table || free;
  if (q.next() == U'率')
    return false; // 资金到位率
  bool const group_follows = is_level_at(q.line, q.candidate.end);
  if (!free || !table || (!group_follows && begins_value(q.next())))
    return false;
  if (q.candidate.size < 4)
    return group_follows && q.place.before != Before::group1;
  bool const below = q.place.before == Before::group1 && q.label().level2 >= 0;
  return below || group_follows || q.behind();
}

/// 合计100, right behind the words of a remark: the points of a table add up to a hundred.
bool has_full_points(Question const& q) {
  auto const end = q.candidate.end;
  return joined(q.line.glyphs, end, std::min(end + 3, q.line.glyphs.size())) == "100";
}

bool is_total_in_table(Question const& q) {
  bool const behind_group = q.place.before == Before::group && is_digit(q.next()); // that has no indicators
  bool const begins = q.place.at == 0 || q.place.before == Before::text || behind_group || q.at_gap();
  return (q.free() || has_full_points(q)) && q.place.before != Before::column && begins &&
         (q.at_line_end() || begins_value(q.next()));
}

bool is_pair_in_table(Question const& q, std::string_view target) {
  if (target == "project_name")
    return q.candidate.size >= 4;
  return q.candidate.size >= 6 && target != "start_date" && target != "end_date" && !q.label().as(Role::column);
}

/// In a table few labels are any: the total, notes, what stands below, and the label of the next project.
bool is_label_in_table(Question const& q) {
  auto const& label = q.label();
  if (q.place.before == Before::column && is_column(label))
    return true; // the header goes on
  if (q.candidate.size >= shortest_column && !label.is_level() && column_kind(label) &&
      heads_columns(q.line, q.candidate.end, fewest_columns_behind))
    return true; // or it does behind labels that nobody has listed
  auto const kind = column_kind(label);
  if (kind && *kind <= ColumnKind::level3 && !label.as(Role::side) && q.candidate.size >= 4 && q.place.at == 0)
    return q.follows(); // or its next line does
  if (label.as(Role::total))
    return is_total_in_table(q);
  if (label.as(Role::note))
    return q.free() && q.candidate.colon;
  if (auto const* pair = label.as(Role::pair))
    return is_pair_in_table(q, pair->target);
  auto const* side = label.as(Role::side);
  bool const heads = side && (side->target == "indicators" || side->target == "goal");
  return heads && q.candidate.size >= 4 && ((q.place.at == 0 && side->target == "indicators") || q.follows());
}

/// 合计, 金额, 得分: words of two or three characters stand anywhere.
bool is_short_label(Question const& q) {
  if (q.candidate.colon)
    return true;
  if (q.label().as(Role::total))
    return q.free() && is_digit(q.next());
  if (q.label().is(Role::pair, "period") && is_digit(q.next()))
    return true; // 项目期3年
  bool const below_header = q.place.before == Before::column || q.place.before == Before::fund;
  if (q.label().as(Role::fund) && below_header && is_digit(q.next()))
    return true;
  // 指标 指标内容 指标值: the word of the group, and again in the header it stands before.
  auto const end = q.candidate.end, length = end - q.place.at;
  bool const again = end + length <= q.line.glyphs.size() &&
                     joined(q.line.glyphs, end, end + length) == joined(q.line.glyphs, q.place.at, end);
  bool const apart = (q.at_gap() || is_punctuation(q.line.glyphs[q.place.at - 1].value)) && again &&
                     heads_columns(q.line, end, fewest_columns_behind);
  bool const begins_header = (q.candidate.size == 3 && q.follows() && q.free()) || apart;
  return is_column(q.label()) && (q.place.before == Before::column || begins_header);
}

/// …专项资金主管部门: right behind words the funds are what they name, and the label is the rest.
bool begins_with_end_of_name(Question const& q) {
  constexpr std::string_view funds = "资金";
  constexpr std::size_t length = 2; // characters
  auto const* pair = q.label().as(Role::pair);
  bool const office = pair && pair->target == "supervising_department"; // 资金使用单位 is a label
  auto const rest = q.place.at + length;
  return office && !q.free() && q.label().text.starts_with(funds) && rest < q.line.candidates.size() &&
         std::ranges::any_of(q.line.candidates[rest], [&](Candidate const& c) { return c.end == q.candidate.end; });
}

/// 总得分99分项目名称, or 总分:分项目名称: the points are of the score before them, and the label is the rest.
bool begins_with_unit_of_value(Question const& q) {
  auto const& glyphs = q.line.glyphs;
  auto const at = q.place.at, rest = at + 1;
  if (at == 0 || q.at_gap() || rest >= q.line.candidates.size() || look_of(glyphs[at].text) != Look::unit)
    return false;
  bool const blank = at > 1 && glyphs[at - 1].value == ':' && glyphs[at - 2].value == glyphs[at].value;
  return (is_digit(glyphs[at - 1].value) || blank) &&
         std::ranges::any_of(q.line.candidates[rest], [&](Candidate const& c) { return c.end == q.candidate.end; });
}

bool is_label(Question const& q) {
  auto const& label = q.label();
  if (begins_with_end_of_name(q) || begins_with_unit_of_value(q))
    return false;
  if (q.candidate.size <= 3)
    return is_short_label(q);
  bool const only_fund = label.as(Role::fund) && !label.as(Role::measure) && !label.as(Role::pair);
  if (only_fund) {
    bool const amount = q.candidate.colon || begins_value(q.next());
    return amount || (q.free() && q.place.before != Before::pair && q.follows());
  }
  if (q.candidate.size > 5 || q.free())
    return true;
  bool const sentence = (is_punctuation(q.next()) && !offers_boxes(q)) || goes_on(q.next());
  return !sentence && (!label.as(Role::goal) || q.follows());
}

bool is_one(Question const& q) {
  if (q.candidate.title)
    return title_may_end(q.line, q.candidate.end);
  if (is_term(q) || is_in_sentence(q) || is_two_measures(q) || ends_part_of_sentence(q))
    return false;
  if (q.label().is_level())
    return is_group(q);
  return q.place.table ? is_label_in_table(q) : is_label(q);
}

/// The label of a group or name before others of columns: a table of indicators begins.
bool begins_table(Question const& q) {
  auto const kind = column_kind(q.label());
  return !q.place.table && !q.label().is_level() && kind && *kind <= ColumnKind::level3 &&
         behind(q.place, q.candidate).table && heads_columns(q.line, q.candidate.end, fewest_columns_behind);
}

/// Whether a table of indicators goes on behind a label.
bool table_behind(bool table, Candidate const& candidate) {
  auto const& label = candidate.label;
  if (candidate.title || (label.as(Role::note) && candidate.colon))
    return false;
  if (label.is_level())
    return table || label.text.ends_with("指标");
  auto const kind = column_kind(label);
  if (kind && *kind <= ColumnKind::level3)
    return table || (!label.as(Role::pair) && !label.as(Role::side));
  return table && !label.as(Role::pair) && !label.as(Role::total);
}

} // namespace

std::optional<double> worth(Line const& line, Place const& place, Candidate const& candidate) {
  if (!is_one({line, place, candidate}))
    return std::nullopt;
  auto const size = static_cast<double>(candidate.size);
  return (candidate.title ? 1 : 0.5) * size * size + (begins_table({line, place, candidate}) ? worth_of_table : 0);
}

Place behind(Place const& place, Candidate const& candidate) {
  return {candidate.end, table_behind(place.table, candidate),
          candidate.title ? Before::other : kind_of(candidate.label)};
}

} // namespace jixiao::recognition::fused
