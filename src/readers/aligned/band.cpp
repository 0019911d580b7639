#include "readers/aligned/band.hpp"

#include "readers/aligned/columns.hpp"
#include "readers/geometry/spaces.hpp"
#include "recognition/titles.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <cmath>

namespace jixiao::aligned {

namespace {

using recognition::Role;

constexpr double pressed_at_most = 4; ///< columns that extraction moves a text left of its own

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

bool begins_number(std::string_view text) {
  auto const c = character_at(text, 0).value;
  return (c >= '0' && c <= '9') || std::u32string_view(U"≥≤≧≦<>=＝═").find(c) != std::u32string_view::npos;
}

/// True when a value ends before the word: a number with its unit before another number, an amount before words.
bool ends_value(Sheet const& sheet, Run const& run, std::uint32_t word) {
  constexpr std::size_t longest_unit = 5; // characters
  auto const& words = sheet.text->words;
  auto const before = words[word - 1].text, after = words[word].text;
  if (!begins_number(after))
    return word == run.first + 1 && is_figure(before) && before.find('.') != std::string_view::npos &&
           length_of(after) > longest_unit;
  if (is_figure(before))
    return true;
  bool const date = before.starts_with("年") || before.starts_with("月") || before.starts_with("日");
  return !date && word >= run.first + 2 && is_figure(words[word - 2].text) && length_of(before) <= longest_unit;
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

/// The first line behind the header that is not below its columns.
void find_end(Sheet const& sheet, Band& band, std::uint32_t end, std::vector<bool> const& taken) {
  band.end = band.total = end;
  for (auto line = band.header.last; line < end; ++line) {
    if (is_title(sheet, line)) {
      band.total = band.end = line;
      return;
    }
    bool first = true;
    for (auto run = sheet.begins[line]; run < sheet.begins[line + 1]; ++run) {
      if (taken[run])
        continue;
      auto const& r = sheet.runs[run];
      bool const total = r.label.as(Role::total) && band.header.kind != BandKind::goals &&
                         band.header.kind != BandKind::measures && !r.label.as(Role::fund) &&
                         !lists_projects(band.header);
      if (total) {
        band.total = line, band.end = line + 1;
        return;
      }
      bool const pair = first && (r.label.as(Role::pair) || r.label.as(Role::goal) || r.label.as(Role::note));
      bool const beside = band.header.kind != BandKind::measures && is_side(r.label) && !r.label.numbered &&
                          r.x1 <= band.header.labels[band.leaves[0]].x0;
      if (pair && !beside && !r.label.is_level() &&
          !(band.header.kind == BandKind::measures && r.label.as(Role::fund))) {
        band.total = band.end = line;
        return;
      }
      first = false;
    }
  }
}

} // namespace

Band make_band(Sheet const& sheet, HeaderBlock header, std::uint32_t end, std::vector<bool> const& taken) {
  Band band;
  band.header = std::move(header);
  for (std::size_t i = 0; i < band.header.labels.size(); ++i)
    if (!band.header.labels[i].parent)
      band.leaves.push_back(i);
  find_end(sheet, band, end, taken);
  find_columns(sheet, band, taken);
  for (std::size_t i = 0; i < band.leaves.size() && band.header.kind == BandKind::indicators; ++i) {
    auto const* column = band.header.labels[band.leaves[i]].label.as(Role::column);
    if (!column)
      continue;
    static constexpr std::string_view of_projects[] = {
        "project_name",      "project_code",           "project_category", "unit_code",
        "implementing_unit", "supervising_department", "budget",           "goal"};
    auto const at = static_cast<std::int16_t>(i + band.first_leaf);
    if (column->target == "level1" || column->target == "level2")
      band.levels.push_back(at);
    else if (std::ranges::find(of_projects, column->target) != std::end(of_projects))
      band.projects.push_back(at);
    if (column->target == "project_name")
      band.project_name = at;
    if (column->target == "goal")
      band.goal = at;
    if (column->target == "level3" && band.name < 0)
      band.name = at;
  }
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
  for (auto word = run.first + 1; word < run.last; ++word) {
    auto const left = words[word - 1].x1, right = words[word].x0;
    bool const at_border = std::ranges::any_of(borders, [&](double b) { return b >= left && b <= right; });
    if ((at_border && may_be_gutter(sheet, starts, word)) || fills_column(sheet, starts, run, word))
      return word;
  }
  // 40万立方米 18万立方米, 58.20 维护场地: one value ends and another begins where a border goes through the text.
  for (auto word = run.first + 1; word < run.last; ++word)
    for (auto const border : borders)
      if (ends_value(sheet, run, word) && border > run.x0 && border < run.x1)
        return word;
  // 22万立方米 10: a number without a unit behind one that has its own.
  if (auto const last = run.last - 1; last == run.first + 2 && is_figure(words[last].text) &&
                                      !is_figure(words[last - 1].text) && ends_value(sheet, run, last))
    return last;
  // 惠及群众491人。 实际完成: a sentence ends where the other goal begins.
  constexpr double moved_at_most = 10; // columns
  for (auto word = run.first + 1; word < run.last && band.header.kind == BandKind::goals; ++word)
    for (auto const border : borders)
      if (words[word - 1].text.ends_with("。") && words[word].x0 > words[word - 1].x1 && border > run.x0 &&
          border < run.x1 && std::abs(words[word].x0 - border) <= moved_at_most)
        return word;
  // A text that reaches into the next column, and has a space between ideographs there.
  for (auto word = run.first + 1; word < run.last; ++word)
    for (auto const border : borders)
      if (may_part(*sheet.text, word) == Space::apart && border > run.x0 && border < run.x1 &&
          std::abs(words[word].x0 - border) <= pressed_at_most)
        return word;
  return 0;
}

} // namespace jixiao::aligned
