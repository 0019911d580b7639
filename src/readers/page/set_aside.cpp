#include "readers/page/set_aside.hpp"

#include "readers/lattice/lines.hpp"
#include "readers/page/drawing.hpp"
#include "readers/page/overlays.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <numeric>
#include <span>
#include <tuple>

namespace jixiao {
namespace {

/// Finds the glyphs of level text that a line goes through. It begins and ends where they do, which no side of a cell
/// does, and goes through their middle, where nothing is underlined.
class Striker {
public:
  explicit Striker(PageModel& page) : page_(page), struck_(page.glyphs.size()) {
    for (std::uint32_t i = 0; i < page.glyphs.size(); ++i)
      if (page.glyphs[i].direction == Direction::right) {
        by_height_.push_back(i);
        largest_ = std::max(largest_, page.glyphs[i].size);
      }
    std::ranges::sort(by_height_, {}, [&](std::uint32_t i) { return page.glyphs[i].middle_y(); });
    std::ranges::copy_if(page.rules, std::back_inserter(uprights_), [](auto const& rule) { return !rule.horizontal; });
  }

  void run() {
    if (by_height_.empty())
      return;
    std::erase_if(page_.rules, [&](Ruling const& rule) { return rule.horizontal && strikes(rule); });
    for (auto const& slant : page_.slants)
      if (slant.horizontal)
        strikes(slant);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < page_.glyphs.size(); ++i)
      if (struck_[i])
        page_.struck.push_back(page_.glyphs[i]);
      else
        page_.glyphs[kept++] = page_.glyphs[i];
    page_.glyphs.resize(kept);
  }

private:
  static constexpr float middle = 0.3F;  // of the size, from the middle of the box: where a line strikes
  static constexpr float over = 0.25F;   // of the size: how far it may reach beyond what it strikes
  static constexpr float far_over = 1.F; // the same of one that ends at no side of a cell
  static constexpr float least = 0.5F;   // of its length, that it strikes

  bool strikes(Ruling const& rule) {
    auto const reach = middle * largest_;
    auto const height = [&](std::uint32_t i) { return page_.glyphs[i].middle_y(); };
    auto const first = std::ranges::lower_bound(by_height_, rule.at - reach, {}, height);
    auto const last = std::ranges::upper_bound(first, by_height_.end(), rule.at + reach, {}, height);
    if (work_ < static_cast<std::size_t>(last - first))
      return false;
    work_ -= static_cast<std::size_t>(last - first);
    through_.clear();
    float left = rule.to, right = rule.from, covered = 0, size = 0;
    for (auto at = first; at != last; ++at) {
      auto const& glyph = page_.glyphs[*at];
      bool const crossed = glyph.middle_x() > rule.from && glyph.middle_x() < rule.to &&
                           std::abs(glyph.middle_y() - rule.at) <= middle * glyph.size;
      if (!crossed)
        continue;
      through_.push_back(*at);
      left = std::min(left, glyph.x0), right = std::max(right, glyph.x1);
      covered += glyph.x1 - glyph.x0;
      size = std::max(size, glyph.size);
    }
    auto const fits = [&](float reaches) {
      return rule.from >= left - reaches * size && rule.to <= right + reaches * size;
    };
    bool const all = !through_.empty() && rule.width <= middle * size && covered >= least * (rule.to - rule.from) &&
                     (fits(over) || (fits(far_over) && !touches_upright(rule)));
    if (all)
      for (auto const i : through_)
        struck_[i] = true;
    return all;
  }

  bool touches_upright(Ruling const& rule) {
    constexpr float touching = 1.5F;
    if (work_ < uprights_.size())
      return true;
    work_ -= uprights_.size();
    return std::ranges::any_of(uprights_, [&](Ruling const& side) {
      bool const reaches = side.from <= rule.at + touching && side.to >= rule.at - touching;
      return reaches && (std::abs(side.at - rule.from) <= touching || std::abs(side.at - rule.to) <= touching);
    });
  }

  PageModel& page_;
  std::vector<bool> struck_;
  std::vector<std::uint32_t> by_height_, through_;
  std::vector<Ruling> uprights_;
  float largest_ = 0;
  std::size_t work_ = 50'000'000; // of comparing lines with glyphs
};

/// A line below a comparator alone makes ≥ of > and ≤ of <.
void put_under(PageGlyph& glyph) {
  if (glyph.character == '>' || glyph.character == U'＞')
    glyph.character = U'≥';
  else if (glyph.character == '<' || glyph.character == U'＜')
    glyph.character = U'≤';
}

/// Takes out lines under texts: they begin and end where the text does and stand close below it. A side of a cell is
/// longer than its text, goes on in those of the cells beside it, or ends at lines down.
void take_out_underlines(PageModel& page) {
  constexpr float ends = 0.2F, above = 0.05F, below = 0.3F; // sizes; from the line on which the text stands
  constexpr float least_shared =
      0.1F; // of the size: a character that no more than touches the line does not stand above it
  constexpr std::size_t most_work = 20'000'000;
  std::vector<std::uint32_t> by_height;
  for (std::uint32_t i = 0; i < page.glyphs.size(); ++i)
    if (page.glyphs[i].direction == Direction::right)
      by_height.push_back(i);
  auto const base = [&](std::uint32_t i) {
    return page.glyphs[i].y1 - static_cast<float>(drawing::below_line) * page.glyphs[i].size;
  };
  std::ranges::sort(by_height, {}, base);
  float largest = 0;
  for (auto const i : by_height)
    largest = std::max(largest, page.glyphs[i].size);
  std::size_t work = most_work;
  std::vector<lattice::Line> under;
  auto const drawn = lattice::join_rules(page.rules);
  auto const ends_at_line = [&](float x, float y) {
    constexpr float touching = 1.2F;
    return std::ranges::any_of(drawn.down, [&](lattice::Line const& down) {
      return std::abs(down.at - x) <= touching && y >= down.from - touching && y <= down.to + touching;
    });
  };
  for (auto const& line : drawn.across) {
    auto const first = std::ranges::lower_bound(by_height, line.at - below * largest, {}, base),
               last = std::ranges::upper_bound(first, by_height.end(), line.at + above * largest, {}, base);
    if (work < static_cast<std::size_t>(last - first))
      break;
    work -= static_cast<std::size_t>(last - first);
    float left = line.to, right = line.from, size = 0, covered = 0;
    std::vector<std::uint32_t> above_line;
    for (auto at = first; at != last; ++at) {
      auto const& glyph = page.glyphs[*at];
      auto const distance = line.at - base(*at);
      auto const shared = std::min(glyph.x1, line.to) - std::max(glyph.x0, line.from);
      if (shared < least_shared * glyph.size || distance > below * glyph.size || distance < -above * glyph.size)
        continue;
      above_line.push_back(*at);
      left = std::min(left, glyph.x0), right = std::max(right, glyph.x1), size = std::max(size, glyph.size);
      covered += shared;
    }
    bool const fits = size > 0 && std::abs(left - line.from) <= ends * size && std::abs(right - line.to) <= ends * size;
    work -= std::min(work, fits ? 2 * drawn.down.size() : 0);
    bool const is_side = fits && ends_at_line(line.from, line.at) && ends_at_line(line.to, line.at);
    if (!fits || is_side || covered <= 0.5F * (line.to - line.from))
      continue;
    under.push_back(line);
    if (above_line.size() == 1)
      put_under(page.glyphs[above_line.front()]);
  }
  if (under.size() * page.rules.size() > most_work)
    return;
  std::erase_if(page.rules, [&](Ruling const& rule) {
    constexpr float same_line = 1.2F;
    return rule.horizontal && std::ranges::any_of(under, [&](lattice::Line const& line) {
             return std::abs(rule.at - line.at) <= same_line && rule.from >= line.from - 1 && rule.to <= line.to + 1;
           });
  });
}

void take_out_white(PageModel& page) {
  constexpr std::size_t most_work = 10'000'000;
  auto const white = static_cast<std::size_t>(std::ranges::count(page.glyphs, true, &PageGlyph::white));
  if (white == 0 || page.shades.size() > most_work / white)
    return;
  auto const is_lost = [&](PageGlyph const& glyph) {
    return glyph.white && glyph.visible && std::ranges::none_of(page.shades, [&](Box const& shade) {
             return shade.holds(glyph.middle_x(), glyph.middle_y());
           });
  };
  auto const rest = std::stable_partition(page.glyphs.begin(), page.glyphs.end(),
                                          [&](PageGlyph const& glyph) { return !is_lost(glyph); });
  page.white.assign(rest, page.glyphs.end());
  page.glyphs.erase(rest, page.glyphs.end());
}

/// What shines through from the back of a page, or was turned over. A page that is so as a whole is read.
void take_out_mirrored(PageModel& page) {
  auto const count = static_cast<std::size_t>(std::ranges::count(page.glyphs, true, &PageGlyph::mirrored));
  if (count == 0 || 2 * count > page.glyphs.size())
    return;
  std::ranges::copy_if(page.glyphs, std::back_inserter(page.mirrored), &PageGlyph::mirrored);
  std::erase_if(page.glyphs, [](PageGlyph const& glyph) { return glyph.mirrored; });
}

} // namespace

void take_out_covered(PageModel& page) {
  if (page.covers.empty() || page.glyphs.empty())
    return;
  std::vector<std::uint32_t> by_height(page.glyphs.size());
  std::iota(by_height.begin(), by_height.end(), 0U);
  auto const height = [&](std::uint32_t i) { return page.glyphs[i].middle_y(); };
  std::ranges::sort(by_height, {}, height);
  std::vector<bool> covered(page.glyphs.size());
  bool any = false;
  std::size_t work = 20'000'000; // of comparing areas with glyphs
  for (auto const& cover : page.covers) {
    auto const first = std::ranges::lower_bound(by_height, cover.area.y0, {}, height),
               last = std::ranges::upper_bound(first, by_height.end(), cover.area.y1, {}, height);
    if (work < static_cast<std::size_t>(last - first))
      break;
    work -= static_cast<std::size_t>(last - first);
    for (auto at = first; at != last; ++at) {
      auto const& glyph = page.glyphs[*at];
      if (glyph.show <= cover.shows && glyph.visible && cover.area.holds(glyph.middle_x(), glyph.middle_y()))
        covered[*at] = any = true;
    }
  }
  page.covers.clear();
  if (!any)
    return;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < page.glyphs.size(); ++i)
    if (covered[i])
      page.cut_off.push_back(page.glyphs[i]);
    else
      page.glyphs[kept++] = page.glyphs[i];
  page.glyphs.resize(kept);
}

void set_aside(PageModel& page) {
  take_out_overlays(page);
  Striker(page).run();
  take_out_underlines(page);
  take_out_white(page);
  take_out_mirrored(page);
  drop_seen_elsewhere(page);
}

void drop_seen_elsewhere(PageModel& page) {
  if (page.cut_off.empty())
    return;
  constexpr float step = 2; // points
  using Place = std::tuple<char32_t, long, long>;
  auto const place = [](PageGlyph const& glyph) {
    return Place{glyph.character, std::lround(glyph.middle_x() / step), std::lround(glyph.middle_y() / step)};
  };
  std::vector<Place> seen;
  for (auto const& glyph : page.glyphs)
    seen.push_back(place(glyph));
  std::ranges::sort(seen);
  auto const is_seen = [&](PageGlyph const& glyph) {
    auto const [character, x, y] = place(glyph);
    for (auto const dx : {-1, 0, 1})
      for (auto const dy : {-1, 0, 1})
        if (std::ranges::binary_search(seen, Place{character, x + dx, y + dy}))
          return true;
    return false;
  };
  // A text of which some characters stand where those of another one do is not seen.
  auto const go_on = [](PageGlyph const& a, PageGlyph const& b) {
    return a.show == b.show && std::abs(a.middle_y() - b.middle_y()) < 0.5F * a.size;
  };
  std::size_t kept = 0;
  for (std::size_t first = 0; first < page.cut_off.size();) {
    auto last = first + 1;
    while (last < page.cut_off.size() && go_on(page.cut_off[last - 1], page.cut_off[last]))
      ++last;
    auto const string = std::span(page.cut_off).subspan(first, last - first);
    if (!std::ranges::all_of(string, is_seen))
      for (auto const& glyph : string)
        page.cut_off[kept++] = glyph;
    first = last;
  }
  page.cut_off.resize(kept);
}

} // namespace jixiao
