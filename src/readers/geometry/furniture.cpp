#include "readers/geometry/furniture.hpp"

#include "recognition/labels/titles.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

namespace jixiao {
namespace {

/// The line's characters without white space, each number as one '#'.
std::string shape_of(PageLines const& page, TextLine const& line) {
  std::string shape;
  for (auto i = line.first; i < line.last; ++i) {
    auto const text = page.words[i].text;
    for (std::size_t at = 0; at < text.size();) {
      auto const c = character_at(text, at);
      at += c.length;
      bool const digit = (c.value >= '0' && c.value <= '9') || (c.value >= 0xFF10 && c.value <= 0xFF19);
      if (is_space(c.value) || is_invisible(c.value) || (digit && shape.ends_with('#')))
        continue;
      append_utf8(shape, digit ? U'#' : c.value);
    }
  }
  return shape;
}

bool is_page_number(std::string_view shape) {
  for (std::string_view const mark : {"-", "—", "–", "－", "·", "~"})
    while (shape.starts_with(mark) && shape.ends_with(mark) && shape.size() > mark.size() * 2)
      shape = shape.substr(mark.size(), shape.size() - 2 * mark.size());
  static constexpr std::string_view forms[] = {"#",           "第#页",        "#/#",         "第#页共#页",
                                               "第#页,共#页", "第#页，共#页", "第#页/共#页", "共#页第#页",
                                               "Page#",       "Page#of#",     "#页",         "-#"};
  return std::ranges::find(forms, shape) != std::end(forms);
}

/// 某局2023年度部门决算公开 第 31 页 共 46 页
bool ends_in_page_number(std::string_view shape) {
  return shape.ends_with("第#页共#页") || shape.ends_with("第#页/共#页");
}

/// True when the line stands where body text does not: in the margin of a page that is measured.
bool in_margin(PageLines const& page, TextLine const& line) {
  return page.height > 0 && (line.y < 0.085 * page.height || line.y > 0.915 * page.height);
}

/// True when a bare number stands where page numbers do, not in the last line of a table.
bool stands_apart(PageLines const& page, TextLine const& line) {
  if (page.height > 0)
    return in_margin(page, line);
  auto const& next =
      &line == &page.lines.front() ? page.lines[page.lines.size() > 1 ? 1 : 0] : page.lines[page.lines.size() - 2];
  return page.lines.size() == 1 || std::abs(next.y - line.y) > 1.5;
}

/// The title of a form. Where it stands on each page it may be that of a form each, and inside of one it does no harm.
bool is_title(PageLines const& page, TextLine const& line) {
  std::string text;
  for (auto i = line.first; i < line.last; ++i)
    text += page.words[i].text;
  return recognition::read_title(text).has_value();
}

/// A row of figures that end alike: 总分 100 98.
bool has_figures(std::string_view shape) { return std::ranges::count(shape, '#') > 1; }

/// How many pages begin or end with a line of this shape.
using Shapes = std::map<std::string, std::size_t>;

bool repeats(Shapes const& shapes, std::string const& shape, std::size_t pages, bool exact) {
  auto const found = shapes.find(shape);
  auto const count = found == shapes.end() ? 0 : found->second;
  return exact ? count >= 2 : pages >= 3 && count == pages;
}

TextLine const* edge(PageLines const& page, bool top) {
  return page.lines.empty() ? nullptr : top ? &page.lines.front() : &page.lines.back();
}

/// Takes one line from an edge of each page that has furniture there. True when it took any.
bool remove_edge(std::vector<PageLines>& pages, bool top, bool exact) {
  Shapes shapes;
  for (auto const& page : pages)
    if (auto const* line = edge(page, top); line != nullptr)
      ++shapes[shape_of(page, *line)];
  bool removed = false;
  for (auto& page : pages) {
    auto const* line = edge(page, top);
    if (line == nullptr)
      continue;
    auto const shape = shape_of(page, *line);
    bool const lone = page.lines.size() == 1;
    bool const running = repeats(shapes, shape, pages.size(), exact) && !lone && !is_title(page, *line) &&
                         (exact ? in_margin(page, *line) : !has_figures(shape));
    bool const numbered = ends_in_page_number(shape) && shapes[shape] >= 2 && !lone;
    if (!(is_page_number(shape) && (shape != "#" || stands_apart(page, *line))) && !running && !numbered)
      continue;
    page.lines.erase(top ? page.lines.begin() : page.lines.end() - 1);
    removed = true;
  }
  return removed;
}

} // namespace

void remove_furniture(std::vector<PageLines>& pages, bool exact) {
  constexpr int deepest = 3; // lines of a running head
  for (bool const top : {true, false})
    for (int i = 0; i < deepest && remove_edge(pages, top, exact); ++i) {
    }
}

} // namespace jixiao
