#include "recognition/repair/repeats.hpp"

#include "text/clean.hpp"

#include <algorithm>
#include <span>

namespace jixiao::recognition {

namespace {

constexpr std::size_t shortest_repeated = 24; ///< bytes of a text that no two cells have by chance

/// A row that says one long text at least three times on end, as only merged cells do.
bool says_again(std::span<Cell const> cells) {
  std::size_t run = 1;
  for (std::size_t c = 1; c < cells.size(); ++c) {
    if (cells[c].text.size() < shortest_repeated) {
      run = 1;
      continue;
    }
    auto const text = trim(cells[c].text);
    run = text.size() >= shortest_repeated && text == trim(cells[c - 1].text) ? run + 1 : 1;
    if (run == 3)
      return true;
  }
  return false;
}

class Repeats {
public:
  Repeats(Reading const& reading, LabelFinder const& labels)
      : reading_(reading), labels_(labels), found_(reading.cells.size(), false) {}

  std::vector<bool> run() {
    for (auto const& row : reading_.rows) {
      if (row.block != block_)
        apart_.clear();
      block_ = row.block;
      read(row);
    }
    return std::move(found_);
  }

private:
  void read(Row const& row) {
    auto const cells = reading_.cells_of(row);
    if (cells.size() > 2 && says_again(cells.first(3)))
      apart_.clear(); // a title over the whole table
    apart_.resize(std::max(apart_.size(), cells.size()), false);
    std::vector<Label> labels;
    for (auto const& cell : cells)
      labels.push_back(labels_.find(cell.text));
    for (std::size_t c = 1; c < cells.size(); ++c) {
      bool const equal = !is_blank(cells[c].text) && trim(cells[c - 1].text) == trim(cells[c].text);
      if (is_header(labels[c]) && is_header(labels[c - 1]))
        apart_[c] = !equal;
      found_[row.first_cell + c] = equal && !apart_[c];
    }
  }

  /// A label that has a column below it.
  static bool is_header(Label const& label) {
    return label.as(Role::column) || label.as(Role::measure) || label.as(Role::goal) || label.as(Role::task);
  }

  Reading const& reading_;
  LabelFinder const& labels_;
  std::vector<bool> found_;
  std::uint32_t block_ = 0;
  std::vector<bool> apart_; ///< by column: other headers stand left of and above it
};

} // namespace

std::vector<bool> find_repeats(Reading const& reading, LabelFinder const& labels) {
  bool const repeats = std::ranges::any_of(reading.rows, [&](Row const& row) {
    return reading.blocks[row.block].kind == BlockKind::table && says_again(reading.cells_of(row));
  });
  return repeats ? Repeats(reading, labels).run() : std::vector<bool>();
}

} // namespace jixiao::recognition
