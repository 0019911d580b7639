#include "readers/aligned/band.hpp"

#include "readers/aligned/beside.hpp"
#include "readers/aligned/columns.hpp"
#include "readers/aligned/goal_headers.hpp"
#include "readers/aligned/next_column.hpp"
#include "readers/aligned/bare_columns.hpp"
#include "readers/geometry/spaces.hpp"
#include "readers/geometry/wraps.hpp"
#include "recognition/labels/titles.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace jixiao::aligned {

namespace {

using recognition::Role;

constexpr std::size_t longest_short_level = 3; ///< characters: 数量 may be the end of a name
constexpr double pressed_at_most = 4;          ///< columns that extraction moves a text left of its own
constexpr double moved_at_most = 10;           ///< the same, of a text that shows otherwise where it begins

/// True when what stands before the word fills the column as the texts do that begin where it begins: the next cell is
/// printed behind it with one space, wherever its column is.
bool fills_column(Sheet const& sheet, Starts const& starts, Run const& run, std::uint32_t word) {
  auto const& text = *sheet.text;
  auto const space = may_part(text, word);
  auto const after = character_at(text.words[word].text, 0).value;
  bool const value = std::u32string_view(U"≥≤≧≦<>=＝═").find(after) != std::u32string_view::npos;
  if (space == Space::no_gutter || (space == Space::at_number && !value))
    return false;
  double width = 0, widest = 0;
  for (auto w = run.first; w < word; ++w)
    width += text.words[w].width + (w > run.first ? text.metrics.space : 0);
  std::size_t others = 0;
  for (auto const* other : starts.at(run.x0))
    if (other != &run && sheet.page(other->line) == sheet.page(run.line) && other->last - other->first == 1)
      widest = std::max(widest, other->width), ++others;
  return others >= 2 && width + text.metrics.em / 2 >= widest && width <= widest + text.metrics.em;
}

/// Of the words of a run before one of them, with half of the spaces that extraction puts beside numbers.
double width_before(Sheet const& sheet, Run const& run, std::uint32_t word) {
  auto const& text = *sheet.text;
  double width = 0;
  for (auto w = run.first; w < word; ++w) {
    width += text.words[w].width;
    if (w > run.first)
      width += may_part(text, w) == Space::at_number ? text.metrics.space / 2 : text.metrics.space;
  }
  return width;
}

bool begins_number(std::string_view text) {
  auto const c = character_at(text, 0).value;
  return (c >= '0' && c <= '9') || std::u32string_view(U"≥≤≧≦<>=＝═").find(c) != std::u32string_view::npos;
}

/// True when a value ends before the word: a number with its unit before another number, an amount before words.
bool ends_value(Sheet const& sheet, Run const& run, std::uint32_t word) {
  constexpr std::size_t longest_unit = 5, shortest_text = 4; // characters
  auto const& words = sheet.text->words;
  auto const before = words[word - 1].text, after = words[word].text;
  if (before == "日" && word >= run.first + 2 && is_figure(words[word - 2].text) && !begins_number(after))
    return length_of(after) >= shortest_text; // 24 日 汛期停工, not 24 日 前
  // 268.40 维修公租房: of the longest units only those of two have a sign between them, as 元/平方米.
  bool const words_behind = length_of(after) > longest_unit - (after.find('/') == std::string_view::npos ? 1 : 0);
  if (!begins_number(after))
    return word == run.first + 1 && is_figure(before) && before.find('.') != std::string_view::npos && words_behind;
  if (is_figure(before))
    return true;
  bool const date = before.starts_with("年") || before.starts_with("月") || before.starts_with("日");
  return !date && word >= run.first + 2 && is_figure(words[word - 2].text) && length_of(before) <= longest_unit;
}

/// 2022 before 年, and not within a span of years.
bool begins_date(Sheet const& sheet, Run const& run, std::uint32_t word) {
  auto const& words = sheet.text->words;
  auto const year = words[word].text, before = words[word - 1].text;
  bool const digits = year.size() == 4 && year.find_first_not_of("0123456789") == std::string_view::npos;
  bool const span = std::ranges::any_of(std::array<std::string_view, 6>{"至", "到", "-", "—", "~", "、"},
                                        [&](std::string_view sign) { return before.ends_with(sign); });
  return digits && !span && word + 1 < run.last && words[word + 1].text.starts_with("年") &&
         !words[word + 1].text.starts_with("年度");
}

/// 年, 9 or 月 behind 2023: the space before it is one of a date.
bool is_inside_date(Sheet const& sheet, Run const& run, std::uint32_t word) {
  auto const& words = sheet.text->words;
  auto const is_number = [&](std::uint32_t w) {
    return w >= run.first && words[w].text.find_first_not_of("0123456789") == std::string_view::npos;
  };
  auto const year = [&](std::uint32_t w) { return is_number(w) && words[w].text.size() == 4; };
  if (words[word].text.starts_with("年"))
    return year(word - 1);
  if (is_number(word))
    return word >= run.first + 2 && words[word - 1].text == "年" && year(word - 2);
  return words[word].text.starts_with("月") && is_number(word - 1) && word >= run.first + 3 &&
         words[word - 2].text == "年" && year(word - 3);
}

/// ≤51 万元: a value and its unit, in one cell where units have no column.
bool is_unit_of_value(Sheet const& sheet, Band const& band, std::uint32_t word) {
  constexpr std::size_t longest_unit = 5; // characters
  auto const& words = sheet.text->words;
  auto const before = words[word - 1].text;
  bool const value = is_figure(before) && begins_number(before) && (before.front() < '0' || before.front() > '9');
  return value && !begins_number(words[word].text) && length_of(words[word].text) <= longest_unit &&
         std::ranges::none_of(
             band.leaves, [&](std::size_t leaf) { return band.header.labels[leaf].label.is(Role::column, "unit"); });
}

/// ≥820 behind words.
bool begins_value(Sheet const& sheet, std::uint32_t word) {
  auto const& words = sheet.text->words;
  auto const sign = character_at(words[word].text, 0).value;
  auto const before = words[word - 1].text;
  return std::u32string_view(U"≥≤≧≦＞＜><=＝═").find(sign) != std::u32string_view::npos && !is_figure(before) &&
         may_part(*sheet.text, word) != Space::no_gutter;
}

/// True where a text begins near the place that stands behind another on its line.
bool begins_below(Sheet const& sheet, Starts const& starts, double x) {
  constexpr int reach = 2; // columns
  constexpr std::size_t most = 64;
  for (int by = -reach; by <= reach; ++by) {
    auto const there = starts.at(x + by);
    for (auto const* run : there.first(std::min(most, there.size())))
      if (run->first > sheet.text->lines[run->line].first)
        return true;
  }
  return false;
}

/// True where a text that begins below or above this one, in the same column, goes over the border.
bool goes_over_beside(Sheet const& sheet, Band const& band, Run const& run, double border) {
  constexpr double same_column = 2; // columns
  for (auto const line : {run.line - 1, run.line + 1})
    if (line >= band.header.last && line < band.end) {
      auto const runs = sheet.line(line);
      for (auto other = std::ranges::lower_bound(runs, run.x0 - same_column, {}, &Run::x0);
           other != runs.end() && other->x0 <= run.x0 + same_column; ++other)
        if (other->x1 > border)
          return true;
    }
  return false;
}

/// The width of the widest text that begins in the column of this one and ends before the border, or before another on
/// its line; 0: there is none.
double widest_beside(Sheet const& sheet, Band const& band, Run const& run, double border) {
  constexpr double same_column = 2;  // columns
  constexpr std::uint32_t reach = 8; // lines
  double widest = 0;
  for (auto line = std::max(band.header.last, run.line - std::min(run.line, reach));
       line < std::min(band.end, run.line + reach + 1); ++line)
    for (auto const& other : sheet.line(line))
      if (&other != &run && std::abs(other.x0 - run.x0) <= same_column &&
          (other.x1 <= border || &other != &sheet.line(line).back()))
        widest = std::max(widest, other.width);
  return widest;
}

/// Goals that fill their cells are pressed against those of the next, wherever extraction puts them: the word behind as
/// much text as the other lines of the cell hold; 0: there is none.
std::uint32_t word_behind_full_cell(Sheet const& sheet, Band const& band, Run const& run) {
  if (band.header.kind != BandKind::goals)
    return 0;
  for (auto const border : band.borders_of(sheet.page(run.line))) {
    auto const room = border > run.x0 && border < run.x1 ? widest_beside(sheet, band, run, border) : 0.0;
    for (auto word = run.first + 1; word < run.last && room > 0; ++word)
      if (may_part(*sheet.text, word) == Space::apart &&
          std::abs(width_before(sheet, run, word) - room) <= sheet.text->metrics.em)
        return word;
  }
  return 0;
}

/// True for a title of the next form, or what stands above one.
bool is_title(Sheet const& sheet, std::uint32_t line) {
  auto const runs = sheet.line(line);
  return runs.size() == 1 && (recognition::read_title(runs[0].text) || recognition::is_attachment_number(runs[0].text));
}

/// Lists of projects have sums anywhere.
bool lists_projects(HeaderBlock const& header) {
  return header.kind == BandKind::indicators && std::ranges::any_of(header.labels, [](HeaderLabel const& l) {
           return l.label.is(Role::column, "project_name");
         });
}

/// Where the header of the column of names begins; far to the left: there is none.
double left_of_names(Band const& band) {
  auto const name = std::ranges::find_if(
      band.leaves, [&](std::size_t leaf) { return band.header.labels[leaf].label.is(Role::column, "level3"); });
  return name == band.leaves.end() ? far_left : band.header.labels[*name].x0;
}

/// The line behind the last one with a label of a level, or left of the names with a line of one, of those before `end`
/// and the next title.
std::uint32_t end_of_levels(Sheet const& sheet, Band const& band, std::uint32_t end) {
  auto behind = band.header.last;
  auto const names = left_of_names(band);
  for (auto line = band.header.last; line < end && !is_title(sheet, line); ++line)
    for (auto const& run : sheet.line(line)) {
      bool const whole = run.label.is_level() && run.label.rest == 0 && length_of(run.text) > longest_short_level;
      bool const part = run.level && run.x1 <= names && sheet.page(line) == sheet.page(band.header.first);
      if (whole || part)
        behind = line + 1;
    }
  return behind;
}

/// True below the column of names, where 完工时间 is the name of an indicator.
bool is_below_names(Sheet const& sheet, Band const& band, Run const& run) {
  auto const names = left_of_names(band);
  return names > far_left && names < run.x1 && sheet.page(run.line) == sheet.page(band.header.first);
}

/// 其他说明事项 | text, behind the last label of a level: a label that nobody has listed, left of the names, and no
/// line of what stands beside the rows.
bool is_row_behind(Sheet const& sheet, Band const& band, std::uint32_t run) {
  constexpr std::size_t shortest = 4; // characters
  auto const& r = sheet.runs[run];
  if (r.x1 > left_of_names(band) || r.level || r.label.known() || is_figure(r.text) ||
      begins_level(*sheet.labels, sheet.text->words[r.first].text) || run + 2 != sheet.begins[r.line + 1] ||
      length_of(r.text) < shortest)
    return false;
  auto const& text = sheet.runs[run + 1];
  return !begins_value(sheet, text.first) && !is_figure(text.text) && length_of(text.text) >= shortest;
}

/// The first line of the text beside a label that stands in its middle, below rows of amounts.
std::uint32_t begin_of_text(Sheet const& sheet, Band const& band, std::uint32_t label) {
  constexpr std::uint32_t most = 4;    // lines above the label
  constexpr std::size_t shortest = 16; // characters of a full line
  auto line = label;
  while (line > band.header.last && label - line < most) {
    auto const runs = sheet.line(line - 1);
    if (runs.size() != 1 || runs[0].label.known() || length_of(runs[0].text) < shortest ||
        sheet.page(line - 1) != sheet.page(label))
      break;
    --line;
  }
  return line;
}

/// The first line behind the header that is not below its columns.
void find_end(Sheet const& sheet, Band& band, std::uint32_t end, std::vector<bool> const& taken,
              std::span<std::uint32_t const> labels_of_rows) {
  band.end = band.total = end;
  bool const indicators = band.header.kind == BandKind::indicators;
  auto const levels_end = indicators ? end_of_levels(sheet, band, end) : band.header.last;
  for (auto line = band.header.last; line < end; ++line) {
    if (is_title(sheet, line) || is_heading(sheet, line)) {
      band.total = band.end = line;
      return;
    }
    bool const may_end = indicators ? line >= levels_end : band.header.kind == BandKind::measures;
    if (may_end && std::ranges::find(labels_of_rows, line) != labels_of_rows.end()) {
      band.total = band.end = begin_of_text(sheet, band, line);
      return;
    }
    bool first = true;
    for (auto run = sheet.begins[line]; run < sheet.begins[line + 1]; ++run) {
      if (taken[run])
        continue;
      auto const& r = sheet.runs[run];
      bool const list = band.header.kind == BandKind::lists;
      bool const total = r.label.as(Role::total) && !list && band.header.kind != BandKind::goals &&
                         band.header.kind != BandKind::measures && !r.label.as(Role::fund) &&
                         !lists_projects(band.header);
      if (total) {
        band.total = line, band.end = line + 1;
        return;
      }
      bool const named = indicators && (line < levels_end || is_below_names(sheet, band, r));
      bool const pair = first && !named && !list &&
                        (r.label.as(Role::pair) || r.label.as(Role::goal) || r.label.as(Role::note) ||
                         begins_goal_by_words(sheet, run));
      // Behind the labels of all levels 其他说明事项 is that of a row.
      bool const behind = indicators && line >= levels_end && !r.label.as(Role::side);
      bool const beside = band.header.kind != BandKind::measures && is_side(r.label) && !behind && !r.label.numbered &&
                          r.x1 <= band.header.labels[band.leaves[0]].x0 &&
                          (band.header.kind != BandKind::tasks || may_be_beside_tasks(sheet, r));
      if (indicators && first && line >= levels_end && is_row_behind(sheet, band, run)) {
        band.total = band.end = line;
        return;
      }
      if (pair && !beside && !r.label.is_level() &&
          !(band.header.kind == BandKind::measures && r.label.as(Role::fund))) {
        band.total = band.end = band.header.kind == BandKind::measures ? begin_of_text(sheet, band, line) : line;
        return;
      }
      first = false;
    }
  }
}

} // namespace

/// 考核指标 behind the levels, which heads no column elsewhere: that of names; -1: there is none.
static std::int16_t column_behind_levels(Band const& band) {
  auto const next = static_cast<std::size_t>(band.levels.back()) + 1;
  if (next >= band.columns() || lists_projects(band.header))
    return -1;
  auto const& label = band.header.labels[band.leaves[next - band.first_leaf]].label;
  return label.as(Role::column) ? std::int16_t{-1} : static_cast<std::int16_t>(next);
}

Band make_band(Sheet const& sheet, HeaderBlock header, std::uint32_t end, std::vector<bool> const& taken,
               std::span<std::uint32_t const> labels_of_rows) {
  Band band;
  band.header = std::move(header);
  part_merged_header(sheet, band.header, end, taken);
  add_bare_columns(sheet, band.header, end, taken);
  for (std::size_t i = 0; i < band.header.labels.size(); ++i)
    if (!band.header.labels[i].parent)
      band.leaves.push_back(i);
  find_end(sheet, band, end, taken, labels_of_rows);
  find_columns(sheet, band, taken);
  for (std::size_t i = 0; i < band.leaves.size() && band.header.kind == BandKind::indicators; ++i) {
    auto const* column = band.header.labels[band.leaves[i]].label.as(Role::column);
    auto const at = static_cast<std::int16_t>(i + band.first_leaf);
    bool const list = lists_projects(band.header);
    bool const in_front = list && band.levels.empty() && band.name < 0; // 序号, 全年执行数
    if (!column) { // 项目资金, 财政拨款 beside names of projects
      auto const& label = band.header.labels[band.leaves[i]].label;
      if (in_front || (list && (label.is(Role::side, "fund") || label.as(Role::fund))))
        band.projects.push_back(at);
      continue;
    }
    static constexpr std::string_view of_projects[] = {
        "project_name",      "project_code",           "project_category", "unit_code",
        "implementing_unit", "supervising_department", "budget",           "goal"};
    static constexpr std::string_view of_indicators[] = {"level3", "target", "actual", "weight", "score", "remark"};
    if (column->target == "level1" || column->target == "level2")
      band.levels.push_back(at);
    else if ((in_front && std::ranges::find(of_indicators, column->target) == std::end(of_indicators)) ||
             std::ranges::find(of_projects, column->target) != std::end(of_projects))
      band.projects.push_back(at);
    if (column->target == "project_name")
      band.project_name = at;
    if (column->target == "goal")
      band.goal = at;
    if (column->target == "level3" && band.name < 0)
      band.name = at;
  }
  if (band.name < 0 && !band.levels.empty())
    band.name = column_behind_levels(band);
  return band;
}

std::int16_t column_of(Band const& band, double x0, double x1) {
  std::size_t best = 0;
  double most = -1;
  for (std::size_t i = 0; i + 1 < band.borders.size(); ++i)
    if (auto const inside = std::min(x1, band.borders[i + 1]) - std::max(x0, band.borders[i]); inside > most)
      most = inside, best = i;
  return static_cast<std::int16_t>(best);
}

Starts starts_of(Sheet const& sheet, Band const& band) {
  std::vector<Run const*> runs;
  for (auto run = sheet.begins[band.header.first]; run < sheet.begins[band.end]; ++run)
    runs.push_back(&sheet.runs[run]);
  return Starts(std::move(runs));
}

std::uint32_t word_at_border(Sheet const& sheet, Band const& band, Starts const& starts, Run const& run) {
  auto const& words = sheet.text->words;
  auto const& borders = band.borders_of(sheet.page(run.line));
  if (auto const word = word_behind_full_cell(sheet, band, run); word != 0)
    return word;
  if (band.header.kind == BandKind::lists && begins_list(run.text))
    return 0;
  if (auto const word = word_of_next_column(sheet, band, run); word != 0)
    return word;
  for (auto word = run.first + 1; word < run.last; ++word) {
    auto const left = words[word - 1].x1, right = words[word].x0;
    bool const at_border = std::ranges::any_of(borders, [&](double b) { return b >= left && b <= right; });
    if (!is_inside_date(sheet, run, word) && !is_unit_of_value(sheet, band, word) &&
        ((at_border && may_be_gutter(sheet, starts, word)) || fills_column(sheet, starts, run, word)))
      return word;
  }
  // 40万立方米 18万立方米, 58.20 维护场地: one value ends and another begins where a border goes through the text,
  // which is none of goals (1.6 个场馆).
  bool const of_goal =
      band.header.kind == BandKind::goals || (band.goal >= 0 && column_of(band, run.x0, run.x0 + 1) == band.goal);
  for (auto word = run.first + 1; word < run.last && !of_goal; ++word)
    for (auto const border : borders)
      if (ends_value(sheet, run, word) && border > run.x0 && border < run.x1)
        return word;
  // 培训完成时间 2022 年 9 月底前, 受益群众人数 =820 人: a year begins a date near the border, a comparator a value
  // behind a name.
  bool const indicators = band.header.kind == BandKind::indicators;
  bool const named = indicators && band.name >= 0 && column_of(band, run.x0, run.x0 + 1) <= band.name;
  for (auto word = run.first + 1; word < run.last && indicators; ++word)
    for (auto const border : borders) {
      bool const near = border > run.x0 && std::abs(words[word].x0 - border) <= moved_at_most;
      if (near && ((border < run.x1 && begins_date(sheet, run, word)) || (named && begins_value(sheet, word))))
        return word;
    }
  // 22万立方米 10: a number without a unit behind one that has its own.
  if (auto const last = run.last - 1; last == run.first + 2 && is_figure(words[last].text) &&
                                      !is_figure(words[last - 1].text) && ends_value(sheet, run, last))
    return last;
  // 惠及群众491人。 实际完成: a sentence ends where the other goal begins, or ideographs have a space between them.
  std::uint32_t nearest = 0;
  for (auto const border : borders) {
    bool const over =
        border < run.x1 || (run.x1 + moved_at_most > border && goes_over_beside(sheet, band, run, border));
    if (band.header.kind != BandKind::goals || border <= run.x0 || !over)
      continue;
    for (auto word = run.first + 1; word < run.last; ++word) {
      // Between ideographs and a number there is a space within a text, too.
      bool const number = is_figure(words[word].text) || is_figure(words[word - 1].text);
      bool const anew = words[word - 1].text.ends_with("。") || is_numbered(words[word].text) ||
                        (!number && begins_below(sheet, starts, words[word].x0));
      bool const ends = anew ? words[word].x0 > words[word - 1].x1 : may_part(*sheet.text, word) == Space::apart;
      auto const off = std::abs(words[word].x0 - border);
      if (ends && off <= moved_at_most && (nearest == 0 || off < std::abs(words[nearest].x0 - border)))
        nearest = word;
    }
  }
  if (nearest != 0)
    return nearest;
  // A text that reaches into the next column, and has a space between ideographs there, or before a number of a list.
  auto const parts = [&](std::uint32_t word) {
    auto const space = may_part(*sheet.text, word);
    return space == Space::apart || (space == Space::at_number && is_numbered(words[word].text));
  };
  for (auto word = run.first + 1; word < run.last; ++word)
    for (auto const border : borders)
      if (parts(word) && border > run.x0 && border < run.x1 && std::abs(words[word].x0 - border) <= pressed_at_most)
        return word;
  return 0;
}

} // namespace jixiao::aligned
