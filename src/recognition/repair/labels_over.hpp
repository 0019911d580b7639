#pragma once

#include "recognition/repair/scraped_cells.hpp"

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace jixiao::recognition {

/// Which label of a header stands over each column of a page whose merged cells were cut: a label is printed in the
/// middle of the columns that it is over. The rows below tell the others: of the edges between two labels the one is
/// theirs that texts go over least, and about which both stand in the middle.
class LabelsOver {
public:
  LabelsOver(Page const& page, LabelFinder const& labels) : page_(page), labels_(labels) {}

  /// Takes the next row. True for labels over columns: they hold until the next ones, the end of the block or a row of
  /// labels with their values.
  bool take(Texts const& texts);

  bool any() const { return !owners_.empty(); }

  /// Pieces of a label were put together since it was taken: its columns are those of one label.
  void merge_joined();

  /// The table goes on in this block, whose columns are the same.
  void go_on(std::uint32_t block) { block_ = block; }

  /// The label over a column, a piece; none left of all or where no labels hold.
  std::optional<std::uint32_t> label_over(std::uint16_t x) const;

  /// The columns of each label, left to right: [first, end).
  std::vector<std::pair<std::uint16_t, std::uint16_t>> ranges() const;

  /// One label stands over both pieces.
  bool over_both(Piece const& first, Piece const& second) const;

  /// The same, and it is printed over both.
  bool printed_over_both(Piece const& first, Piece const& second) const;

  /// By edge, at the index of the column right of it: in how many of the rows below a header a text may go over it,
  /// less those in which two meet.
  std::vector<int> edge_scores(std::uint32_t header) const;

  /// A row of labels over columns.
  static bool is_header(Page const& page, Texts const& texts);

  /// One of goals beside each other.
  static bool heads_goals(Page const& page, Texts const& texts);

  /// A row of labels with their values.
  bool begins_pairs(Texts const& texts) const;

private:
  bool is_below_header(Texts const& texts) const;
  struct Reach {
    std::size_t first = 0, end = 0;
  };

  Reach reach_of(std::size_t x) const;
  void assign_columns(std::uint32_t row);
  std::size_t border_between(std::size_t left, std::size_t right, std::vector<int> const& scores) const;
  void measure_columns(std::uint32_t row);
  std::int64_t edge(std::size_t x) const;
  std::int64_t twice_middle(std::int32_t label) const;
  Piece const& at(std::uint32_t piece) const { return page_.pieces[piece]; }
  std::uint32_t block_of(Piece const& piece) const { return page_.reading->rows[piece.source_row].block; }

  static constexpr std::uint32_t none = 0xFFFFFFFF;

  Page const& page_;
  LabelFinder const& labels_;
  std::vector<std::int32_t> printed_; ///< by column: the label that is printed in it
  std::vector<std::int32_t> owners_;  ///< by column: the label over it
  std::vector<std::int64_t> widths_;  ///< of the columns of the block, in terminal cells
  std::uint32_t block_ = none, header_row_ = none - 1;
};

} // namespace jixiao::recognition
