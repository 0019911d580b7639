#include "recognition/rows/align.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <random>
#include <span>
#include <vector>

using namespace jixiao::recognition;

namespace {

/// Rows and headers as they may be on a sheet, and as no office prints them.
class RandomRows {
public:
  std::vector<Column> columns() {
    constexpr ColumnKind kinds[] = {ColumnKind::level1, ColumnKind::level2, ColumnKind::level3, ColumnKind::comparator,
                                    ColumnKind::target, ColumnKind::unit,   ColumnKind::weight, ColumnKind::remark};
    std::vector<Column> out;
    for (std::uint16_t x = 0; out.size() < 6; ++x) {
      auto const width = static_cast<std::uint16_t>(1 + below(2));
      out.push_back({kinds[below(8)], {}, {"列"}, x, static_cast<std::uint16_t>(x + width)});
      x = static_cast<std::uint16_t>(x + width - 1);
    }
    return out;
  }

  /// Cells of several records on lines.
  std::vector<RowCell> cells_on_lines(std::size_t count) {
    std::vector<RowCell> out(count);
    for (auto& cell : out) {
      cell.blank = below(5) == 0;
      cell.look = cell.blank ? Look::placeholder : static_cast<Look>(below(static_cast<unsigned>(Look::prose) + 1));
      cell.level1 = !cell.blank && below(6) == 0 ? 0 : -1;
      cell.on_new_line = below(3) == 0;
      cell.may_go_on = cell.on_new_line && below(2) == 0;
      cell.on_broken_line = cell.on_new_line && below(4) == 0;
      cell.asks_for_number = !cell.blank && below(8) == 0;
    }
    return out;
  }

  std::vector<RowCell> cells(std::vector<Column> const& columns) {
    std::vector<RowCell> out;
    for (auto x = static_cast<std::uint16_t>(below(2)); x < columns.back().x_end; ++x) {
      RowCell cell;
      cell.x = x, cell.x_end = static_cast<std::uint16_t>(x + 1 + below(2));
      cell.blank = below(4) == 0;
      cell.look = cell.blank ? Look::placeholder : static_cast<Look>(below(static_cast<unsigned>(Look::prose) + 1));
      cell.level1 = !cell.blank && below(6) == 0 ? 0 : -1;
      cell.level2 = !cell.blank && below(6) == 0 ? 1 : -1;
      cell.also_words = below(2) == 0;
      out.push_back(cell);
      x = static_cast<std::uint16_t>(cell.x_end - 1 + (below(5) == 0 ? 1 : 0));
    }
    return out;
  }

private:
  unsigned below(unsigned end) { return static_cast<unsigned>(numbers_() % end); }

  std::mt19937 numbers_{7};
};

} // namespace

TEST_CASE("a row on a grid is read as cheaply as it can be, whether it was searched for or stands in place") {
  RandomRows rows;
  for (int i = 0; i < 3000; ++i) {
    auto const columns = rows.columns();
    auto const cells = rows.cells(columns);
    auto const borders = i % 2 == 0 ? Borders::exact : Borders::gridded;
    auto const read = align_row(cells, columns, borders);
    REQUIRE(read.columns.size() == cells.size());
    for (std::size_t cell = 0; cell < cells.size(); ++cell) {
      auto const readings = weigh_cell(cells, columns, borders, cell, columns.size() + 1);
      CHECK(readings.front().cost == doctest::Approx(read.cost));
      auto const chosen = std::ranges::find(readings, read.columns[cell], &CellReading::column);
      REQUIRE(chosen != readings.end());
      CHECK(chosen->cost == doctest::Approx(read.cost));
    }
  }
}

TEST_CASE("cells on lines cost as much among others as a row of their own") {
  RandomRows rows;
  for (int i = 0; i < 300; ++i) {
    auto const columns = rows.columns();
    auto const cells = rows.cells_on_lines(12);
    PrefixCosts const costs(cells, columns, Borders::soft);
    for (std::size_t first = 0; first < cells.size(); ++first) {
      auto const most = cells.size() - first;
      auto const of_prefixes = costs.of(first, most);
      REQUIRE(of_prefixes.size() == most + 1);
      for (std::size_t count = 0; count <= most; ++count) {
        CHECK(costs.of(first, count).back() == of_prefixes[count]);
        if (count != columns.size()) // a text for every column is weighed otherwise
          CHECK(of_prefixes[count] ==
                doctest::Approx(align_row(std::span(cells).subspan(first, count), columns, Borders::soft).cost));
      }
    }
  }
}
