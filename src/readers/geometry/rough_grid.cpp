#include "readers/geometry/grid.hpp"

#include <algorithm>
#include <cmath>

namespace jixiao {
namespace {

constexpr std::size_t most_columns = 300; ///< of a band; a grid of more is given up

constexpr std::size_t full_row = 5; ///< columns; two such bands in a row have the same ones

/// What speaks against an order of columns.
constexpr double price_of_skipping = 0.5, price_of_adding = 1.6, dearest_match = 2.0;

/// Where the texts of a column stand.
struct ColumnExtent {
  double x0 = everywhere, x1 = -everywhere;
};

std::vector<ColumnExtent> extents_of(PageText const& text, Band const& band, std::vector<BandColumn> const& columns) {
  std::vector<ColumnExtent> extents(columns.size());
  for (auto i = band.first; i < band.last; ++i) {
    std::size_t c = 0;
    for (auto const& word : text.words_of(text.lines[i])) {
      while (columns[c].right < (word.x0 + word.x1) / 2)
        ++c;
      extents[c].x0 = std::min(extents[c].x0, word.x0), extents[c].x1 = std::max(extents[c].x1, word.x1);
    }
  }
  return extents;
}

double price_of_match(ColumnExtent const& a, ColumnExtent const& b) {
  bool const apart = a.x1 <= b.x0 || b.x1 <= a.x0;
  return std::min(dearest_match, std::abs(a.x0 - b.x0) / 5 + (apart ? 0.5 : 0));
}

class RoughGrid {
public:
  /// Lays the columns of a new page over the last ones of those above: the first columns are those that labels leave
  /// empty, and places differ from page to page. False when there are more columns than above.
  bool lay_from_the_right(std::vector<ColumnExtent> const& columns, std::vector<std::size_t> const& above,
                          std::vector<std::size_t>& ids) {
    if (columns.size() < 2 || columns.size() > above.size())
      return false;
    ids.assign(above.end() - static_cast<std::ptrdiff_t>(columns.size()), above.end());
    auto const shift = columns.front().x0 - extents_[ids.front()].x0;
    for (auto& extent : extents_)
      extent.x0 += shift, extent.x1 += shift;
    for (std::size_t i = 0; i < ids.size(); ++i)
      extents_[ids[i]] = columns[i];
    return true;
  }

  /// Lays as many columns over those above, one by one.
  void lay_over(std::vector<ColumnExtent> const& columns, std::vector<std::size_t> const& ids) {
    for (std::size_t i = 0; i < ids.size(); ++i)
      extents_[ids[i]] = columns[i];
  }

  /// Lays the columns over the grid at least cost; returns the id of the grid column of each.
  std::vector<std::size_t> lay(std::vector<ColumnExtent> const& columns) {
    auto const n = columns.size(), m = order_.size();
    std::vector<double> cost((n + 1) * (m + 1), everywhere);
    std::vector<char> step((n + 1) * (m + 1), 0);
    auto const at = [&](std::size_t i, std::size_t j) { return i * (m + 1) + j; };
    cost[0] = 0;
    for (std::size_t i = 0; i <= n; ++i)
      for (std::size_t j = 0; j <= m; ++j) {
        auto const take = [&](std::size_t from, double price, char how) {
          if (cost[from] + price < cost[at(i, j)])
            cost[at(i, j)] = cost[from] + price, step[at(i, j)] = how;
        };
        if (i > 0 && j > 0)
          take(at(i - 1, j - 1), price_of_match(columns[i - 1], extents_[order_[j - 1]]), 'm');
        if (j > 0)
          take(at(i, j - 1), price_of_skipping, 's');
        if (i > 0)
          take(at(i - 1, j), price_of_adding, 'a');
      }
    std::vector<std::size_t> ids(n);
    for (auto i = n, j = m; i > 0 || j > 0;) {
      auto const how = step[at(i, j)];
      if (how == 's') {
        --j;
        continue;
      }
      --i;
      if (how == 'm')
        ids[i] = order_[--j];
      else
        ids[i] = add(j);
      extents_[ids[i]] = columns[i];
    }
    return ids;
  }

  std::size_t size() const { return order_.size(); }

  /// Where the grid column of an id stands in the order.
  std::vector<std::uint16_t> places() const {
    std::vector<std::uint16_t> places(order_.size());
    for (std::size_t i = 0; i < order_.size(); ++i)
      places[order_[i]] = static_cast<std::uint16_t>(i);
    return places;
  }

  std::vector<ColumnExtent> const& extents() const { return extents_; }
  std::vector<std::size_t> const& order() const { return order_; }

private:
  std::size_t add(std::size_t before) {
    auto const id = extents_.size();
    order_.insert(order_.begin() + static_cast<std::ptrdiff_t>(before), id);
    extents_.emplace_back();
    return id;
  }

  std::vector<std::size_t> order_;    ///< ids from left to right
  std::vector<ColumnExtent> extents_; ///< by id, as the band above has them
};

/// The last grid column that each column of a band reaches over: its own, or one that is empty in the band and that
/// its text runs across.
std::vector<std::uint16_t> ends_of(RoughGrid const& grid, std::vector<std::uint16_t> const& places,
                                   std::vector<std::size_t> const& ids, std::vector<ColumnExtent> const& columns) {
  std::vector<std::uint16_t> ends;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    std::size_t const next = i + 1 < ids.size() ? places[ids[i + 1]] : grid.size();
    std::size_t last = places[ids[i]];
    while (last + 1 < next && grid.extents()[grid.order()[last + 1]].x0 + 1 < columns[i].x1)
      ++last;
    ends.push_back(static_cast<std::uint16_t>(last));
  }
  return ends;
}

/// A band's columns; those beyond the bound fall into the last one.
std::vector<BandColumn> band_columns(Band const& band) {
  auto gutters = gutters_of(band);
  gutters.resize(std::min(gutters.size(), most_columns - 1));
  std::vector<BandColumn> columns;
  for (auto const& gutter : gutters)
    columns.push_back({(gutter.x0 + gutter.x1) / 2});
  columns.push_back({everywhere});
  return columns;
}

} // namespace

Grid make_rough_grid(PageText const& text, std::vector<Band> const& bands) {
  RoughGrid rough;
  Grid grid;
  std::vector<std::vector<std::size_t>> laid;
  std::vector<std::vector<ColumnExtent>> extents_by_band;
  std::vector<std::size_t> ids, above; // of the last band that has several columns
  for (auto const& band : bands) {
    if (rough.size() > most_columns)
      break;
    auto columns = band_columns(band);
    auto const extents = extents_of(text, band, columns);
    bool const all = ids.size() == extents.size() && ids.size() >= full_row;
    if (all)
      rough.lay_over(extents, ids);
    else if (!text.lines[band.first].opens_page || !rough.lay_from_the_right(extents, above, ids))
      ids = rough.lay(extents);
    if (ids.size() > 2)
      above = ids;
    laid.push_back(ids);
    extents_by_band.push_back(extents);
    grid.bands.push_back(std::move(columns));
  }
  auto const places = rough.places();
  for (auto b = grid.bands.size(); b < bands.size(); ++b)
    grid.bands.push_back({{everywhere}});
  for (std::size_t b = 0; b < laid.size(); ++b) {
    auto const ends = ends_of(rough, places, laid[b], extents_by_band[b]);
    for (std::size_t c = 0; c < laid[b].size(); ++c)
      grid.bands[b][c].c0 = places[laid[b][c]], grid.bands[b][c].c1 = ends[c];
  }
  grid.columns = static_cast<std::uint16_t>(std::max<std::size_t>(rough.size(), 1));
  return grid;
}

} // namespace jixiao
