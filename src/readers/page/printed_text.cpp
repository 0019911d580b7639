#include "readers/page/printed_text.hpp"

#include "readers/geometry/furniture.hpp"
#include "readers/geometry/paragraphs.hpp"

#include <algorithm>
#include <deque>
#include <string>

namespace jixiao {
namespace {

Word word_of(PrintedLine const& line) {
  Word word{line.text, double{line.x0}, double{line.x1}, double{line.y0}, double{line.y1}};
  word.width = word.x1 - word.x0;
  return word;
}

/// Items from top to bottom; a table stands where it begins.
std::vector<PageItem> order_items(PrintedPage const& page) {
  std::vector<PageItem> items;
  std::uint32_t table = 0;
  auto const tables_above = [&](float y) {
    for (; table < page.tables.size() && page.tables[table].ys.front() < y; ++table)
      items.push_back({true, table, table + 1});
  };
  bool const has_tables = !page.tables.empty();
  for (std::uint32_t i = 0; i < page.lines.size(); ++i) {
    tables_above(page.lines[i].middle());
    // Beside tables, a gap makes texts of their own.
    if (has_tables || page.lines[i].begins || items.empty())
      items.push_back({false, i, i});
    items.back().last = i + 1;
  }
  tables_above(page.height + 1e6F);
  return items;
}

/// The size of most of the page's text, in tables too.
float common_size(PrintedPage const& page) {
  std::vector<float> sizes;
  for (auto const& line : page.lines)
    sizes.push_back(line.size);
  for (auto const& table : page.tables)
    for (auto const& cell : table.cells)
      if (!cell.text.text.empty())
        sizes.push_back(cell.text.em);
  if (sizes.empty())
    return 0;
  auto const half = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
  std::ranges::nth_element(sizes, half);
  return *half;
}

/// A text that no other line has: a running head is what repeats, and what is set larger than the text is a title.
std::string_view mark_of(std::size_t number, std::deque<std::string>& marks) {
  std::string mark = "▦";
  for (; number > 0; number /= 26)
    mark.push_back(static_cast<char>('a' + number % 26));
  return marks.emplace_back(std::move(mark));
}

} // namespace

std::vector<std::vector<PageItem>> find_items(std::vector<PrintedPage> const& pages) {
  constexpr float title = 1.15F;
  std::vector<std::vector<PageItem>> all;
  std::vector<PageLines> lines;
  std::deque<std::string> marks;
  for (auto const& page : pages) {
    auto const items = order_items(page);
    auto const common = common_size(page);
    PageLines of{{}, {}, double{page.height}};
    for (std::size_t i = 0; i < items.size(); ++i) {
      auto const first = static_cast<std::uint32_t>(of.words.size());
      auto const add_mark = [&] {
        of.words.push_back({mark_of(marks.size() + 1, marks)});
      };
      double y = page.height / 2, height = 0;
      if (items[i].is_table) {
        add_mark();
      } else {
        auto const& text = page.lines[items[i].first];
        y = text.middle(), height = double{text.y1} - double{text.y0};
        if (!page.tables.empty() && text.size > title * common)
          add_mark();
        else
          for (auto k = items[i].first; k < items[i].last; ++k)
            of.words.push_back(word_of(page.lines[k]));
      }
      // `page` numbers the item, to find it again.
      of.lines.push_back({first, static_cast<std::uint32_t>(of.words.size()), static_cast<std::uint32_t>(i), y, height});
    }
    lines.push_back(std::move(of));
    all.push_back(items);
  }
  remove_furniture(lines, true);
  for (std::size_t p = 0; p < all.size(); ++p) {
    std::vector<PageItem> kept;
    for (auto const& line : lines[p].lines)
      kept.push_back(all[p][line.page]);
    all[p] = std::move(kept);
  }
  return all;
}

void TextRun::add(PrintedPage const& page, PageItem const& item, bool opens_page) {
  auto const& first = page.lines[item.first];
  TextLine line{static_cast<std::uint32_t>(text_.words.size()), 0, page.number, double{first.middle()},
                double{first.y1} - double{first.y0}, opens_page};
  for (auto i = item.first; i < item.last; ++i)
    text_.words.push_back(word_of(page.lines[i]));
  line.last = static_cast<std::uint32_t>(text_.words.size());
  text_.lines.push_back(line);
  measure_ = std::max(measure_, text_.words.back().x1);
  for (auto const& table : page.tables)
    measure_ = std::max(measure_, double{table.xs.back()});
}

void TextRun::flush() {
  if (text_.lines.empty())
    return;
  std::vector<double> heights;
  for (auto const& line : text_.lines)
    heights.push_back(line.height);
  auto const half = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
  std::ranges::nth_element(heights, half);
  auto const em = std::max(*half, 1.0);
  text_.metrics = {.em = em, .gutter = em, .space = em, .tolerance = 0.12 * em, .exact = true};
  text_.pitch = 1.4 * em;
  add_paragraphs(text_, {0, text_.lines.size(), false}, measure_, builder_);
  text_ = {};
  measure_ = 0;
}

RawPage words_of(PrintedPage const& page, std::vector<PageItem> const& items) {
  RawPage raw{{}, double{page.height}, page.number};
  for (auto const& item : items)
    for (auto i = item.first; i < item.last; ++i)
      raw.words.push_back(word_of(page.lines[i]));
  return raw;
}

} // namespace jixiao
