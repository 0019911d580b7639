#include "readers/page/form_titles.hpp"

#include "recognition/labels/titles.hpp"

#include <algorithm>
#include <map>

namespace jixiao {
namespace {

constexpr std::size_t lines_at_top = 4; // lines from the top of a page

std::string text_of_item(PrintedPage const& page, PageItem const& item) {
  std::string text;
  for (auto i = item.first; i < item.last; ++i)
    text += page.lines[i].text;
  return text;
}

/// The row that a page begins with below its title.
struct FirstRow {
  std::string begin, all;
};

FirstRow row_of_table(PrintedTable const& table) {
  FirstRow row;
  for (auto const& cell : table.cells)
    if (cell.place.y == 0 && !cell.text.text.empty()) {
      row.begin = row.begin.empty() ? cell.text.text : row.begin;
      row.all.append(cell.text.text).push_back('\n');
    }
  return row;
}

FirstRow first_row(PrintedPage const& page, std::vector<PageItem> const& items, std::size_t behind) {
  for (auto i = behind; i < items.size(); ++i) {
    if (items[i].is_table)
      return row_of_table(page.tables[items[i].first]);
    if (page.tables.empty() && items[i].last - items[i].first > 1)
      return {page.lines[items[i].first].text, text_of_item(page, items[i])};
  }
  return {};
}

} // namespace

FormTitles::FormTitles(std::vector<PrintedPage> const& pages, std::vector<std::vector<PageItem>> const& items)
    : titles_(pages.size(), none) {
  std::map<std::string, FirstRow> rows; // below the first title of each text
  for (std::size_t p = 0; p < pages.size(); ++p)
    for (std::size_t i = 0; i < std::min(items[p].size(), lines_at_top) && !items[p][i].is_table; ++i) {
      auto text = text_of_item(pages[p], items[p][i]);
      if (!recognition::read_title(text))
        continue;
      auto row = first_row(pages[p], items[p], i + 1);
      auto const [first, is_first] = rows.try_emplace(std::move(text), row);
      bool const begins =
          is_first || (!row.begin.empty() && row.begin == first->second.begin && row.all != first->second.all);
      titles_[p] = begins ? i : none;
      break;
    }
}

} // namespace jixiao
