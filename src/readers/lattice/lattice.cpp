#include "readers/lattice/lattice.hpp"

#include "readers/drawn/drawn_tables.hpp"
#include "readers/lattice/cells.hpp"
#include "readers/lattice/lines.hpp"
#include "readers/lattice/row_tables.hpp"
#include "readers/lattice/tiles.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace jixiao {
namespace {

using namespace lattice;

constexpr float meeting = 2.5F;                                // how far lines may end from each other and yet meet
constexpr std::size_t most_lines = 6'000;                      // of one direction on a page, once joined
constexpr std::size_t most_tables = 500, most_cells = 500'000; // of a page

class Components {
public:
  explicit Components(std::size_t count) : parents_(count) { std::iota(parents_.begin(), parents_.end(), 0U); }

  std::size_t find(std::size_t i) {
    while (parents_[i] != i)
      i = parents_[i] = parents_[parents_[i]];
    return i;
  }

  void join(std::size_t a, std::size_t b) { parents_[find(a)] = find(b); }

private:
  std::vector<std::size_t> parents_;
};

/// Where the lines of one direction begin and end.
struct Reach {
  float from = 0, to = 0;
};

Reach reach_of(std::vector<Line> const& lines) {
  return {std::ranges::min(lines, {}, &Line::from).from, std::ranges::max(lines, {}, &Line::to).to};
}

/// Gives a line that meets no other to the table beside it, where the break of a page cut that table: cells merged down
/// over the break have no line across on this page. The table may have lines at both ends all the same, where rows end
/// with the page; the line is as high as the table then.
void adopt(Line const& alone, std::vector<Lines>& tables) {
  constexpr float same_end = 6;
  auto const near = [](float a, float b) { return std::abs(a - b) <= same_end; };
  for (auto& table : tables) {
    auto const across = reach_of(table.across), down = reach_of(table.down);
    auto const edge = alone.at < across.from ? std::ranges::min(table.down, {}, &Line::at).at
                                             : std::ranges::max(table.down, {}, &Line::at).at;
    // Cells next to the line that no line ends.
    auto const is_open = [&](float end) {
      return std::ranges::none_of(table.across, [&](Line const& line) {
        return near(line.at, end) && line.from <= edge + meeting && line.to >= edge - meeting;
      });
    };
    bool const is_as_high = std::abs(alone.from - down.from) < meeting && std::abs(alone.to - down.to) < meeting;
    bool const is_cut = is_as_high || is_open(down.from) || is_open(down.to);
    bool const is_beside = alone.at < across.from ? across.from - alone.at < across.to - across.from
                                                  : alone.at - across.to < across.to - across.from;
    if (is_cut && is_beside && near(alone.from, down.from) && near(alone.to, down.to)) {
      table.down.push_back(alone);
      return;
    }
  }
}

/// Lines that hang together, across lines and down lines each.
std::vector<Lines> part(Lines lines) {
  std::ranges::sort(lines.down, {}, &Line::at);
  Components components(lines.across.size() + lines.down.size());
  for (std::size_t i = 0; i < lines.across.size(); ++i) {
    auto const& across = lines.across[i];
    auto down = std::ranges::lower_bound(lines.down, across.from - meeting, {}, &Line::at);
    for (; down != lines.down.end() && down->at <= across.to + meeting; ++down)
      if (across.at >= down->from - meeting && across.at <= down->to + meeting)
        components.join(i, lines.across.size() + static_cast<std::size_t>(down - lines.down.begin()));
  }
  std::map<std::size_t, Lines> parts;
  for (std::size_t i = 0; i < lines.across.size(); ++i)
    parts[components.find(i)].across.push_back(lines.across[i]);
  for (std::size_t i = 0; i < lines.down.size(); ++i)
    parts[components.find(lines.across.size() + i)].down.push_back(lines.down[i]);
  std::vector<Lines> out;
  for (auto& [root, of] : parts)
    if (!of.across.empty() && !of.down.empty())
      out.push_back(std::move(of));
  for (auto const& [root, of] : parts)
    if (of.across.empty())
      for (auto const& alone : of.down)
        adopt(alone, out);
  return out;
}

} // namespace

std::uint32_t Lattice::find(float x, float y) const {
  auto const index = [](std::vector<float> const& places, float at) {
    auto const after = static_cast<std::size_t>(std::ranges::upper_bound(places, at) - places.begin());
    return std::clamp<std::size_t>(after, 1, places.size() - 1) - 1;
  };
  return cell_at[index(ys, y) * columns() + index(xs, x)];
}

namespace {

/// The tables that lines make; false when they are too many.
bool add_tables(Lines lines, std::vector<Lattice>& tables) {
  if (lines.across.size() > most_lines || lines.down.size() > most_lines)
    return false;
  std::size_t cells = 0;
  for (auto const& of : part(std::move(lines)))
    if (auto table = make_lattice(of); table && table->cells.size() > 1) {
      cells += table->cells.size();
      tables.push_back(std::move(*table));
      if (tables.size() > most_tables || cells > most_cells)
        return false;
    }
  return true;
}

} // namespace

Lattices find_lattices(PageModel const& page, std::span<float const> known, bool drawn) {
  Lattices found;
  if (!add_tables(join_rules(page.rules), found.tables))
    return {{}, true};
  if (found.tables.empty() && !add_tables(lines_of_tiles(page), found.tables))
    return {};
  if (found.tables.empty())
    found.tables = drawn::find_tables(page, known, drawn);
  else
    drawn::complete(page, found.tables, known, drawn);
  if (found.tables.empty())
    for (auto const& lines : lines_of_row_tables(page, known))
      if (auto table = make_lattice(lines)) {
        table->unruled = true;
        found.tables.push_back(std::move(*table));
      }
  return found;
}

} // namespace jixiao
