#include "readers/aligned/sheet.hpp"

#include "readers/aligned/rivers.hpp"
#include "readers/aligned/spaced_labels.hpp"
#include "readers/geometry/spaces.hpp"
#include "readers/geometry/wraps.hpp"
#include "recognition/labels/header_words.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace jixiao::aligned {

namespace {

double gap_before(PageText const& text, std::uint32_t word) { return text.words[word].x0 - text.words[word - 1].x1; }

bool is_known(recognition::Label const& label) { return (label.known() || label.is_level()) && label.rest == 0; }

/// 经费保障 制度保障, 10.00 其他资金: labels with a space between them and before a number are cells.
void part_labels(PageText& text, TextLine const& line, recognition::LabelFinder const& labels) {
  for (auto first = line.first; first < line.last;) {
    auto last = first + 1;
    while (last < line.last && !text.words[last].parted)
      ++last;
    for (auto const space : {Space::apart, Space::at_number}) {
      std::vector<std::uint32_t> cuts;
      bool all = last - first > 1, any = false;
      for (auto begin = first; begin < last && all;) {
        auto end = begin + 1;
        while (end < last && may_part(text, end) != Space::apart && may_part(text, end) != space)
          ++end;
        auto const part = text_of(text, begin, end);
        auto const label = labels.find(part);
        all = is_known(label) || is_figure(part);
        any = any || (is_known(label) && (space == Space::apart || label.as(recognition::Role::fund) ||
                                          label.as(recognition::Role::pair)));
        if (begin > first)
          cuts.push_back(begin);
        begin = end;
      }
      for (auto const cut : cuts)
        text.words[cut].parted = text.words[cut].parted || (all && any);
    }
    first = last;
  }
}

/// 实施单位 湿地管护站 年度金额（万元） 31.50: behind a label and its value, one more label with its value, a space
/// apart. Where a gutter stands before the first value, the words of a label behind it may be its own: an amount tells.
void part_pairs(PageText& text, TextLine const& line, recognition::LabelFinder const& labels) {
  constexpr std::size_t shortest = 4; // characters
  auto const is_pair = [&](std::uint32_t word) {
    auto const label = labels.find(text.words[word].text);
    return label.rest == 0 && length_of(text.words[word].text) >= shortest &&
           (label.as(recognition::Role::pair) || label.as(recognition::Role::fund));
  };
  if (line.last < line.first + 4 || !is_pair(line.first))
    return;
  bool const apart = text.words[line.first + 1].parted;
  for (auto word = line.first + 2; word + 1 < line.last; ++word)
    if (is_pair(word) && (!apart || text.words[word].parted || is_figure(text.words[word + 1].text)) &&
        may_part(text, word) == Space::apart && may_part(text, word + 1) != Space::no_gutter)
      for (auto const part : {line.first + 1, word, word + 1})
        text.words[part].parted = true;
}

/// …群众满意。 产出指标 数量指标: a label of a level is a cell, however near to others.
void part_levels(PageText& text, TextLine const& line, recognition::LabelFinder const& labels) {
  constexpr std::size_t longest_word = 3; // characters: 数量
  for (auto word = line.first; word < line.last; ++word) {
    auto const label = labels.find(text.words[word].text);
    if (!label.is_level() || label.rest != 0 || length_of(text.words[word].text) <= longest_word)
      continue;
    if (word > line.first)
      text.words[word].parted = true;
    if (word + 1 < line.last)
      text.words[word + 1].parted = true;
  }
}

/// 年度总体目标 检验渔船340艘: the label of a goal fills its cell, and the text begins one space behind it.
void part_goal(PageText& text, TextLine const& line, recognition::LabelFinder const& labels) {
  constexpr std::size_t shortest = 4; // characters: 目标 may begin a text
  auto const second = line.first + 1;
  if (second >= line.last || length_of(text.words[line.first].text) < shortest)
    return;
  auto const label = labels.find(text.words[line.first].text);
  if (label.rest == 0 && label.as(recognition::Role::goal) && may_part(text, second) != Space::no_gutter)
    text.words[second].parted = true;
}

/// 4月30日前 4月30日前, ≤5.5万元 5.5万元: a target and what was reached.
void part_repeats(PageText& text, TextLine const& line) {
  auto const bare = [&](std::uint32_t word) {
    std::string_view out = text.words[word].text;
    for (std::string_view const sign : {"≥", "≤", "＞", "＜", ">", "<", "="})
      if (out.starts_with(sign))
        out.remove_prefix(sign.size());
    return out;
  };
  for (auto first = line.first; first < line.last;) {
    auto last = first + 1;
    while (last < line.last && !text.words[last].parted)
      ++last;
    auto const half = (last - first) / 2;
    bool same = half > 0 && (last - first) % 2 == 0;
    for (std::uint32_t i = 0; i < half && same; ++i)
      same = (i == 0 ? bare(first) : text.words[first + i].text) == text.words[first + half + i].text;
    if (same)
      text.words[first + half].parted = true;
    first = last;
  }
}

bool begins_run(PageText const& text, TextLine const& line, std::uint32_t word) {
  return word == line.first || text.words[word].parted;
}

/// True when a run of the line begins at `x`, with a wide gap before it and another before that, which begins where the
/// words [x0, x1) do or, if these begin their line, stands in their middle.
bool has_runs_at(PageText const& text, TextLine const& line, double x0, double x1, double x, bool centred) {
  constexpr double nearby = 1; // columns
  for (auto word = line.first + 1; word < line.last; ++word) {
    if (text.words[word].x0 != x || !text.words[word].parted || gap_before(text, word) < text.metrics.gutter)
      continue;
    for (auto before = word; before-- > line.first;)
      if (begins_run(text, line, before))
        return text.words[before].x0 == x0 ||
               (centred && before == line.first &&
                std::abs(text.words[before].x0 + text.words[word - 1].x1 - x0 - x1) <= 2 * nearby);
  }
  return false;
}

/// 一级指标 二级指标 三级指标
bool is_header(PageText const& text, TextLine const& line, recognition::LabelFinder const& labels) {
  constexpr int fewest = 3;
  int found = 0;
  for (auto begin = line.first; begin < line.last;) {
    auto end = begin + 1;
    while (end < line.last && !text.words[end].parted)
      ++end;
    auto const label = labels.find(text_of(text, begin, end));
    found += label.rest == 0 && label.as(recognition::Role::column) ? 1 : 0;
    begin = end;
  }
  return found >= fewest;
}

/// 最终得分 自评说明 on the line of a header: what nobody has listed, but heads a column each by its words.
void part_headers_by_words(PageText& text, TextLine const& line, recognition::LabelFinder const& labels) {
  constexpr std::size_t shortest = 3; // characters
  auto const heads_column = [&](std::uint32_t word) {
    auto const& part = text.words[word].text;
    auto const label = labels.find(part);
    return length_of(part) >= shortest && ((label.rest == 0 && label.as(recognition::Role::column)) ||
                                           recognition::label_by_words(part).as(recognition::Role::column));
  };
  if (!is_header(text, line, labels))
    return;
  for (auto word = line.first + 1; word < line.last; ++word)
    if (!text.words[word].parted && may_part(text, word) == Space::apart && heads_column(word - 1) &&
        heads_column(word) && !is_known(labels.find(text_of(text, word - 1, word + 1))))
      text.words[word].parted = true;
}

/// A line that fills its cell leaves one space before the next cell; the line above or below shows where both are. The
/// header of a table shows nothing of the sentences above it, in which spaces stand beside numbers.
void part_where_neighbours_do(PageText& text, recognition::LabelFinder const& labels) {
  for (std::size_t l = 0; l < text.lines.size(); ++l) {
    auto const& line = text.lines[l];
    std::uint32_t begin = line.first;
    for (auto word = line.first + 1; word < line.last; ++word) {
      if (text.words[word].parted) {
        begin = word;
        continue;
      }
      auto const space = may_part(text, word);
      if (space == Space::no_gutter)
        continue;
      auto const shown = [&](std::size_t other) {
        return has_runs_at(text, text.lines[other], text.words[begin].x0, text.words[word - 1].x1, text.words[word].x0,
                           space == Space::apart && begin == line.first);
      };
      if ((l > 0 && shown(l - 1)) || (l + 1 < text.lines.size() && shown(l + 1) &&
                                      !(space == Space::at_number && is_header(text, text.lines[l + 1], labels)))) {
        text.words[word].parted = true;
        begin = word;
      }
    }
  }
}

Run make_run(PageText const& text, std::uint32_t line, std::uint32_t first, std::uint32_t last,
             recognition::LabelFinder const& labels) {
  Run run{line, first, last, text.words[first].x0, text.words[last - 1].x1, 0, text_of(text, first, last), {}};
  run.pressed = first > text.lines[line].first && gap_before(text, first) < text.metrics.gutter;
  for (auto word = first; word < last; ++word) {
    run.width += text.words[word].width;
    if (word == first)
      continue;
    // What is printed beside numbers is narrower than the space that extraction puts there.
    bool const narrow = !text.metrics.exact && may_part(text, word) == Space::at_number;
    run.width += std::min(gap_before(text, word), text.metrics.em) * (narrow ? 0.5 : 1);
  }
  run.label = labels.find(run.text);
  return run;
}

bool names_side(recognition::Label const& label) {
  return label.rest == 0 && (label.as(recognition::Role::side) || label.as(recognition::Role::goal));
}

/// The label that the first words of lines make from `first` on is one of a side, and goes on to a later line.
bool makes_side_label(PageText const& text, std::size_t first, std::size_t line,
                      recognition::LabelFinder const& labels) {
  constexpr std::size_t tallest = 6; // lines
  auto const& top = text.words[text.lines[first].first];
  if (text.words[text.lines[line].first].x0 >= top.x1)
    return false;
  std::string label(top.text);
  for (auto below = first + 1; below < std::min(text.lines.size(), first + tallest); ++below) {
    auto const& next = text.words[text.lines[below].first];
    if (next.x0 >= top.x1)
      continue;
    label += next.text;
    if (below >= line && names_side(labels.find(label)))
      return true;
  }
  return false;
}

/// 年度总体目 全年…, or 体 完成… below 总: a line of a label beside the rows, whose other lines begin those around.
void part_side_labels(PageText& text, recognition::LabelFinder const& labels) {
  constexpr std::size_t reach = 4, longest = 8; // lines above; characters
  for (std::size_t l = 0; l < text.lines.size(); ++l) {
    auto const& line = text.lines[l];
    auto const second = line.first + 1;
    if (second >= line.last || text.words[second].parted || may_part(text, second) == Space::no_gutter ||
        length_of(text.words[line.first].text) > longest)
      continue;
    for (auto first = l + 1; first-- > 0 && first + reach > l && !text.words[second].parted;)
      text.words[second].parted = makes_side_label(text, first, l, labels);
  }
}

/// The first word of a line between two places; none: 0.
std::uint32_t word_at(PageText const& text, std::size_t line, double x0, double x1) {
  auto const words = text.words_of(text.lines[line]);
  auto const found = std::ranges::upper_bound(words, x0, {}, &Word::x1);
  auto const at = text.lines[line].first + static_cast<std::uint32_t>(found - words.begin());
  return found != words.end() && found->x0 < x1 ? at : 0;
}

/// Adds to `parts` the words that make the label of a column with the words [first, last) above them: the last before
/// each is its neighbour. False when they make none.
bool take_label_down(PageText const& text, std::size_t line, std::uint32_t first, std::uint32_t last,
                     recognition::LabelFinder const& labels, std::vector<std::uint32_t>& parts) {
  constexpr std::size_t tallest = 4; // lines
  auto const is_column = [](recognition::Label const& label) {
    return label.rest == 0 && (label.as(recognition::Role::column) || label.is(recognition::Role::side, "fund"));
  };
  auto const x0 = text.words[first].x0, x1 = text.words[last - 1].x1;
  auto joined = text_of(text, first, last);
  bool found = is_column(labels.find(joined));
  parts.push_back(first);
  for (auto below = line + 1; below < std::min(text.lines.size(), line + tallest) && !found; ++below)
    if (auto const next = word_at(text, below, x0, x1); next != 0) {
      joined += text.words[next].text;
      found = is_column(labels.find(joined));
      if (next > text.lines[below].first && text.words[next - 1].x1 <= x0)
        parts.push_back(next);
      if (next + 1 < text.lines[below].last && text.words[next + 1].x0 >= x1)
        parts.push_back(next + 1);
    }
  return found;
}

/// 指标值内 评(扣)分 over 容 and 标准: headers that fill their columns leave one space, and so may their other lines.
void part_wrapped_labels(PageText& text, recognition::LabelFinder const& labels) {
  for (std::size_t l = 0; l < text.lines.size(); ++l) {
    auto const& line = text.lines[l];
    for (auto first = line.first; first < line.last;) {
      auto last = first + 1;
      while (last < line.last && !text.words[last].parted)
        ++last;
      std::vector<std::uint32_t> parts;
      bool all = last - first > 1;
      for (auto begin = first; begin < last && all;) {
        auto end = begin + 1;
        while (end < last && may_part(text, end) != Space::apart)
          ++end;
        all = take_label_down(text, l, begin, end, labels, parts);
        begin = end;
      }
      for (auto const part : parts)
        text.words[part].parted = text.words[part].parted || (all && part > first);
      first = last;
    }
  }
}

/// 指标 1：完好率 is no label with its value, but an entry of a list in brackets.
void join_entries(PageText& text) {
  for (auto const& line : text.lines)
    for (auto word = line.first + 1; word < line.last; ++word) {
      auto const number = text.words[word].text;
      if (text.words[word - 1].text == "指标" && number.front() >= '0' && number.front() <= '9' &&
          gap_before(text, word) < text.metrics.gutter)
        text.words[word].parted = false;
    }
}

} // namespace

void part_runs(PageText& text, recognition::LabelFinder const& labels) {
  join_spaced_labels(text, labels);
  for (auto const& line : text.lines)
    for (auto word = line.first + 1; word < line.last; ++word)
      text.words[word].parted = gap_before(text, word) >= text.metrics.gutter;
  part_rivers(text);
  for (auto const& line : text.lines) {
    part_labels(text, line, labels);
    part_pairs(text, line, labels);
    part_levels(text, line, labels);
    part_goal(text, line, labels);
    part_repeats(text, line);
    part_headers_by_words(text, line, labels);
  }
  part_wrapped_labels(text, labels);
  part_side_labels(text, labels);
  part_where_neighbours_do(text, labels);
  join_entries(text);
}

/// Finds the drawn lines between lines of text.
void add_row_lines(PageText const& text, Sheet& sheet) {
  constexpr std::size_t fewest = 4; // that make a table's
  sheet.above.resize(text.lines.size());
  std::size_t parted = 0;
  auto drawn = text.row_lines.begin();
  for (std::size_t l = 0; l < text.lines.size(); ++l) {
    for (; drawn != text.row_lines.end() && drawn->y < text.lines[l].y; ++drawn)
      sheet.above[l].push_back(*drawn);
    parted += sheet.above[l].empty() ? 0 : 1;
  }
  sheet.has_row_lines = parted >= fewest;
}

/// The run that stands above or under one alone, if near.
std::optional<std::uint32_t> run_beside(Sheet const& sheet, std::uint32_t run, bool below) {
  constexpr std::uint32_t reach = 3; // lines
  auto const& own = sheet.runs[run];
  for (std::uint32_t by = 1; by <= reach; ++by) {
    if (below ? own.line + by + 1 >= sheet.begins.size() : own.line < by)
      return std::nullopt;
    auto const line = below ? own.line + by : own.line - by;
    auto const runs = sheet.line(line);
    auto const found = std::ranges::upper_bound(runs, own.x0, {}, &Run::x1);
    if (found != runs.end() && overlap(own, *found))
      return sheet.begins[line] + static_cast<std::uint32_t>(found - runs.begin());
  }
  return std::nullopt;
}

/// A label of a level, alone or with the lines above and below: 服务对, 象满意, 度指标.
bool is_of_level(Sheet const& sheet, std::uint32_t run) {
  constexpr std::size_t longest = 9; // characters
  if (sheet.runs[run].label.is_level() && sheet.runs[run].label.rest == 0)
    return true;
  if (length_of(sheet.runs[run].text) > longest || is_figure(sheet.runs[run].text))
    return false;
  RunList chain{run};
  auto const first = [&](bool below) { return run_beside(sheet, below ? chain.back() : chain.front(), below); };
  auto const makes = [&](std::initializer_list<bool> directions) {
    chain = {run};
    for (bool const below : directions)
      if (auto const next = first(below))
        chain.insert(below ? chain.end() : chain.begin(), *next);
      else
        return false;
    auto const label = label_of(sheet, chain);
    return label.is_level() && label.rest == 0;
  };
  return makes({true}) || makes({false}) || makes({false, true}) || makes({true, true}) || makes({false, false});
}

bool stands_between_lines(Sheet const& sheet, std::uint32_t line) {
  if (line == 0 || line + 2 >= sheet.begins.size() || sheet.line(line).size() != 1)
    return false;
  auto const& own = sheet.line(line).front();
  auto const above = sheet.line(line - 1), below = sheet.line(line + 1);
  auto const is_beside = [&](std::span<Run const> runs) { return !runs.empty() && runs.front().x0 >= own.x1; };
  auto const is_label = [](Run const& run) { return run.label.known() && run.label.rest == 0; };
  if (!is_label(own) || !is_beside(above) || !is_beside(below) || sheet.page(line - 1) != sheet.page(line + 1) ||
      above.front().x0 != below.front().x0 || is_label(above.front()) || is_label(below.front()))
    return false;
  auto const is_label_alone = [&](std::uint32_t other) {
    auto const runs = sheet.line(other);
    return runs.size() == 1 && runs.front().x0 < above.front().x0 && is_label(runs.front());
  };
  return !(line >= 2 && is_label_alone(line - 2)) && !(line + 3 < sheet.begins.size() && is_label_alone(line + 2));
}

Sheet make_sheet(PageText const& text, recognition::LabelFinder const& labels) {
  Sheet sheet{&text, &labels, {}, {}, {}};
  add_row_lines(text, sheet);
  for (std::uint32_t l = 0; l < text.lines.size(); ++l) {
    auto const& line = text.lines[l];
    sheet.begins.push_back(static_cast<std::uint32_t>(sheet.runs.size()));
    for (auto first = line.first; first < line.last;) {
      auto last = first + 1;
      while (last < line.last && !text.words[last].parted)
        ++last;
      sheet.runs.push_back(make_run(text, l, first, last, labels));
      first = last;
    }
  }
  sheet.begins.push_back(static_cast<std::uint32_t>(sheet.runs.size()));
  for (std::uint32_t run = 0; run < sheet.runs.size(); ++run)
    sheet.runs[run].level = is_of_level(sheet, run);
  return sheet;
}

bool is_whole_label(Run const& run) {
  constexpr std::size_t short_label = 3; // characters
  return run.label.known() && run.label.rest == 0 && length_of(run.text) > short_label;
}

bool is_heading(Sheet const& sheet, std::uint32_t line) {
  auto const runs = sheet.line(line);
  return runs.size() == 1 && runs[0].label.known() && runs[0].label.numbered && runs[0].label.rest == 0 &&
         !runs[0].label.is_level() && !runs[0].label.as(recognition::Role::fund) && !stands_between_lines(sheet, line);
}

bool begins_level(recognition::LabelFinder const& labels, std::string_view text) {
  for (std::string_view const rest : {"", "标", "指标"})
    if (auto const label = labels.find(std::string(text).append(rest)); label.is_level() && label.rest == 0)
      return true;
  return false;
}

recognition::Label label_of(Sheet const& sheet, std::span<std::uint32_t const> runs) {
  if (runs.size() == 1)
    return sheet.runs[runs[0]].label;
  std::string text;
  for (auto const run : runs)
    text += sheet.runs[run].text;
  return sheet.labels->find(text);
}

bool is_figure(std::string_view text) {
  bool digit = false;
  for (std::size_t at = 0; at < text.size();) {
    auto const c = character_at(text, at);
    at += c.length;
    if (c.value >= '0' && c.value <= '9')
      digit = true;
    else if (std::u32string_view(U" .,%≥≤≧≦<>=＝═±+-—%％‰").find(c.value) == std::u32string_view::npos)
      return false;
  }
  return digit;
}

std::size_t length_of(std::string_view text) {
  std::size_t length = 0;
  for (std::size_t at = 0; at < text.size(); ++length)
    at += character_at(text, at).length;
  return length;
}

} // namespace jixiao::aligned
