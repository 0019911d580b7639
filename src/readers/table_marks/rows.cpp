#include "readers/table_marks/rows.hpp"

#include "text/characters.hpp"
#include "text/clean.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace jixiao {
namespace {

constexpr std::size_t beam = 24;
constexpr std::uint32_t most_columns = 60;

// What each reading costs; only their order counts.
constexpr double other_width = 1.0;      ///< a row has another number of cells than the one above
constexpr double table_ends = 1.0;       ///< a paragraph below a table
constexpr double table_ends_tight = 1.5; ///< as above, with no empty line between
constexpr double table_begins = 1.5;
constexpr double lone_cell_cost = 0.6;  ///< one cell with a text, behind empty ones
constexpr double empty_cell_cost = 0.7; ///< between texts, or at the end of a row
constexpr double title_in_table = 1.0;
constexpr double list_item = 0.3;   ///< a paragraph in a cell, below the end of a sentence or with a number before it
constexpr double label_piece = 0.5; ///< short pieces, one below the other, in the first cell of a row
constexpr double other_paragraph = 1.5;
constexpr double paragraph_in_first_cell = 3;

bool is_any(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

char32_t first_of(std::string_view text) { return character_at(text, 0).value; }
char32_t last_of(std::string_view text) { return character_before(text, text.size()).value; }

/// "1.", "(2)", "（三）", "四、", "①": the beginning of a list's item.
bool begins_marked_item(std::string_view text) {
  auto const first = character_at(text, 0);
  if (is_any(first.value, U"①②③④⑤⑥⑦⑧⑨⑩"))
    return true;
  bool const bracket = is_any(first.value, U"(（");
  std::size_t at = bracket ? first.length : 0, digits = 0;
  while (at < text.size() && digits < 3 && is_any(character_at(text, at).value, U"0123456789一二三四五六七八九十")) {
    at += character_at(text, at).length;
    ++digits;
  }
  return digits > 0 && at < text.size() && is_any(character_at(text, at).value, bracket ? U")）" : U".．、。");
}

/// A label such as 绩效 or (元) that goes on below or above.
bool is_label_piece(std::string_view text) { return display_width(text) <= 8 && !is_any(last_of(text), U"：:。；;"); }

bool is_value(std::string_view text) { return is_any(first_of(text), U"≥≤＝=><＞＜0123456789"); }

struct Hypothesis {
  double cost = 0;
  std::uint32_t column = 0; ///< of the last text
  std::uint32_t texts = 0;  ///< cells of the row with a text, 2 for more
  std::uint32_t above = 1;  ///< cells of the row above
  std::int32_t node = -1;   ///< how it came about

  bool same_state(Hypothesis const& other) const {
    return column == other.column && texts == other.texts && above == other.above;
  }
};

struct Node {
  std::int32_t before = -1;
  MarkReading reading;
};

class MarkSearch {
public:
  explicit MarkSearch(std::span<MarkedText const> texts) : texts_(texts) {}

  std::vector<MarkReading> run() {
    if (texts_.empty())
      return {};
    step(Hypothesis{}, 0, {MarkStep::row, texts_[0].tabs}, 0, {0, std::min(texts_[0].tabs, most_columns - 1), 1, 1, -1});
    keep_best();
    for (std::size_t i = 1; i < texts_.size(); ++i) {
      for (auto const& from : open_)
        extend(from, i);
      keep_best();
    }
    return way_to_best();
  }

private:
  void extend(Hypothesis const& from, std::size_t i) {
    auto const& text = texts_[i];
    if (text.gap != WrapGap::none)
      extend_wrapped(from, i);
    else if (text.ends == 0)
      next_cell(from, i, text.tabs, 0);
    else {
      if (text.ends == 1 && text.tabs == 0)
        same_cell(from, i, MarkStep::paragraph, paragraph_cost(from, i));
      if (text.marks() > 1)
        next_cell(from, i, text.marks(), empty_cell_cost + lone_text_cost(i));
      next_row(from, i);
    }
  }

  void extend_wrapped(Hypothesis const& from, std::size_t i) {
    auto const before = texts_[i - 1].text.text, text = texts_[i].text.text;
    bool const has_tab = texts_[i].line_has_tab || is_tabbed_below(i);
    bool const cut = texts_[i].gap == WrapGap::nothing_or_tab;
    if (cut)
      same_cell(from, i, MarkStep::joined, 0.1);
    else
      same_cell(from, i, MarkStep::space, space_cost(before, text, has_tab));
    next_cell(from, i, texts_[i].marks(), cut ? 1.0 : has_tab ? 0.2 : 0.7);
  }

  /// True when a tab stands behind the text in its line.
  bool is_tabbed_below(std::size_t i) const { return i + 1 < texts_.size() && texts_[i + 1].line_has_tab; }

  static double space_cost(std::string_view before, std::string_view text, bool has_tab) {
    auto const left = last_of(before), right = first_of(text);
    if (is_any(left, U",;:.!?"))
      return 0.1;
    if (is_value(text) && is_chinese(left))
      return 1;
    if (is_chinese(left) && is_chinese(right))
      return has_tab ? 2 : 0.6;
    return 0.4;
  }

  /// A row with an empty cell in its middle has tabs on both sides of it.
  double lone_text_cost(std::size_t i) const {
    auto const is_beside = [&](std::size_t at) {
      return at < texts_.size() && (texts_[at].tabs > 0 || texts_[at].gap != WrapGap::none);
    };
    return (is_beside(i - 1) ? 0 : 1.2) + (is_beside(i + 1) && texts_[i + 1].ends == 0 ? 0 : 1.2);
  }

  double paragraph_cost(Hypothesis const& from, std::size_t i) const {
    auto const before = texts_[i - 1].text.text, text = texts_[i].text.text;
    if (from.texts == 1 && from.column == 0 && is_label_piece(before) && is_label_piece(text))
      return label_piece;
    bool const is_tab_behind = i + 1 < texts_.size() && texts_[i + 1].ends == 0 && texts_[i + 1].gap == WrapGap::none;
    if (from.texts == 1 && (from.column == 0 || is_tab_behind))
      return paragraph_in_first_cell;
    if (begins_marked_item(text) || (is_any(last_of(before), U"。；;") && !is_label_piece(text)))
      return list_item;
    return other_paragraph;
  }

  void same_cell(Hypothesis const& from, std::size_t i, MarkStep how, double cost) {
    step(from, i, {how, from.column}, cost, {0, from.column, from.texts, from.above, -1});
  }

  void next_cell(Hypothesis const& from, std::size_t i, std::uint32_t marks, double for_empty) {
    if (marks == 0 || from.column + 1 >= most_columns) // what more columns would hold stays in the last one
      return same_cell(from, i, MarkStep::space, 0);
    auto const column = std::min(from.column + marks, most_columns - 1);
    auto const empty = texts_[i].gap == WrapGap::none ? marks - 1 : 1;
    step(from, i, {MarkStep::cell, column}, for_empty * empty, {0, column, 2, from.above, -1});
  }

  /// The row ends behind its last text, or behind empty cells; the next one begins with the cells that are left.
  void next_row(Hypothesis const& from, std::size_t i) {
    auto const marks = std::min(texts_[i].marks(), most_columns);
    for (std::uint32_t trailing = 0; trailing + 2 <= marks && trailing < 3; ++trailing) {
      auto const width = from.column + 1 + trailing;
      auto const leading = marks - 2 - trailing;
      auto const cost = row_cost(from, width, i) + empty_cell_cost * trailing;
      step(from, i, {MarkStep::row, leading}, cost, {0, leading, 1, width, -1});
    }
    auto const cost = row_cost(from, from.column + 1, i);
    if (marks > 2 && texts_[i].tabs == 0)
      step(from, i, {MarkStep::row, 0}, cost, {0, 0, 1, from.column + 1, -1});
  }

  /// What the row that ends before text `i` costs.
  double row_cost(Hypothesis const& from, std::uint32_t width, std::size_t i) const {
    bool const is_paragraph = width == 1;
    if (is_paragraph)
      return from.above == 1 ? 0 : texts_[i - 1].ends > 1 ? table_ends : table_ends_tight;
    auto cost = from.above == 1 ? table_begins : from.above == width ? 0 : other_width;
    if (from.texts == 1)
      cost += lone_cell_cost + (texts_[i - 1].text.text.ends_with("表") ? title_in_table : 0);
    return cost;
  }

  void step(Hypothesis const& from, std::size_t, MarkReading reading, double cost, Hypothesis to) {
    to.cost = from.cost + cost;
    to.node = static_cast<std::int32_t>(nodes_.size());
    nodes_.push_back({from.node, reading});
    next_.push_back(to);
  }

  void keep_best() {
    std::ranges::stable_sort(next_, {}, &Hypothesis::cost);
    open_.clear();
    for (auto const& candidate : next_) {
      if (open_.size() == beam)
        break;
      if (std::ranges::none_of(open_, [&](auto const& kept) { return kept.same_state(candidate); }))
        open_.push_back(candidate);
    }
    next_.clear();
  }

  std::vector<MarkReading> way_to_best() const {
    auto const ended = [&](Hypothesis const& h) { return h.cost + row_cost(h, h.column + 1, texts_.size()); };
    auto const best = std::ranges::min_element(open_, {}, ended);
    std::vector<MarkReading> way;
    for (auto node = best->node; node >= 0; node = nodes_[static_cast<std::size_t>(node)].before)
      way.push_back(nodes_[static_cast<std::size_t>(node)].reading);
    std::ranges::reverse(way);
    return way;
  }

  std::span<MarkedText const> texts_;
  std::vector<Hypothesis> open_, next_;
  std::vector<Node> nodes_;
};

} // namespace

std::vector<MarkReading> read_marks(std::span<MarkedText const> texts) { return MarkSearch(texts).run(); }

} // namespace jixiao
