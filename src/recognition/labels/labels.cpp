#include "recognition/labels/labels.hpp"

#include "model/fields.hpp"
#include "recognition/labels/behind_label.hpp"
#include "recognition/labels/other_characters.hpp"
#include "recognition/labels/vocabulary_file.hpp"
#include "text/characters.hpp"
#include "text/clean.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace jixiao::recognition {

namespace {

constexpr std::size_t longest_label = 150;     ///< bytes of a folded text; longer ones are prose
constexpr std::size_t longest_remembered = 90; ///< bytes: longer texts are seldom labels, nor printed again
constexpr std::size_t most_remembered = 20000; ///< texts of a document

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Bytes of the number that a heading or row begins with: `1.`, `(一)`, `二、`, `①`; 0 where there is none.
std::size_t number_length(std::string_view text) {
  static constexpr std::string_view numerals = "一二三四五六七八九十";
  auto const is_numeral = [](std::string_view character) {
    for (auto rest = numerals; !rest.empty() && character.size() == 3; rest.remove_prefix(3))
      if (character[0] == rest[0] && character[1] == rest[1] && character[2] == rest[2])
        return true;
    return false;
  };
  auto const numeral_end = [&](std::size_t at) {
    std::size_t end = at;
    while (is_numeral(text.substr(end, 3)))
      end += 3;
    if (end == at)
      while (end < text.size() && end < at + 2 && is_digit(text[end]))
        ++end;
    return end;
  };
  if (text.starts_with('(')) {
    auto const end = numeral_end(1);
    return end > 1 && text.substr(end).starts_with(')') ? end + 1 : 0;
  }
  auto const end = numeral_end(0);
  if (end == 0 || end >= text.size())
    return 0;
  // 1.1数量指标: of one digit each, so that no amount in front of a label is taken for it.
  auto outline = end;
  while (end == 1 && outline + 1 < text.size() && text[outline] == '.' && text[outline + 1] > '0' &&
         text[outline + 1] <= '9')
    outline += 2;
  if (outline > end && outline < text.size() && !is_digit(text[outline]) && text[outline] != '.')
    return outline;
  if (text.substr(end).starts_with("、"))
    return end + 3;
  return text[end] == '.' && end + 1 < text.size() && !is_digit(text[end + 1]) ? end + 1 : 0;
}

/// Two characters that are not both Chinese, or the first of which begins a number, 其中, 减： or 加：.
bool begins_with_number_or_mark(std::string_view two_characters) {
  constexpr std::u32string_view firsts = U"一二三四五六七八九十其减加";
  auto const first = character_at(two_characters, 0);
  return !is_chinese(first.value) || firsts.find(first.value) != firsts.npos ||
         !is_chinese(character_at(two_characters, first.length).value);
}

std::size_t place_of_begin(std::string_view two_characters) {
  return std::hash<std::string_view>{}(two_characters) % 0x10000;
}

/// Bytes of the code of a group that stands right before its label, a digit a level: 11数量指标; 0 where there is none.
std::size_t code_length(std::string_view text) {
  constexpr std::size_t longest = 2;
  std::size_t end = 0;
  while (end < text.size() && is_digit(text[end]) && text[end] != '0')
    ++end;
  return end <= longest && end < text.size() && static_cast<unsigned char>(text[end]) >= 0x80 ? end : 0;
}

/// Takes the last bracket off `text` when the text ends with it; gives what was in it.
std::optional<std::string_view> take_bracket(std::string_view& text) {
  if (!text.ends_with(')'))
    return std::nullopt;
  int depth = 0;
  for (auto at = text.size(); at-- > 0;) {
    depth += text[at] == ')' ? 1 : text[at] == '(' ? -1 : 0;
    if (depth != 0)
      continue;
    auto const inside = text.substr(at + 1, text.size() - at - 2);
    text = text.substr(0, at);
    return inside;
  }
  return std::nullopt;
}

constexpr std::string_view formula_signs = "ABCDEFG0123456789/*-+=%.";

/// B/A, 万元: what the brackets behind labels hold, and no text or number of a list does.
bool is_formula_or_unit(std::string_view inside) {
  bool const formula = inside.find_first_of("ABCDEFG") != std::string_view::npos;
  return (formula && inside.find_first_not_of(formula_signs) == std::string_view::npos) || inside == "万元" ||
         inside == "元";
}

/// The same where a page lost one half of the bracket: 执行率B/A), 年初目标值(A, 项目资金万元).
std::optional<std::string_view> take_half_bracket(std::string_view& text) {
  auto const open = text.find('('), close = text.find(')');
  if ((open == std::string_view::npos) == (close == std::string_view::npos) || text.size() > longest_label)
    return std::nullopt;
  auto const end = std::min(close, text.size());
  auto begin = open + 1;
  if (open == std::string_view::npos) {
    auto const before = text.substr(0, end);
    begin = before.find_last_not_of(formula_signs) + 1;
    for (std::string_view const unit : {"元", "万元"})
      if (before.ends_with(unit))
        begin = end - unit.size();
  }
  auto const inside = text.substr(begin, end - begin);
  if ((end < text.size() && end + 1 != text.size()) || !is_formula_or_unit(inside))
    return std::nullopt;
  text = text.substr(0, open == std::string_view::npos ? begin : open);
  return inside;
}

/// Takes the points off the end of `数量指标15分` and `产出指标(40-50)分`; gives them.
std::optional<std::string_view> take_points(std::string_view& text) {
  constexpr std::string_view unit = "分";
  if (!text.ends_with(unit))
    return std::nullopt;
  auto const end = text.size() - unit.size();
  if (auto before = text.substr(0, end); auto const inside = take_bracket(before)) {
    text = before;
    return inside;
  }
  auto begin = end;
  while (begin > 0 && (is_digit(text[begin - 1]) || text[begin - 1] == '.'))
    --begin;
  if (begin == end || begin == 0)
    return std::nullopt;
  auto const points = text.substr(begin);
  text = text.substr(0, begin);
  return points;
}

} // namespace

std::string folded(std::string_view text) {
  std::string out;
  return std::string(fold_label(text, out));
}

LabelFinder::LabelFinder(Vocabulary const& vocabulary, Taxonomy const& taxonomy)
    : vocabulary_(vocabulary), taxonomy_(taxonomy) {
  auto const tables = std::make_shared<Tables>();
  for (std::size_t i = 0; i < taxonomy.nodes.size(); ++i) {
    auto const& node = taxonomy.nodes[i];
    auto const add = [&](std::string_view text) {
      std::string folded;
      fold_label(text, folded);
      tables->begins.set(place_of_begin(begin_of(folded)));
      auto& group = tables->groups[folded];
      (node.parent < 0 ? group.level1 : group.level2) = static_cast<std::int16_t>(i);
    };
    // 经济效益目标, 经济效益值 and 经济效益类指标 are 经济效益指标 in other words.
    constexpr std::string_view suffix = "指标";
    if (node.name.ends_with(suffix))
      for (std::string_view const other : {"目标", "值", "类指标", "类"})
        add(node.name.substr(0, node.name.size() - suffix.size()) + std::string(other));
    for (auto const& alias : node.aliases)
      add(alias);
    add(node.name);
  }
  vocabulary.visit_begins([&](std::string_view begin) { tables->begins.set(place_of_begin(begin)); });
  vocabulary.visit_labels([&](std::string const& label, std::vector<Meaning> const& meanings) {
    auto const is_field = [](Meaning const& m) { return m.role == Role::pair && find_field(m.target).has_value(); };
    if (std::ranges::any_of(meanings, is_field))
      tables->of_fields.push_back(label);
    if (meaning_of(&meanings, Role::column) || meaning_of(&meanings, Role::measure))
      tables->of_columns.push_back(label);
  });
  std::ranges::sort(tables->of_fields);
  std::ranges::sort(tables->of_columns);
  tables_ = tables;
}

bool LabelFinder::may_begin_label(std::string_view folded) const {
  auto const two = first_two(folded);
  if (two.empty() || begins_with_number_or_mark(two) || in_simplified(two))
    return true;
  auto const one = two.substr(0, character_at(two, 0).length); // all of a label
  return tables_->begins[place_of_begin(two)] || tables_->begins[place_of_begin(one)];
}

LabelFinder LabelFinder::of_document() const {
  auto out = *this;
  out.found_.emplace();
  return out;
}

bool LabelFinder::look_up(std::string_view text, Label& label) const {
  auto const* const meanings = vocabulary_.find(text);
  auto const& groups = tables_->groups;
  auto group = groups.find(text);
  if (group == groups.end() && text.ends_with("等"))
    group = groups.find(text.substr(0, text.size() - 3));
  if (!meanings && group == groups.end())
    return false;
  label.meanings = meanings;
  if (group != groups.end())
    label.level1 = group->second.level1, label.level2 = group->second.level2;
  label.text = text;
  return true;
}

/// 产出 in 产出-数量指标 is the group that 产出指标 names alone.
LabelFinder::Group LabelFinder::group_named(std::string_view text) const {
  auto const& groups = tables_->groups;
  auto found = groups.find(text);
  if (found == groups.end())
    found = groups.find(std::string(text) + "指标");
  return found == groups.end() ? Group{} : found->second;
}

bool LabelFinder::look_up_path(std::string_view text, Label& label) const {
  for (std::string_view const mark : {"-", "—", "–", "/", "_", "·", "→", ">"}) {
    auto const cut = text.find(mark);
    if (cut == 0 || cut == std::string_view::npos)
      continue;
    auto behind = cut + mark.size();
    while (text.substr(behind).starts_with(mark)) // 产出指标——质量指标
      behind += mark.size();
    if (text.find(mark, behind) != std::string_view::npos)
      continue;
    auto const without_number = [](std::string_view part) { return part.substr(number_length(part)); };
    auto const above = group_named(without_number(text.substr(0, cut))).level1;
    auto group = group_named(without_number(text.substr(behind))).level2;
    if (above >= 0 && group >= 0 && taxonomy_.parent(group) != above) { // 成本指标 is a group in two trees
      auto const same = std::ranges::find_if(taxonomy_.nodes, [&](auto const& node) {
        return node.parent == above && node.name == taxonomy_.name(group);
      });
      group =
          same == taxonomy_.nodes.end() ? std::int16_t{-1} : static_cast<std::int16_t>(same - taxonomy_.nodes.begin());
    }
    if (above < 0 || group < 0)
      continue;
    label.level2 = group;
    label.text = text;
    label.path = true;
    return true;
  }
  return false;
}

Label LabelFinder::find_folded(std::string_view text) const {
  if (!may_begin_label(text))
    return {};
  auto label = find_simplified(text);
  if (label.known() || label.is_level() || text.size() > 2 * longest_label)
    return label;
  if (auto const simplified = in_simplified(text)) {
    label = find_simplified(*simplified);
    label.other_characters = label.known() || label.is_level();
  }
  return label.known() || label.is_level() ? label : find_with_holes(text);
}

/// The only label that a text is when its unreadable characters are left open: 成�指标.
Label LabelFinder::find_with_holes(std::string_view text) const {
  constexpr std::string_view hole = "\uFFFD";
  constexpr std::size_t fewest_bytes = 9; // that are readable: three ideographs
  auto const first = text.find(hole);
  if (first == std::string_view::npos || text.size() > longest_label || text.size() < fewest_bytes + hole.size() ||
      text.find(hole, first + hole.size()) != std::string_view::npos)
    return {};
  auto const before = text.substr(0, first), behind = text.substr(first + hole.size());
  std::string_view only;
  std::size_t suiting = 0;
  auto const visit = [&](std::string const& label) {
    bool const suits = label.size() == text.size() && label.starts_with(before) && label.ends_with(behind);
    suiting += suits && only != label ? 1 : 0;
    only = suits ? std::string_view(label) : only;
  };
  vocabulary_.visit_labels([&](std::string const& label, auto const&) { visit(label); });
  for (auto const& [label, group] : tables_->groups)
    visit(label);
  return suiting == 1 ? find_simplified(only) : Label{};
}

Label LabelFinder::find_simplified(std::string_view text) const {
  Label label;
  if (text.empty() || text.size() > longest_label || look_up(text, label))
    return label;
  // A character that a page could not show stands as a question mark: 绩????效????指????标.
  auto looked_up = text.size(); // text is only ever taken away: one of the same length is the same, and was no label
  std::string shown;
  if (text.find('?') != std::string_view::npos) {
    std::ranges::copy_if(text, std::back_inserter(shown), [](char c) { return c != '?'; });
    text = shown;
  }
  auto const is_label = [&] { return std::exchange(looked_up, text.size()) != text.size() && look_up(text, label); };
  if (look_up_path(text, label))
    return label;
  for (bool changed = true; changed;) {
    changed = false;
    if (auto const number = number_length(text); number > 0) {
      text.remove_prefix(number);
      label.numbered = changed = true;
    }
    // 2024年度目标
    if (text.size() > 7 && text.starts_with("20") && text.substr(4).starts_with("年")) {
      if (look_up(text.substr(4), label) && label.as(Role::goal))
        return label;
      label = {};
    }
    static constexpr std::array<std::string_view, 6> marks = {"其中:", "其中", "★", "*", "减:", "加:"};
    for (auto const mark : marks)
      if (text.size() > mark.size() && text.front() == mark.front() && text.starts_with(mark)) {
        text.remove_prefix(mark.size());
        label.part = label.part || mark.starts_with("其中");
        changed = true;
      }
    if (text.size() > 4 && text.ends_with('*')) { // 主管部门*: has to be filled in
      text.remove_suffix(1);
      changed = true;
    }
    // 【项目名称】 is folded to (项目名称).
    if (text.starts_with('(') && text.find(')') == text.size() - 1 && text.size() > 8) {
      text = text.substr(1, text.size() - 2);
      changed = true;
    }
    if (is_label())
      return label;
    // 年度绩效目标1, 年度目标1: the first of several tables, each below its goal.
    if (auto numbered = label;
        text.size() > 7 && is_digit(text.back()) && look_up(text.substr(0, text.size() - 1), numbered) &&
        (numbered.is(Role::side, "indicators") || (numbered.as(Role::goal) && numbered.as(Role::side)))) {
      numbered.one_of_several = true;
      return numbered;
    }
    if (auto const points = take_points(text)) {
      if (look_up(text, label) && (label.is_level() || label.is(Role::side, "fund"))) {
        label.annotation = *points;
        return label;
      }
      return {};
    }
    auto const inside = take_bracket(text);
    if (auto const whole_or_half = inside ? inside : take_half_bracket(text)) {
      label.annotation = std::string(*whole_or_half) + (label.annotation.empty() ? "" : ";") + label.annotation;
      while (text.ends_with(':'))
        text.remove_suffix(1);
      changed = true;
    }
    if (is_label())
      return label;
  }
  return {};
}

Label LabelFinder::find(std::string_view text) const {
  Label found;
  if (auto const& label = find(text, found); &label != &found)
    return label;
  return found;
}

Label const& LabelFinder::find(std::string_view text, Label& found) const {
  if (found_ && text.size() <= longest_remembered) {
    if (auto const known = found_->find(text); known != found_->end())
      return known->second;
    if (found_->size() < most_remembered)
      return found_->emplace(text, find_anew(text)).first->second;
  }
  return found = find_anew(text);
}

Label LabelFinder::find_anew(std::string_view text) const {
  if (text.size() > 4 * longest_label)
    return {};
  std::string folded;
  fold_label(text, folded);
  if (auto label = find_folded(folded); label.known() || label.is_level())
    return label;
  if (auto const code = code_length(folded); code > 0)
    if (auto label = find_folded(std::string_view(folded).substr(code));
        (code == 1 && label.level1 >= 0) || (code == 2 && label.level2 >= 0)) {
      label.coded = true;
      return label;
    }
  auto const rest = behind_colon(text);
  auto label = rest > 0 ? find_before(text, rest) : Label{};
  // 1、资金来源：（1）财政性资金: the label of a block, and in its cell the first of its rows.
  if (label.is(Role::side, "fund") && label.rest > 0) {
    auto const value = trim(text.substr(rest));
    if (auto row = find_folded(recognition::folded(value)); row.as(Role::fund) && !row.as(Role::pair))
      return row;
    // 项目资金：37.60万元: with an amount behind it, the label of a block is that of its sum.
    if (auto const* sum = vocabulary_.find_before_colon(label.text); sum && begins_with_amount(value))
      label.meanings = sum;
  }
  return label.known() ? label : Label{};
}

Label LabelFinder::find_before(std::string_view text, std::size_t rest) const {
  std::string folded;
  fold_label(text.substr(0, rest), folded);
  auto label = find_folded(folded);
  if (!label.known() && !label.is_level()) {
    label.meanings = vocabulary_.find_before_colon(folded);
    label.text = folded;
  }
  if (!label.known())
    return label;
  auto const value = trim(text.substr(rest));
  if (auto const seal = seal_length(value); seal > 0) // 填报单位：（盖章）某局
    rest = static_cast<std::size_t>(value.data() - text.data()) + seal;
  if (auto const points = points_length(value); points > 0 && label.one_of_several) // 年度目标1：（40分）修缮古桥
    rest = static_cast<std::size_t>(value.data() - text.data()) + points;
  if (!is_blank(text.substr(rest)))
    label.rest = static_cast<std::uint32_t>(rest);
  return label;
}

LabelFinder const& builtin_label_finder() {
  static LabelFinder const labels(Vocabulary::builtin(), builtin_taxonomy());
  return labels;
}

Label LabelFinder::find_with_amount(std::string_view text) const {
  if (auto label = find(text); label.known() || label.is_level())
    return label;
  auto const rest = amount_behind(text);
  auto label = rest > 0 ? find_before(text, rest) : Label{};
  return label.as(Role::fund) ? label : Label{};
}

} // namespace jixiao::recognition
