#include "readers/aligned/headers.hpp"

#include "readers/aligned/amount_headers.hpp"
#include "readers/aligned/bare_columns.hpp"
#include "readers/aligned/goal_headers.hpp"
#include "readers/geometry/wraps.hpp"
#include "recognition/labels/header_words.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>

namespace jixiao::aligned {

namespace {

using recognition::Label;
using recognition::Role;

constexpr std::uint32_t tallest_header = 7; ///< lines
constexpr std::uint32_t farthest_line = 3;  ///< between lines of one label that other rows' lines may part
constexpr double price_of_line = 0.02;      ///< of two headers with as many labels, the one with more of their lines
constexpr std::size_t most_label_lines = 8;
constexpr std::size_t most_labels = 200;        ///< more than any header that was printed
constexpr std::size_t longest_header_text = 20; ///< characters
constexpr int fewest_of_list = 3;               ///< labels of columns
constexpr std::size_t widest_side = 8;          ///< characters on one line of a tall label

/// 预算金额（万: the bracket closes on another line.
bool is_open(std::string_view text) {
  auto const open = std::max(text.rfind("（") + 1, text.rfind('(') + 1),
             close = std::max(text.rfind("）") + 1, text.rfind(')') + 1);
  return open > close;
}

/// ≥1200 人次
bool begins_with_sign(std::string_view text) {
  return std::u32string_view(U"≥≤≧≦＞＜><=＝═").find(character_at(text, 0).value) != std::u32string_view::npos;
}

/// Reads the labels of a stretch of lines: each takes the lines that make it a known one.
class HeaderReader {
public:
  /// `lists`: indicators stand in brackets.
  HeaderReader(Sheet const& sheet, std::uint32_t first, std::uint32_t last, std::vector<bool> const& taken, bool lists)
      : sheet_(sheet), first_(first), last_(last), lists_(lists), taken_(taken),
        used_(sheet.begins[last] - sheet.begins[first], false) {
    for (auto run = sheet.begins[first]; run < sheet.begins[last]; ++run)
      used_[run - sheet.begins[first]] = taken[run];
  }

  HeaderBlock read() {
    HeaderBlock block{first_, last_, {}, {}, {}, 0};
    for (auto run = sheet_.begins[first_]; run < sheet_.begins[last_]; ++run)
      if (!used(run)) {
        if (!may_be_label(run) || block.labels.size() == most_labels)
          return {};
        block.labels.push_back(take(run));
      }
    join_unknown(block.labels);
    read_words(block.labels);
    if (!judge(block))
      return {};
    std::ranges::stable_sort(block.labels, {}, [](HeaderLabel const& l) { return l.x0 + l.x1; });
    part_side(block);
    mark_parents(block);
    return block;
  }

private:
  std::vector<bool>::reference used(std::uint32_t run) { return used_[run - sheet_.begins[first_]]; }

  bool may_be_label(std::uint32_t run) const {
    constexpr std::size_t shortest = 4; // characters
    auto const& r = sheet_.runs[run];
    bool const of_level = r.label.is_level() || (r.level && length_of(r.text) >= shortest); // 经济效益指
    return !is_figure(r.text) && !begins_with_sign(r.text) && !begins_list(r.text) && !ends_sentence(r.text) &&
           (r.label.rest == 0 || is_open(r.text)) &&
           (r.label.known() || (!of_level && length_of(r.text) <= longest_header_text));
  }

  /// The next unused run below that stands under this one alone.
  std::optional<std::uint32_t> below(std::uint32_t run) {
    auto const& above = sheet_.runs[run];
    for (auto line = above.line + 1; line < std::min(last_, above.line + farthest_line + 1); ++line) {
      std::optional<std::uint32_t> found;
      for (auto next = sheet_.begins[line]; next < sheet_.begins[line + 1]; ++next)
        if (!used(next) && overlap(above, sheet_.runs[next]) && !begins_list(sheet_.runs[next].text)) {
          if (found)
            return std::nullopt;
          found = next;
        }
      if (found)
        return found;
    }
    return std::nullopt;
  }

  HeaderLabel take(std::uint32_t run) {
    RunList chain{run};
    auto const& first = sheet_.runs[run].label;
    std::size_t best = first.known() && first.rest == 0 ? 1 : 0;
    while (chain.size() < most_label_lines) {
      auto const next = below(chain.back());
      if (!next)
        break;
      chain.push_back(*next);
      if (auto const label = label_of(sheet_, chain); label.known() && label.rest == 0)
        best = chain.size();
    }
    chain.resize(std::max<std::size_t>(best, 1));
    return make_label(std::move(chain));
  }

  HeaderLabel make_label(RunList runs) {
    HeaderLabel out{std::move(runs), {}, 0, 0, 1e9, -1e9, false};
    out.label = label_of(sheet_, out.runs);
    out.first_line = sheet_.runs[out.runs.front()].line;
    out.last_line = sheet_.runs[out.runs.back()].line;
    for (auto const r : out.runs) {
      used(r) = true;
      out.x0 = std::min(out.x0, sheet_.runs[r].x0);
      out.x1 = std::max(out.x1, sheet_.runs[r].x1);
    }
    return out;
  }

  /// Lines of a label that nobody has listed.
  void join_unknown(std::vector<HeaderLabel>& labels) {
    for (std::size_t i = 0; i < labels.size(); ++i)
      for (auto j = i + 1; j < labels.size() && !labels[i].label.known();) {
        auto const& next = labels[j];
        bool const below = !next.label.known() && next.first_line > labels[i].last_line &&
                           next.first_line <= labels[i].last_line + 2 && next.x0 < labels[i].x1 &&
                           labels[i].x0 < next.x1;
        if (!below) {
          ++j;
          continue;
        }
        auto runs = labels[i].runs;
        runs.insert(runs.end(), next.runs.begin(), next.runs.end());
        labels[i] = make_label(std::move(runs));
        labels.erase(labels.begin() + static_cast<std::ptrdiff_t>(j));
      }
  }

  static bool names_level(Label const& label) {
    auto const* column = label.as(Role::column);
    return column && column->target.starts_with("level");
  }

  /// 应得分, 实际达成值, 年初批复: labels that nobody has listed, by their words, on the lines of those of groups,
  /// names or measures. Elsewhere a text with such a word may be a value: 主管部门 | 计划生育局.
  void read_words(std::vector<HeaderLabel>& labels) const {
    auto const is_beside_listed = [&](HeaderLabel const& label) {
      return std::ranges::any_of(labels, [&](HeaderLabel const& other) {
        return !other.told && other.label.rest == 0 && other.first_line <= label.last_line &&
               label.first_line <= other.last_line && (names_level(other.label) || other.label.as(Role::measure));
      });
    };
    for (auto& label : labels) {
      if (label.label.known() || label.label.is_level() || !is_beside_listed(label))
        continue;
      std::string text;
      for (auto const run : label.runs)
        text += sheet_.runs[run].text;
      if (text.find_first_of(";,:") != text.npos ||
          std::ranges::any_of(std::array{"；", "，", "：", "。", "、"},
                              [&](char const* mark) { return text.find(mark) != text.npos; }))
        continue;
      if (auto words = recognition::label_by_words(text); words.known())
        label.label = std::move(words), label.told = true;
    }
  }

  /// A text that is no label may be one among those of levels: 一季度 beside 三级指标.
  static bool heads(HeaderBlock const& block, HeaderLabel const& label) {
    return label.label.known() || std::ranges::any_of(block.labels, [&](HeaderLabel const& other) {
             auto const* column = other.label.as(Role::column);
             return column && column->target.starts_with("level") && other.first_line <= label.first_line &&
                    label.last_line <= other.last_line;
           });
  }

  /// 青岗县, 第一季度目标 on the line of the labels of names and of another level, behind them: they head columns.
  static bool stands_behind_levels(HeaderBlock const& block, HeaderLabel const& label) {
    auto const has_before = [&](char const* level) {
      return std::ranges::any_of(block.labels, [&](HeaderLabel const& other) {
        return other.label.is(Role::column, level) && other.x1 <= label.x0 && other.first_line <= label.last_line &&
               label.first_line <= other.last_line;
      });
    };
    return has_before("level3") && has_before("level2");
  }

  /// 半年 | 全年 over 目标值 | 完成值 | 目标值 | 完成值: labels of columns that say the same again and again, and as
  /// many above them that nobody has listed.
  static bool mark_repeated(std::vector<HeaderLabel> const& labels, std::vector<std::size_t> const& upper,
                            std::vector<std::size_t> lower, std::vector<bool>& found) {
    auto const middle = [&](std::size_t i) { return labels[i].x0 + labels[i].x1; };
    auto const is_column = [&](std::size_t i) { return labels[i].label.as(Role::column) != nullptr; };
    std::ranges::sort(lower, {}, middle);
    std::vector<std::size_t> parents;
    for (auto const u : upper)
      if (!labels[u].label.known())
        parents.push_back(u);
    if (parents.size() < 2 || lower.size() < 2 * parents.size() || lower.size() % parents.size() != 0 ||
        !std::ranges::all_of(lower, is_column))
      return false;
    auto const each = lower.size() / parents.size();
    for (std::size_t i = 0; i < lower.size(); ++i) {
      auto const parent = middle(parents[i / each]);
      bool const between =
          2 * labels[lower[i / each * each]].x0 < parent && parent < 2 * labels[lower[i / each * each + each - 1]].x1;
      if (!between || labels[lower[i]].label.text != labels[lower[i % each]].label.text)
        return false;
    }
    for (auto const* all : {&parents, &lower})
      for (auto const i : *all)
        found[i] = true;
    return true;
  }

  /// 2023年, 2024年 below 指标值: which labels are such parts or have them. The parts stand on the last line, two or
  /// more where no other label than theirs is; a line with a text below each label of its own is a row.
  static std::vector<bool> find_parts(HeaderBlock const& block) {
    auto const& labels = block.labels;
    std::vector<bool> found(labels.size(), false);
    std::vector<std::size_t> lower, upper;
    for (std::size_t i = 0; i < labels.size(); ++i)
      (labels[i].first_line + 1 == block.last ? lower : upper).push_back(i);
    auto const middle = [&](std::size_t i) { return labels[i].x0 + labels[i].x1; };
    std::ranges::sort(upper, {}, middle);
    if (mark_repeated(labels, upper, lower, found))
      return found;
    std::size_t below = 0; // labels with one text right below them
    for (auto const u : upper)
      below += std::ranges::count_if(
                   lower, [&](auto l) { return labels[u].x0 < labels[l].x1 && labels[l].x0 < labels[u].x1; }) == 1;
    if (below > 1)
      return found;
    for (std::size_t u = 0; u < upper.size(); ++u) {
      auto const left = u == 0 ? far_left : labels[upper[u - 1]].x1;
      auto const right = u + 1 == upper.size() ? far_right : labels[upper[u + 1]].x0;
      auto const inside = [&](std::size_t l) { return middle(l) > 2 * left && middle(l) < 2 * right; };
      double x0 = far_right, x1 = far_left; // of what would be its parts, on both sides of its middle
      for (auto const l : lower)
        if (inside(l))
          x0 = std::min(x0, labels[l].x0), x1 = std::max(x1, labels[l].x1);
      bool const between = 2 * x0 < middle(upper[u]) && middle(upper[u]) < 2 * x1;
      if (!heads(block, labels[upper[u]]) || !between || std::ranges::count_if(lower, inside) < 2)
        continue;
      found[upper[u]] = true;
      for (auto const l : lower)
        found[l] = found[l] || inside(l);
    }
    return found;
  }

  /// 总体目标 a line below 年初设定目标 stands beside what that heads.
  static bool about_one_middle(std::vector<HeaderLabel> const& labels) {
    auto const [least, most] =
        std::ranges::minmax(labels, {}, [](auto const& l) { return l.first_line + l.last_line; });
    return most.first_line + most.last_line <= least.first_line + least.last_line + 1;
  }

  /// 项目名称 | 街巷照明提升 above the labels of levels: a label with its value, and no part of the header.
  static bool begins_with_pair(HeaderBlock const& block) {
    auto const is_level = [](HeaderLabel const& label) {
      auto const* column = label.label.as(Role::column);
      return column && column->target.starts_with("level");
    };
    for (auto const& label : block.labels) {
      bool const above = std::ranges::all_of(block.labels, [&](HeaderLabel const& other) {
        return !is_level(other) || label.last_line < other.first_line;
      });
      if (!label.label.as(Role::pair) || !above)
        continue;
      HeaderLabel const* next = nullptr;
      for (auto const& other : block.labels)
        if (other.first_line <= label.last_line && label.first_line <= other.last_line && other.x0 >= label.x1 &&
            (!next || other.x0 < next->x0))
          next = &other;
      if (next && (next->told || !next->label.known()))
        return true;
    }
    return false;
  }

  /// 数量 below 二级指标: a line of the first row's group, although it heads columns of other tables.
  static bool is_of_first_row(HeaderLabel const& label) {
    return label.label.is_level() && !label.label.as(Role::column);
  }

  /// 单位名称 | 年度预算安排 | 绩效目标, and no labels of levels.
  static bool heads_projects(HeaderBlock const& block) {
    bool budget = false;
    for (auto const& label : block.labels) {
      if (label.label.is(Role::column, "level1") || label.label.is(Role::column, "level2"))
        return false;
      budget = budget || label.label.is(Role::column, "budget");
    }
    return budget;
  }

  /// Labels with no other below them: of 立项依据 over 金额, beside 成本构成, two are none of a header's columns.
  static std::ptrdiff_t lowest_labels(HeaderBlock const& block) {
    return std::ranges::count_if(block.labels, [&](HeaderLabel const& label) {
      return std::ranges::none_of(block.labels, [&](HeaderLabel const& other) {
        return other.first_line > label.last_line && other.x0 < label.x1 && label.x0 < other.x1;
      });
    });
  }

  /// 绩效指标 | 指标值, the first over labels of levels, too.
  bool heads_merged(HeaderBlock const& block) const {
    auto const& [left, right] =
        std::minmax(block.labels[0], block.labels[1], [](auto const& a, auto const& b) { return a.x0 < b.x0; });
    return left.label.is(Role::column, "level3") && has_levels_below(sheet_, last_, right.x0);
  }

  /// True for a header; its kind and how sure it is are set.
  bool judge(HeaderBlock& block) const {
    int columns = 0, measures = 0, tasks = 0, funds = 0, goals = 0, unknown = 0, levels = 0, parts = 0;
    auto const part = find_parts(block);
    for (std::size_t i = 0; i < block.labels.size(); ++i) {
      auto const& label = block.labels[i].label;
      bool const known = label.as(Role::column) || label.as(Role::measure) || label.as(Role::task) ||
                         label.as(Role::goal) || label.as(Role::side);
      unknown += known ? 0 : 1;
      parts += !known && (part[i] || stands_behind_levels(block, block.labels[i])) ? 1 : 0;
      measures += label.as(Role::measure) ? 1 : 0;
      tasks += label.as(Role::task) ? 1 : 0;
      funds += label.as(Role::fund) && !label.as(Role::task) ? 1 : 0;
      goals += label.as(Role::goal) ? 1 : 0;
      auto const* column = label.as(Role::column);
      columns += column ? 1 : 0;
      levels += column && column->target.starts_with("level") ? 1 : 0;
    }
    if (levels > 0 && (begins_with_pair(block) || std::ranges::any_of(block.labels, is_of_first_row)))
      return false;
    auto const count = static_cast<int>(block.labels.size());
    auto const set = [&](BandKind kind, int known) {
      block.kind = kind;
      std::size_t runs = 0; // 单位 above 年初预算数 is the end of a label of a row
      for (auto const& label : block.labels)
        runs +=
            kind != BandKind::measures || !label.label.known() || label.label.as(Role::measure) ? label.runs.size() : 0;
      block.score = known - 2 * unknown + price_of_line * static_cast<double>(runs) -
                    price_of_line * static_cast<double>(block.last - block.first) / 2;
      return unknown * 2 <= known;
    };
    if (lists_ && columns >= fewest_of_list && heads_projects(block))
      return set(BandKind::lists, columns);
    // 绩效指标 beside the rows of a table does not show the text behind it to be a header.
    bool const told = std::ranges::any_of(block.labels, &HeaderLabel::told);
    bool const merged = !told && levels == 1 && columns == 2 && count == 2 && heads_merged(block);
    if ((levels > 0 && columns >= 3) || merged) {
      unknown -= parts;
      return set(BandKind::indicators, columns);
    }
    if (measures >= 3)
      return set(BandKind::measures, measures);
    if (tasks >= 3 && tasks + funds + 1 >= count && lowest_labels(block) >= 3)
      return set(BandKind::tasks, tasks);
    if (RunList beside; heads_amounts(sheet_, block, beside)) {
      block.side = std::move(beside);
      unknown = 0;
      return set(BandKind::measures, count);
    }
    if (goals >= 2 && goals == count && block.last - block.first <= 3 && about_one_middle(block.labels))
      return set(BandKind::goals, goals);
    if (count == 2 && block.last == block.first + 1 && heads_goals_by_words(sheet_, block.first, taken_)) {
      unknown = 0;
      return set(BandKind::goals, count);
    }
    return false;
  }

  /// 绩效指标 | 一级指标 | 二级指标 | 三级指标: the first stands beside the rows, the header among them.
  static void part_side(HeaderBlock& block) {
    auto const heads_level = [&](char const* level, std::size_t from) {
      return std::any_of(block.labels.begin() + static_cast<std::ptrdiff_t>(from), block.labels.end(),
                         [&](HeaderLabel const& label) { return label.label.is(Role::column, level); });
    };
    auto const& first = block.labels.front();
    if (block.kind != BandKind::indicators || !is_side(first.label) || !first.label.is(Role::column, "level3") ||
        !(heads_level("level1", 1) || heads_level("level2", 1)) || !heads_level("level3", 1))
      return;
    block.side = first.runs;
    block.labels.erase(block.labels.begin());
  }

  /// A label with others below it, and one above the middle of the block where others are wholly below.
  static void mark_parents(HeaderBlock& block) {
    auto& labels = block.labels;
    auto const parts = find_parts(block);
    auto first = labels.front().first_line, last = labels.front().last_line;
    for (auto const& label : labels)
      first = std::min(first, label.first_line), last = std::max(last, label.last_line);
    for (std::size_t i = 0; i < labels.size(); ++i) {
      auto& label = labels[i];
      bool const above = label.first_line + label.last_line < first + last;
      bool const has_parts =
          block.kind == BandKind::indicators && parts[i] && !label.label.known() && label.last_line < last;
      label.parent =
          has_parts || std::ranges::any_of(labels, [&](HeaderLabel const& other) {
            bool const lower = other.first_line > label.last_line && other.first_line + other.last_line > first + last;
            return other.first_line > label.last_line &&
                   ((other.x0 < label.x1 && label.x0 < other.x1) ||
                    (above && lower && last > first + 1 && label.first_line == first && label.last_line == first));
          });
    }
  }

  Sheet const& sheet_;
  std::uint32_t first_, last_;
  bool lists_;
  std::vector<bool> const& taken_;
  std::vector<bool> used_;
};

} // namespace

bool begins_list(std::string_view text) {
  constexpr std::string_view mark = "【", word = "指标";
  if (!text.starts_with(word))
    return text.starts_with(mark);
  auto const number = text.find_first_not_of(' ', word.size());
  return number != text.npos && text[number] >= '0' && text[number] <= '9';
}

bool is_side(Label const& label) {
  auto const* pair = label.as(Role::pair);
  return label.rest == 0 &&
         (label.as(Role::side) || label.as(Role::series) || label.as(Role::goal) || (pair && pair->target == "other"));
}

std::vector<HeaderBlock> find_headers(Sheet const& sheet, std::uint32_t first, std::uint32_t last,
                                      std::vector<bool> const& taken) {
  std::vector<HeaderBlock> all;
  bool const lists = std::any_of(sheet.runs.begin() + sheet.begins[first], sheet.runs.begin() + sheet.begins[last],
                                 [](Run const& run) { return run.text.starts_with("【"); });
  for (auto begin = first; begin < last; ++begin)
    for (auto end = begin + 1; end <= std::min(last, begin + tallest_header) && !is_heading(sheet, end - 1); ++end)
      if (sheet.page(begin) == sheet.page(end - 1))
        if (auto block = HeaderReader(sheet, begin, end, taken, lists).read(); !block.labels.empty())
          all.push_back(std::move(block));
  std::ranges::stable_sort(all, std::greater{}, &HeaderBlock::score);
  std::vector<HeaderBlock> headers;
  for (auto& block : all)
    if (std::ranges::none_of(
            headers, [&](HeaderBlock const& other) { return block.first < other.last && other.first < block.last; }))
      headers.push_back(std::move(block));
  std::ranges::sort(headers, {}, &HeaderBlock::first);
  return headers;
}

std::vector<SideLabel> find_side_labels(Sheet const& sheet, std::uint32_t first, std::uint32_t last) {
  std::vector<SideLabel> found;
  for (auto begin = first; begin < last;) {
    auto const start = sheet.begins[begin];
    RunList chain{start};
    std::size_t best = 0;
    auto x1 = sheet.runs[start].x1;
    auto const most = is_heading(sheet, begin) ? 1 : most_label_lines;
    for (auto line = begin + 1; line < last && chain.size() < most && !is_heading(sheet, line); ++line) {
      auto const& run = sheet.runs[sheet.begins[line]];
      if (run.x0 >= x1)
        continue; // nothing stands under it on this line
      auto const& above = sheet.runs[chain.back()];
      // 年度目标 over 完成情况, 财政部门 over 审核意见: labels both, and one together.
      auto const makes_block = [&] {
        auto joined = chain;
        joined.push_back(sheet.begins[line]);
        auto const label = label_of(sheet, joined);
        return line <= above.line + 2 && is_side(label);
      };
      if (((best > 0 || is_whole_label(above)) && is_whole_label(run) && !makes_block()) ||
          line - above.line > farthest_line + 2 || !overlap(above, run) || length_of(run.text) > widest_side ||
          length_of(above.text) > widest_side)
        break;
      chain.push_back(sheet.begins[line]);
      x1 = std::max(x1, run.x1);
      if (is_side(label_of(sheet, chain)))
        best = chain.size();
    }
    if (best < 2) {
      ++begin;
      continue;
    }
    chain.resize(best);
    begin = sheet.runs[chain.back()].line + 1;
    auto label = label_of(sheet, chain);
    found.push_back({std::move(chain), std::move(label)});
  }
  return found;
}

} // namespace jixiao::aligned
