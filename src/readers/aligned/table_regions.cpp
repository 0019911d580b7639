#include "readers/aligned/table_regions.hpp"

#include "readers/aligned/headers.hpp"
#include "recognition/labels/titles.hpp"

#include <algorithm>
#include <cmath>

namespace jixiao::aligned {

namespace {

/// 预算金额（万 over 元）: the only text of a line is a label of a column with what stands under it.
bool heads_column(Sheet const& sheet, std::uint32_t line, std::uint32_t end) {
  constexpr std::uint32_t tallest = 4; // lines
  if (sheet.line(line).size() != 1)
    return false;
  RunList chain{sheet.begins[line]};
  for (auto below = line + 1; below < std::min(end, line + tallest); ++below)
    for (auto run = sheet.begins[below]; run < sheet.begins[below + 1]; ++run)
      if (overlap(sheet.runs[chain.back()], sheet.runs[run])) {
        chain.push_back(run);
        auto const label = label_of(sheet, chain);
        if (label.rest == 0 && (label.as(recognition::Role::column) || label.is(recognition::Role::side, "fund")))
          return true;
        break;
      }
  return false;
}

/// 长征街道社区 over the line of 项目名称 and 项目性质, and 文化活动中心 below that: the only text of a line begins the
/// value of a label that stands in its middle.
bool begins_value_beside(Sheet const& sheet, std::uint32_t line) {
  if (sheet.line(line).size() != 1 || line + 2 >= sheet.text->lines.size())
    return false;
  auto const& above = sheet.line(line)[0];
  auto const over = [&](Run const& run) { return overlap(above, run); };
  auto const beside = sheet.line(line + 1), below = sheet.line(line + 2);
  bool const label = beside[0].label.rest == 0 && beside[0].label.as(recognition::Role::pair);
  return label && !above.label.known() && beside[0].x1 <= above.x0 && std::ranges::none_of(beside, over) &&
         std::ranges::count_if(below, over) == 1 && !below[0].label.known();
}

/// A table begins with the first line that has a gutter, but a taller label of its header stands above that, or the
/// first line of a value.
void take_lines_above(Sheet const& sheet, std::vector<Region>& regions) {
  constexpr std::size_t most = 2; // lines
  auto const& lines = sheet.text->lines;
  for (std::size_t r = 1; r < regions.size(); ++r) {
    auto &above = regions[r - 1], &table = regions[r];
    for (std::size_t i = 0; i < most && table.is_table && !above.is_table && above.last > above.first; ++i) {
      auto const line = static_cast<std::uint32_t>(above.last - 1);
      bool const near =
          lines[line].page == lines[line + 1].page && lines[line + 1].y - lines[line].y < 1.5 * sheet.text->pitch;
      if (!near ||
          !(heads_column(sheet, line, static_cast<std::uint32_t>(table.last)) || begins_value_beside(sheet, line)))
        break;
      --above.last, --table.first;
    }
  }
  std::erase_if(regions, [](Region const& region) { return region.first == region.last; });
}

/// 满意度指 服务对象满意度指 受益群众满意: the cells of a line stand one space apart, and the first is one of a level.
bool begins_with_level(Sheet const& sheet, std::size_t line) {
  auto const words = sheet.text->words_of(sheet.text->lines[line]);
  return words.size() > 1 && begins_level(*sheet.labels, words.front().text);
}

/// 松涛区养老 山塘加固: the second of two short texts begins where one does in the lines around.
bool stands_in_columns(Sheet const& sheet, std::size_t line) {
  constexpr std::size_t longest = 12, reach = 2; // characters; lines
  constexpr double moved = 2;                    // columns
  auto const& lines = sheet.text->lines;
  auto const words = sheet.text->words_of(lines[line]);
  bool const texts = words.size() == 2 && std::ranges::all_of(words, [](Word const& word) {
                       return length_of(word.text) <= longest && word.text.find("：") == std::string_view::npos &&
                              word.text.find("。") == std::string_view::npos;
                     });
  for (auto other = line - std::min(line, reach); texts && other < std::min(lines.size(), line + reach + 1); ++other) {
    auto const runs = sheet.line(static_cast<std::uint32_t>(other));
    auto const near = std::ranges::lower_bound(runs, words[1].x0 - moved, {}, &Run::x0);
    if (other != line && near != runs.begin() && near != runs.end() && near->x0 <= words[1].x0 + moved)
      return true;
  }
  return false;
}

/// 项目实施进度计划, or 绩 效 指 over 标: a label alone on its line, in the middle of the rows that it stands beside.
bool is_label_beside(Sheet const& sheet, std::size_t line) {
  constexpr std::size_t tallest = 4; // lines
  auto const runs = sheet.line(static_cast<std::uint32_t>(line));
  if (runs.size() != 1)
    return false;
  RunList chain{sheet.begins[line]};
  auto label = runs[0].label;
  for (auto below = line + 1; below < std::min(sheet.text->lines.size(), line + tallest) && !is_side(label); ++below)
    if (auto const run = sheet.begins[below]; overlap(sheet.runs[run], runs[0])) {
      chain.push_back(run);
      label = label_of(sheet, chain);
    }
  return is_side(label);
}

/// 项目投资估算 in the middle of 总投资 | 资本金 and of the amounts below these: a label that nobody has listed, alone
/// on its line and left of all of them.
bool is_label_of_amounts(Sheet const& sheet, std::size_t line) {
  auto const runs = sheet.line(static_cast<std::uint32_t>(line));
  if (runs.size() != 1 || line == 0 || line + 1 >= sheet.text->lines.size())
    return false;
  auto const above = sheet.line(static_cast<std::uint32_t>(line - 1)),
             below = sheet.line(static_cast<std::uint32_t>(line + 1));
  auto const right = [&](Run const& run) { return run.x0 >= runs[0].x1; };
  return above.size() >= 2 && below.size() >= 2 && std::ranges::all_of(above, right) &&
         std::ranges::all_of(below, right) &&
         std::ranges::none_of(above, [](Run const& r) { return is_figure(r.text); }) &&
         std::ranges::all_of(below, [](Run const& r) { return is_figure(r.text); });
}

/// 项目责任人 between 主管部门 | 青石县水务 and 及代码 | 局, or an amount there: a label or a number alone on its line,
/// in the middle of lines whose texts stand below each other, and beside all of them.
bool is_between_lines_of_cells(Sheet const& sheet, std::size_t line) {
  constexpr double moved = 3; // columns
  auto const runs = sheet.line(static_cast<std::uint32_t>(line));
  if (runs.size() != 1 || line == 0 || line + 1 >= sheet.text->lines.size())
    return false;
  auto const& own = runs[0];
  auto const above = sheet.line(static_cast<std::uint32_t>(line - 1)),
             below = sheet.line(static_cast<std::uint32_t>(line + 1));
  auto const beside = [&](Run const& run) { return !overlap(run, own); };
  auto const below_each_other = [](Run const& a, Run const& b) {
    return overlap(a, b) || std::abs(a.x0 - b.x0) <= moved; // where a full cell in front pushed one
  };
  return ((own.label.known() && own.label.rest == 0) || is_figure(own.text)) && above.size() >= 2 &&
         std::ranges::equal(above, below, below_each_other) && std::ranges::all_of(above, beside) &&
         std::ranges::all_of(below, beside);
}

/// 招标节余，已调 over 整用途: a text alone on its line that begins where one does in the lines around, behind another.
bool is_line_of_cell(Sheet const& sheet, std::size_t line) {
  constexpr std::size_t reach = 2, longest = 12; // lines; characters
  auto const runs = sheet.line(static_cast<std::uint32_t>(line));
  if (runs.size() != 1 || length_of(runs[0].text) > longest)
    return false;
  auto const& lines = sheet.text->lines;
  for (auto other = line - std::min(line, reach); other < std::min(lines.size(), line + reach + 1); ++other) {
    auto const beside = sheet.line(static_cast<std::uint32_t>(other));
    auto const same = std::ranges::find(beside, runs[0].x0, &Run::x0);
    if (other != line && same != beside.begin() && same != beside.end())
      return true;
  }
  return false;
}

/// 立项依据 in the middle of lines that begin right of it: labels with their texts, none of which shares a line with
/// another.
bool are_labels_with_texts(Sheet const& sheet, Region const& region) {
  double labels = far_left, texts = far_right; // where those end, and these begin
  // The label may be the last line of the table above.
  auto const is_label = [](Run const& run) {
    return run.label.rest == 0 && (is_side(run.label) || run.label.as(recognition::Role::pair));
  };
  auto const above = sheet.line(static_cast<std::uint32_t>(std::max<std::size_t>(region.first, 1) - 1));
  if (region.first > 0 && above.size() == 1 && is_label(above[0]))
    labels = above[0].x1;
  for (auto line = region.first; line < region.last; ++line) {
    auto const runs = sheet.line(static_cast<std::uint32_t>(line));
    if (runs.size() != 1)
      return false;
    if (is_label(runs[0]))
      labels = std::max(labels, runs[0].x1);
    else
      texts = std::min(texts, runs[0].x0);
  }
  return labels > far_left && texts < far_right && labels <= texts;
}

/// Such lines are taken for a paragraph, but go on with the table above them.
void join_parted_tables(Sheet const& sheet, std::vector<Region>& regions) {
  constexpr std::size_t most = 3, most_of_texts = 12; // lines
  std::vector<Region> out;
  for (std::size_t r = 0; r < regions.size(); ++r) {
    auto const& region = regions[r];
    auto const& lines = sheet.text->lines;
    bool const near = !out.empty() && out.back().is_table && !region.is_table &&
                      lines[region.first].y - lines[region.first - 1].y < 1.5 * sheet.text->pitch;
    bool const texts = near && region.last - region.first <= most_of_texts && r + 1 < regions.size() &&
                       regions[r + 1].is_table && are_labels_with_texts(sheet, region);
    bool goes_on = near && (texts || region.last - region.first <= most);
    for (auto line = region.first; line < region.last && goes_on; ++line)
      goes_on = texts || begins_with_level(sheet, line) ||
                ((stands_in_columns(sheet, line) || is_label_beside(sheet, line) || is_line_of_cell(sheet, line) ||
                  is_label_of_amounts(sheet, line) || is_between_lines_of_cells(sheet, line)) &&
                 r + 1 < regions.size() && regions[r + 1].is_table);
    if (!goes_on) {
      out.push_back(region);
      continue;
    }
    out.back().last = region.last;
    if (r + 1 < regions.size() && regions[r + 1].is_table)
      out.back().last = regions[++r].last;
  }
  regions = std::move(out);
}

/// A title begins a table of its own: no cell of a form goes over that of the next.
void part_at_titles(Sheet const& sheet, std::vector<Region>& regions) {
  std::vector<Region> out;
  for (auto region : regions) {
    for (auto line = region.first + 1; line < region.last && region.is_table; ++line) {
      auto const runs = sheet.line(static_cast<std::uint32_t>(line));
      if (runs.size() == 1 && recognition::read_title(runs[0].text)) {
        out.push_back({region.first, line, true});
        region.first = line;
      }
    }
    out.push_back(region);
  }
  regions = std::move(out);
}

} // namespace

std::vector<Region> table_regions(Sheet const& sheet) {
  auto regions = find_regions(*sheet.text);
  take_lines_above(sheet, regions);
  join_parted_tables(sheet, regions);
  part_at_titles(sheet, regions);
  return regions;
}

PageText text_of(PageText const& text, Region const& region) {
  PageText out;
  out.metrics = text.metrics, out.pitch = text.pitch;
  out.lines.assign(text.lines.begin() + static_cast<std::ptrdiff_t>(region.first),
                   text.lines.begin() + static_cast<std::ptrdiff_t>(region.last));
  auto const first = out.lines.front().first;
  out.words.assign(text.words.begin() + first, text.words.begin() + out.lines.back().last);
  for (auto& line : out.lines)
    line.first -= first, line.last -= first;
  auto const above = region.first == 0 ? -far_right : text.lines[region.first - 1].y;
  auto const begin = std::ranges::lower_bound(text.row_lines, above, {}, &RowLine::y),
             end = std::ranges::lower_bound(text.row_lines, out.lines.back().y, {}, &RowLine::y);
  out.row_lines.assign(begin, end);
  return out;
}

} // namespace jixiao::aligned
