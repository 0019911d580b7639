#include "readers/geometry/text_lines.hpp"

#include "readers/geometry/furniture.hpp"
#include "readers/geometry/spaces.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>
#include <utility>

namespace jixiao {
namespace {

double middle(Word const& word) { return (word.y0 + word.y1) / 2; }

/// The median width of a character in words of ideographs.
double measure_em(std::vector<RawPage> const& pages) {
  std::vector<double> widths;
  for (auto const& page : pages)
    for (auto const& word : page.words) {
      std::size_t characters = 0;
      bool chinese = true;
      for (std::size_t at = 0; at < word.text.size() && chinese; ++characters) {
        auto const c = character_at(word.text, at);
        chinese = is_chinese(c.value) && c.value >= 0x2E80;
        at += c.length;
      }
      if (chinese && characters > 0 && word.x1 > word.x0)
        widths.push_back((word.x1 - word.x0) / static_cast<double>(characters));
    }
  if (widths.empty())
    return 10;
  auto const half = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() / 2);
  std::ranges::nth_element(widths, half);
  return std::max(*half, 1.0);
}

Metrics measure(std::vector<RawPage> const& pages) {
  auto const em = measure_em(pages);
  return {.em = em, .gutter = 0.62 * em, .space = 0.35 * em, .tolerance = 0.12 * em, .exact = true};
}

/// Words whose middles are as good as level make a line.
std::vector<TextLine> lines_of_page(std::vector<Word>& words) {
  std::ranges::stable_sort(words, {}, middle);
  std::vector<TextLine> lines;
  for (std::size_t i = 0; i < words.size(); ++i) {
    auto const height = words[i].y1 - words[i].y0;
    bool const same =
        !lines.empty() && middle(words[i]) - lines.back().y < 0.25 * std::min(height, lines.back().height);
    if (!same)
      lines.push_back({static_cast<std::uint32_t>(i), 0, 0, middle(words[i]), height});
    lines.back().last = static_cast<std::uint32_t>(i + 1);
  }
  for (auto const& line : lines)
    std::stable_sort(words.begin() + line.first, words.begin() + line.last,
                     [](Word const& a, Word const& b) { return a.x0 < b.x0; });
  return lines;
}

/// True when a text of one line stands under one of the other.
bool overlap(PageText const& text, TextLine const& above, TextLine const& below) {
  for (auto a = above.first, b = below.first; a < above.last && b < below.last;) {
    auto const &upper = text.words[a], &lower = text.words[b];
    if (upper.x0 < lower.x1 && lower.x0 < upper.x1)
      return true;
    (upper.x1 < lower.x1 ? a : b) += 1;
  }
  return false;
}

/// The smallest distance that many lines have to the next one.
double measure_pitch(PageText const& text) {
  struct Distances {
    std::size_t count = 0;
    double sum = 0;
  };
  std::map<long, Distances> by_size; // in twentieths of the height
  std::size_t most = 0;
  for (std::size_t i = 1; i < text.lines.size(); ++i) {
    auto const& line = text.lines[i];
    auto const distance = line.y - text.lines[i - 1].y;
    if (line.opens_page || !overlap(text, text.lines[i - 1], line) || distance <= 0.8 * line.height ||
        distance >= 2 * line.height)
      continue;
    auto& distances = by_size[std::lround(distance / line.height * 20)];
    distances.sum += distance;
    most = std::max(most, ++distances.count);
  }
  for (auto const& [size, distances] : by_size)
    if (distances.count * 6 >= most)
      return distances.sum / static_cast<double>(distances.count);
  return text.lines.empty() ? 1 : std::max(text.lines.front().height, 1.0);
}

/// A narrow gap is a gutter too when words right of gaps begin at the same place in lines nearby.
class GutterSearch {
public:
  explicit GutterSearch(PageText& text) : text_(text) {}

  void run() {
    constexpr std::size_t reach = 5;
    auto const& lines = text_.lines;
    collect_texts();
    for (std::size_t i = 0; i < lines.size() + reach; ++i) {
      if (i < lines.size())
        count(lines[i], 1);
      if (i >= reach)
        part(lines[i - reach]);
      if (i >= 2 * reach)
        count(lines[i - 2 * reach], -1);
    }
  }

private:
  long place(double x) const { return std::lround(x / (2 * text_.metrics.tolerance)); }

  double gap_before(std::uint32_t word) const { return text_.words[word].x0 - text_.words[word - 1].x1; }

  void count(TextLine const& line, int by) {
    for (auto i = line.first + 1; i < line.last; ++i)
      if (gap_before(i) >= text_.metrics.gutter)
        starts_[place(text_.words[i].x0)].wide += by;
      else if (may_part_alone(i))
        starts_[place(text_.words[i].x0)].narrow += by;
  }

  /// True for a space that may be a gutter when others are: between ideographs, or before a number.
  bool may_part_alone(std::uint32_t word) const {
    auto const space = may_part(text_, word);
    return space == Space::apart ||
           (space == Space::at_number && !is_chinese(character_at(text_.words[word].text, 0).value));
  }

  /// Texts that stand between wide gaps are texts of a cell elsewhere, too.
  void collect_texts() {
    for (auto const& line : text_.lines)
      for (auto i = line.first + 1; i < line.last; ++i)
        if (gap_before(i) >= text_.metrics.gutter && ends_text(line, i) && is_long(text_.words[i].text))
          ++texts_[text_.words[i].text];
  }

  bool ends_text(TextLine const& line, std::uint32_t word) const {
    return word + 1 == line.last || gap_before(word + 1) >= text_.metrics.gutter;
  }

  static bool is_long(std::string_view text) {
    constexpr std::size_t three_ideographs = 9;
    return text.size() >= three_ideographs && is_chinese(character_at(text, 0).value);
  }

  bool is_text_elsewhere(TextLine const& line, std::uint32_t word) const {
    auto const found = texts_.find(text_.words[word].text);
    return ends_text(line, word) && found != texts_.end() && found->second >= 2;
  }

  void part(TextLine const& line) {
    for (auto i = line.first + 1; i < line.last; ++i) {
      auto& word = text_.words[i];
      auto const found = starts_.find(place(word.x0));
      auto const starts = found == starts_.end() ? Starts{} : found->second;
      word.parted = gap_before(i) >= text_.metrics.gutter ||
                    (may_part_alone(i) && (starts.wide >= 2 || starts.narrow + starts.wide >= 3)) ||
                    (may_part(text_, i) != Space::no_gutter && is_text_elsewhere(line, i));
    }
  }

  struct Starts {
    int wide = 0, narrow = 0;
  };

  PageText& text_;
  std::map<long, Starts> starts_; ///< in the lines around, by place
  std::unordered_map<std::string_view, int> texts_;
};

} // namespace

PageText make_page_text(std::vector<RawPage> pages, Metrics const& metrics) {
  PageText text;
  text.metrics = metrics.em > 0 ? metrics : measure(pages);
  std::vector<PageLines> by_page;
  std::vector<std::uint32_t> numbers;
  std::vector<std::vector<RowLine>> row_lines;
  bool const bare = std::ranges::all_of(pages, &RawPage::bare);
  for (auto& page : pages) {
    numbers.push_back(page.number != 0 ? page.number : static_cast<std::uint32_t>(numbers.size() + 1));
    row_lines.push_back(std::move(page.row_lines));
    auto lines = lines_of_page(page.words);
    by_page.push_back({std::move(page.words), std::move(lines), page.height});
  }
  if (!bare)
    remove_furniture(by_page, text.metrics.exact);
  double bottom = 0;
  for (std::size_t p = 0; p < by_page.size(); ++p) {
    auto const shift = static_cast<std::uint32_t>(text.words.size());
    auto const top = by_page[p].lines.empty() ? 0 : by_page[p].lines.front().y;
    bool opens = true;
    for (auto line : by_page[p].lines) {
      line.first += shift, line.last += shift;
      line.page = numbers[p];
      line.y += bottom - top;
      line.opens_page = std::exchange(opens, false);
      text.lines.push_back(line);
    }
    for (auto word : by_page[p].words) {
      word.y0 += bottom - top, word.y1 += bottom - top;
      text.words.push_back(word);
    }
    for (auto line : row_lines[p]) {
      line.y += bottom - top;
      text.row_lines.push_back(line);
    }
    if (!text.lines.empty())
      bottom = text.lines.back().y + text.lines.back().height;
  }
  std::ranges::stable_sort(text.row_lines, {}, &RowLine::y);
  text.pitch = text.metrics.exact ? measure_pitch(text) : 1;
  GutterSearch(text).run();
  return text;
}

} // namespace jixiao
