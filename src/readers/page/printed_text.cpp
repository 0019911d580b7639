#include "readers/page/printed_text.hpp"

#include "readers/geometry/furniture.hpp"
#include "readers/geometry/paragraphs.hpp"
#include "readers/page/form_titles.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace jixiao {
namespace {

Word word_of(PrintedLine const& line) {
  Word word{line.text, double{line.x0}, double{line.x1}, double{line.y0}, double{line.y1}};
  word.width = word.x1 - word.x0;
  return word;
}

bool ends_in_mark(std::string_view text) {
  static constexpr std::string_view marks[] = {"，", "。", "；", "、", "：", "！", "？", "”", "）"};
  return std::ranges::any_of(marks, [&](std::string_view mark) { return text.ends_with(mark); });
}

/// Of the tables [first, last) beside each other, the one that a line stands over; `last` when it is none of them
/// alone.
std::uint32_t table_below(PrintedPage const& page, PrintedLine const& line, std::uint32_t first, std::uint32_t last) {
  constexpr float over = 6;
  for (auto i = first; i < last; ++i)
    if (line.x0 >= page.tables[i].xs.front() - over && line.x1 <= page.tables[i].xs.back() + over)
      return i;
  return last;
}

/// Where tables that stand beside each other have lines of their own over them, each follows on its lines.
void part_lines_over_tables(PrintedPage const& page, std::vector<PageItem>& items) {
  for (std::size_t at = 0; at < items.size();) {
    if (!items[at].is_table) {
      ++at;
      continue;
    }
    auto end = at + 1;
    while (end < items.size() && items[end].is_table &&
           page.tables[items[end].first].xs.front() > page.tables[items[end - 1].first].xs.back() &&
           page.tables[items[end].first].ys.front() < page.tables[items[end - 1].first].ys.back())
      ++end;
    auto const first_table = items[at].first, last_table = items[end - 1].first + 1;
    auto const owner = [&](PageItem const& item) {
      return item.is_table ? item.first : table_below(page, page.lines[item.first], first_table, last_table);
    };
    auto first = at;
    while (first > 0 && !items[first - 1].is_table && owner(items[first - 1]) != last_table)
      --first;
    auto const begin = items.begin() + static_cast<std::ptrdiff_t>(first),
               lines_end = items.begin() + static_cast<std::ptrdiff_t>(at);
    bool const over_several =
        std::any_of(begin, lines_end, [&](auto const& item) { return owner(item) != owner(*begin); });
    if (end > at + 1 && over_several)
      std::stable_sort(begin, items.begin() + static_cast<std::ptrdiff_t>(end),
                       [&](PageItem const& a, PageItem const& b) { return owner(a) < owner(b); });
    at = end;
  }
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
  part_lines_over_tables(page, items);
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

/// What stands above the title of a page, which begins a form there, is part of that form: it is no running head unless
/// pages without a title have it, too.
class HeadLines {
public:
  explicit HeadLines(std::vector<PrintedPage> const& pages, std::vector<std::vector<PageItem>> const& items) {
    for (std::size_t p = 0; p < pages.size(); ++p) {
      auto const title = title_of(pages[p], items[p]);
      titles_.push_back(title);
      for (std::size_t i = 0; title == none && i < std::min(items[p].size(), reach) && !items[p][i].is_table; ++i)
        heads_.insert(pages[p].lines[items[p][i].first].text);
    }
  }

  bool belongs_to_form(PrintedPage const& page, std::size_t p, PageItem const& item, std::size_t index) const {
    return titles_[p] != none && index < titles_[p] && !heads_.contains(page.lines[item.first].text);
  }

  /// True for the title itself, which is set larger than the text.
  bool is_title(std::size_t p, std::size_t index) const { return titles_[p] == index; }

private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1), reach = 3;

  static std::size_t title_of(PrintedPage const& page, std::vector<PageItem> const& items) {
    constexpr float larger = 1.15F;
    auto const common = common_size(page);
    auto const most = page.tables.empty() ? std::min(items.size(), reach + 1) : items.size();
    for (std::size_t i = 0; i < most && !items[i].is_table; ++i)
      if (page.lines[items[i].first].size > larger * common)
        return i;
    return none;
  }

  std::vector<std::size_t> titles_;
  std::set<std::string_view> heads_;
};

/// A text that no other line has: a running head is what repeats, and what is set larger than the text is a title.
std::string_view mark_of(std::size_t number, std::deque<std::string>& marks) {
  std::string mark = "▦";
  for (; number > 0; number /= 26)
    mark.push_back(static_cast<char>('a' + number % 26));
  return marks.emplace_back(std::move(mark));
}

/// Running heads that were left out. Page numbers say nothing that is missed.
class Removed {
public:
  void count(PrintedPage const& page, std::vector<PageItem> const& all, std::vector<PageItem> const& kept) {
    std::size_t next = 0;
    for (auto const& item : all) {
      if (next < kept.size() && kept[next].is_table == item.is_table && kept[next].first == item.first) {
        ++next;
        continue;
      }
      auto const& text = page.lines[item.first].text;
      if (std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0xE3; }) || text.size() < 9)
        continue;
      auto& head = heads_.try_emplace(text, page.number, 0U).first->second;
      ++head.second;
    }
  }

  void report(DiagnosticSink& sink) const {
    for (auto const& [text, head] : heads_) {
      Location at;
      at.page = head.first;
      sink.emit(Code::running_head, {{"text", text}, {"pages", head.second}}, at);
    }
  }

private:
  std::map<std::string, std::pair<std::uint32_t, std::uint32_t>> heads_; ///< first page and number of pages
};

} // namespace

std::vector<std::vector<PageItem>> find_items(std::vector<PrintedPage> const& pages, DiagnosticSink& sink) {
  std::vector<std::vector<PageItem>> all;
  for (auto const& page : pages)
    all.push_back(order_items(page));
  HeadLines const heads(pages, all);
  FormTitles const titles(pages, all);
  std::vector<PageLines> lines;
  std::deque<std::string> marks;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    auto const& page = pages[p];
    auto const& items = all[p];
    PageLines of{{}, {}, double{page.height}};
    for (std::size_t i = 0; i < items.size(); ++i) {
      auto const first = static_cast<std::uint32_t>(of.words.size());
      auto const add_mark = [&] { of.words.push_back({mark_of(marks.size() + 1, marks)}); };
      double y = page.height / 2, height = 0;
      if (items[i].is_table) {
        add_mark();
      } else {
        auto const& text = page.lines[items[i].first];
        y = text.middle(), height = double{text.y1} - double{text.y0};
        if (heads.is_title(p, i) || titles.begins_form(p, i) || heads.belongs_to_form(page, p, items[i], i))
          add_mark();
        else
          for (auto k = items[i].first; k < items[i].last; ++k)
            of.words.push_back(word_of(page.lines[k]));
      }
      // `page` numbers the item, to find it again.
      of.lines.push_back(
          {first, static_cast<std::uint32_t>(of.words.size()), static_cast<std::uint32_t>(i), y, height});
    }
    lines.push_back(std::move(of));
  }
  remove_furniture(lines, true);
  Removed removed;
  for (std::size_t p = 0; p < all.size(); ++p) {
    std::vector<PageItem> kept;
    for (auto const& line : lines[p].lines)
      kept.push_back(all[p][line.page]);
    removed.count(pages[p], all[p], kept);
    all[p] = std::move(kept);
  }
  removed.report(sink);
  return all;
}

void TextRun::add(PrintedPage const& page, PageItem const& item, bool opens_page) {
  auto const& first = page.lines[item.first];
  TextLine line{static_cast<std::uint32_t>(text_.words.size()),
                0,
                page.number,
                double{first.middle()},
                double{first.y1} - double{first.y0},
                opens_page};
  for (auto i = item.first; i < item.last; ++i) {
    text_.words.push_back(word_of(page.lines[i]));
    text_.words.back().text = builder_.own(page.lines[i].text); // the pages go before the reading does
  }
  line.last = static_cast<std::uint32_t>(text_.words.size());
  text_.lines.push_back(line);
  // A mark at the end may hang over the edge.
  bool const marked = ends_in_mark(text_.words.back().text);
  auto& right = marked ? right_hung_ : right_;
  right = std::max(right, text_.words.back().x1);
  left_ = std::min(left_, double{first.x0});
  has_sentences_ |= marked;
  for (auto const& table : page.tables)
    frame_ = std::max(frame_, double{table.xs.back()});
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
  constexpr double least = 25; // ems
  auto measure = std::max({right_, right_hung_ - em, left_ + least * em});
  // A title, a year and a unit below each other say nothing of how long a line may be; the table below them does.
  constexpr std::size_t fewest = 5;
  if (text_.lines.size() < fewest && !has_sentences_)
    measure = std::max(measure, frame_ - em);
  add_paragraphs(text_, {0, text_.lines.size(), false}, measure, builder_);
  text_ = {};
  right_ = right_hung_ = frame_ = 0;
  left_ = everywhere;
  has_sentences_ = false;
}

RawPage words_of(PrintedPage const& page, std::vector<PageItem> const& items) {
  RawPage raw{{}, double{page.height}, page.number, true, {}};
  for (auto const& line : page.row_lines)
    raw.row_lines.push_back({double{line.at}, double{line.from}, double{line.to}});
  for (auto const& item : items)
    for (auto i = item.first; i < item.last; ++i)
      raw.words.push_back(word_of(page.lines[i]));
  return raw;
}

} // namespace jixiao
