#include "readers/lattice/lattice.hpp"

#include "readers/lattice/cells.hpp"
#include "readers/lattice/lines.hpp"

#include <algorithm>
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

Lattices find_lattices(PageModel const& page) {
  Lattices found;
  auto lines = join_rules(page.rules);
  if (lines.across.size() > most_lines || lines.down.size() > most_lines) {
    found.too_many_lines = true;
    return found;
  }
  std::size_t cells = 0;
  for (auto const& of : part(std::move(lines)))
    if (auto table = make_lattice(of); table && table->cells.size() > 1) {
      cells += table->cells.size();
      found.tables.push_back(std::move(*table));
      if (found.tables.size() > most_tables || cells > most_cells)
        return {{}, true};
    }
  return found;
}

} // namespace jixiao
