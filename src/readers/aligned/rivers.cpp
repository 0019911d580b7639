#include "readers/aligned/rivers.hpp"

#include "readers/geometry/spaces.hpp"

#include <algorithm>

namespace jixiao::aligned {

namespace {

constexpr std::size_t reach = 60; ///< lines above and below
constexpr double nearby = 1;      ///< columns: a text so near to the white borders on it, too

/// Lines that make a river: with texts that border on it, and with texts on both sides.
constexpr std::size_t fewest_banks = 3, fewest_between = 6;

/// The same of one along which texts begin below each other, and of a long one, beside which cells are merged over
/// rows.
constexpr std::size_t fewest_begins = 4, fewest_flush = 3, fewest_lines = 16, fewest_beside = 4;

/// Of other spaces than between ideographs one in so many may stand elsewhere.
constexpr std::size_t share_of_others = 10;

class Rivers {
public:
  explicit Rivers(PageText& text) : text_(text) {}

  void part() {
    std::vector<std::uint32_t> apart, in_river;
    std::size_t others = 0; ///< spaces beside numbers and behind a comma
    for (std::size_t l = 0; l < text_.lines.size(); ++l)
      for (auto word = text_.lines[l].first + 1; word < text_.lines[l].last; ++word) {
        auto const space = may_part(text_, word);
        if (text_.words[word].parted || text_.words[word].x0 - text_.words[word - 1].x1 < text_.metrics.space)
          continue;
        others += space == Space::apart ? 0 : 1;
        if (is_in_river(l, text_.words[word].x0))
          (space == Space::apart ? apart : in_river).push_back(word);
      }
    mark(apart);
    if ((others - in_river.size()) * share_of_others <= others)
      mark(in_river);
  }

private:
  void mark(std::vector<std::uint32_t> const& words) {
    for (auto const word : words)
      text_.words[word].parted = true;
  }

  /// The white of a line before a place, where the column left of the place is white.
  struct White {
    bool open = false, between = false; ///< white there; texts on both sides
    bool bank = false;                  ///< a text borders on it
    bool begins = false;                ///< one begins right of it
  };

  White white_at(std::size_t line, double right) const {
    auto const words = text_.words_of(text_.lines[line]);
    auto const left = right - 1;
    auto const next = std::ranges::upper_bound(words, left, {}, &Word::x1);
    White out{next == words.end() || next->x0 >= right, next != words.begin() && next != words.end(), false,
              next != words.end() && next->x0 == right};
    out.bank = out.between && (next->x0 <= right + nearby || std::prev(next)->x1 >= left - nearby);
    return out;
  }

  /// The lines through which the white before a place runs, with the one that is asked about.
  struct River {
    std::size_t lines = 1, between = 1, banks = 1, begins = 1; ///< all, and with texts as White tells
  };

  /// Counts the lines from `line` on, in one direction.
  void follow(std::size_t line, bool down, double right, River& river) const {
    auto const page = text_.lines[line].page;
    for (std::size_t by = 1; by <= reach; ++by) {
      if (down ? line + by >= text_.lines.size() : line < by)
        return;
      auto const at = down ? line + by : line - by;
      auto const white = white_at(at, right);
      if (!white.open || text_.lines[at].page != page)
        return;
      ++river.lines, river.between += white.between ? 1 : 0, river.banks += white.bank ? 1 : 0,
          river.begins += white.begins ? 1 : 0;
    }
  }

  bool is_in_river(std::size_t line, double right) const {
    River river;
    follow(line, false, right, river);
    follow(line, true, right, river);
    bool const flush = river.begins >= fewest_begins && river.between >= fewest_flush;
    bool const beside = river.lines >= fewest_lines && river.between >= fewest_beside;
    return river.banks >= fewest_banks && (flush || beside || river.between >= fewest_between);
  }

  PageText& text_;
};

} // namespace

void part_rivers(PageText& text) {
  if (!text.metrics.exact) // counted in characters
    Rivers(text).part();
}

} // namespace jixiao::aligned
