#include "readers/page/overlays.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <string>

namespace jixiao {
namespace {

constexpr std::size_t most_work = 20'000'000; // of comparing places

int channel(std::uint32_t colour, int shift) { return static_cast<int>(colour >> shift & 0xFF); }

/// From 0, black, to 1, white.
float lightness(std::uint32_t colour) {
  return (0.3F * static_cast<float>(channel(colour, 16)) + 0.59F * static_cast<float>(channel(colour, 8)) +
          0.11F * static_cast<float>(channel(colour, 0))) /
         255;
}

bool is_pale(PageGlyph const& glyph) {
  constexpr float pale = 0.5F;
  return !glyph.white && lightness(glyph.colour) > pale;
}

/// Neither black nor grey nor white.
bool is_coloured(std::uint32_t colour) {
  constexpr int least = 80;
  auto const [low, high] = std::minmax({channel(colour, 16), channel(colour, 8), channel(colour, 0)});
  return high - low >= least;
}

bool are_near(std::uint32_t a, std::uint32_t b) {
  constexpr int most = 60;
  return std::abs(channel(a, 16) - channel(b, 16)) <= most && std::abs(channel(a, 8) - channel(b, 8)) <= most &&
         std::abs(channel(a, 0) - channel(b, 0)) <= most;
}

/// True for characters that may go on one round line.
bool are_alike(PageGlyph const& a, PageGlyph const& b) {
  constexpr float apart = 4; // sizes
  return std::abs(a.size - b.size) <= 0.1F * a.size && a.colour == b.colour &&
         std::hypot(a.middle_x() - b.middle_x(), a.middle_y() - b.middle_y()) <= apart * a.size;
}

/// Characters that go round a stamp are slanted, but for those at its top, its bottom and its sides.
void mark_arcs(std::vector<PageGlyph>& glyphs) {
  constexpr std::size_t reach = 3; // characters that may stand upright between slanted ones
  auto const slanted_near = [&](std::size_t i, int step) {
    auto at = i;
    for (std::size_t k = 0; k < reach; ++k) {
      if ((step < 0 && at == 0) || (step > 0 && at + 1 >= glyphs.size()))
        return false;
      auto const next = step < 0 ? at - 1 : at + 1;
      if (!are_alike(glyphs[at], glyphs[next]))
        return false;
      if (glyphs[next].direction == Direction::slanted)
        return true;
      at = next;
    }
    return false;
  };
  std::vector<std::size_t> arcs;
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    if (glyphs[i].direction == Direction::slanted)
      continue;
    bool const before = slanted_near(i, -1), after = slanted_near(i, 1);
    if ((before && after) || ((before || after) && glyphs[i].direction != Direction::right))
      arcs.push_back(i);
  }
  for (auto const i : arcs)
    glyphs[i].direction = Direction::slanted;
}

enum class Overlay : std::uint8_t { none, watermark, stamp };

struct Mark {
  Overlay part = Overlay::none;
  std::uint32_t show = 0; ///< of the string's first character
};

/// True for characters of one string; a string may be shown character by character.
bool are_one_string(PageGlyph const& before, PageGlyph const& next) {
  constexpr float apart = 1; // sizes
  return before.show == next.show ||
         (before.size == next.size && before.colour == next.colour && before.direction == next.direction &&
          before.visible == next.visible && std::abs(before.middle_y() - next.middle_y()) < 0.1F * next.size &&
          next.x0 > before.x0 && next.x0 - before.x1 < apart * next.size);
}

/// Finds strings that stand over others or over lines.
class OverlayFinder {
public:
  explicit OverlayFinder(PageModel const& page) : page_(page), common_(median_size(page.glyphs)) {
    for (std::size_t i = 0; i < page.glyphs.size(); ++i)
      by_height_.push_back(i);
    std::ranges::sort(by_height_, {}, [&](std::size_t i) { return page_.glyphs[i].middle_y(); });
  }

  /// Of glyphs, what they are a part of.
  std::vector<Mark> run() {
    std::vector<Mark> marks(page_.glyphs.size());
    std::map<std::u32string, std::vector<std::vector<std::size_t>>> strings;
    for (std::size_t first = 0; first < page_.glyphs.size();) {
      auto last = first;
      std::u32string text;
      std::vector<std::size_t> string;
      for (;
           last < page_.glyphs.size() && (last == first || are_one_string(page_.glyphs[last - 1], page_.glyphs[last]));
           ++last) {
        text.push_back(page_.glyphs[last].character);
        string.push_back(last);
      }
      if (may_be(page_.glyphs[first]))
        strings[text].push_back(std::move(string));
      first = last;
    }
    for (auto const& [text, places] : strings) {
      constexpr std::size_t often = 3;
      auto const covers = [&](auto const& string) {
        return std::ranges::any_of(string, [&](std::size_t i) { return stands_over(page_.glyphs[i]); });
      };
      bool const large = is_large(page_.glyphs[places.front().front()]);
      bool const repeated = places.size() >= often && text.size() >= often;
      bool const all = (large || repeated) && std::ranges::any_of(places, covers);
      for (auto const& string : places) {
        auto const show = page_.glyphs[string.front()].show;
        bool const coloured = is_coloured(page_.glyphs[string.front()].colour);
        auto const part = coloured ? Overlay::stamp : Overlay::watermark;
        bool const over = all || (coloured && covers(string));
        for (auto const i : string)
          marks[i] = {over ? part : Overlay::none, show};
      }
    }
    return marks;
  }

private:
  bool is_large(PageGlyph const& glyph) const { return glyph.size > 1.8F * common_; }

  bool may_be(PageGlyph const& glyph) const {
    return glyph.visible && glyph.direction == Direction::right &&
           (is_pale(glyph) || is_coloured(glyph.colour) || glyph.size > 2.5F * common_);
  }

  /// True when two other characters, or a line, stand where this one is.
  bool stands_over(PageGlyph const& glyph) {
    auto const height = [&](std::size_t i) { return page_.glyphs[i].middle_y(); };
    auto const first = std::ranges::lower_bound(by_height_, glyph.y0, {}, height),
               last = std::ranges::upper_bound(first, by_height_.end(), glyph.y1, {}, height);
    auto const cost = static_cast<std::size_t>(last - first) + page_.rules.size();
    if (cost > work_)
      return false;
    work_ -= cost;
    std::size_t under = 0;
    for (auto at = first; at != last; ++at) {
      auto const& other = page_.glyphs[*at];
      bool const inside = other.middle_x() > glyph.x0 && other.middle_x() < glyph.x1;
      under += inside && other.show != glyph.show && !is_blank(other) && !may_be(other) ? 1 : 0;
    }
    constexpr std::size_t enough = 2;
    auto const inset = 0.2F * glyph.size;
    bool const crossed =
        (is_pale(glyph) || is_coloured(glyph.colour)) && is_large(glyph) &&
        std::ranges::any_of(page_.rules, [&](Ruling const& rule) {
          auto const low = rule.horizontal ? glyph.y0 : glyph.x0, high = rule.horizontal ? glyph.y1 : glyph.x1;
          auto const from = rule.horizontal ? glyph.x0 : glyph.y0, to = rule.horizontal ? glyph.x1 : glyph.y1;
          return rule.at > low + inset && rule.at < high - inset && rule.from < from && rule.to > to;
        });
    return under >= enough || (under > 0 && !is_large(glyph)) || crossed;
  }

  static bool is_blank(PageGlyph const& glyph) { return glyph.character == U' ' || glyph.character == U'\u3000'; }

  PageModel const& page_;
  float common_;
  std::vector<std::size_t> by_height_;
  std::size_t work_ = most_work;
};

void take_out_covering(PageModel& page) {
  if (page.glyphs.empty())
    return;
  auto const marks = OverlayFinder(page).run();
  std::size_t kept = 0;
  for (std::size_t i = 0; i < page.glyphs.size(); ++i)
    if (marks[i].part == Overlay::none) {
      page.glyphs[kept++] = page.glyphs[i];
    } else {
      auto& overlay = marks[i].part == Overlay::stamp ? page.stamps : page.watermarks;
      overlay.push_back(page.glyphs[i]);
      overlay.back().show = marks[i].show;
    }
  page.glyphs.resize(kept);
}

void take_out_stamps(PageModel& page) {
  std::erase_if(page.rounds, [](RoundShape const& round) { return !is_coloured(round.colour); });
  if (page.rounds.empty() || page.rounds.size() > most_work / std::max<std::size_t>(page.glyphs.size(), 1))
    return;
  auto const is_outside = [&](PageGlyph const& glyph) {
    return !is_coloured(glyph.colour) || std::ranges::none_of(page.rounds, [&](RoundShape const& round) {
      return are_near(round.colour, glyph.colour) && round.area.holds(glyph.middle_x(), glyph.middle_y());
    });
  };
  auto const rest = std::stable_partition(page.glyphs.begin(), page.glyphs.end(), is_outside);
  page.stamps.assign(rest, page.glyphs.end());
  page.glyphs.erase(rest, page.glyphs.end());
}

} // namespace

void take_out_overlays(PageModel& page) {
  mark_arcs(page.glyphs);
  take_out_stamps(page);
  take_out_covering(page);
}

} // namespace jixiao
