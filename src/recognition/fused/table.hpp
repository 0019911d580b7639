#pragma once

#include "recognition/fused/put.hpp"

/// A table of indicators in text that nothing parts: its runs are parted together when all of it is known.
namespace jixiao::recognition::fused {

class Table {
public:
  std::vector<RunColumn> header; ///< its columns in printed order

  /// Records of a stretch of text at the end of a cell; a piece stands for each until the table is finished. A run that
  /// begins a line is none: the line above began its record; nor is a number right behind the label of a group.
  void add_records(std::string_view stretch, FusedCells& cells, std::uint32_t cell, bool begins_line);

  /// The run of the last record goes on elsewhere.
  void cut_last_run();

  /// The printed total, at the end of a cell behind its label. It ends the records.
  void add_total(std::string_view run, std::string_view label, FusedCell& cell);

  /// Puts the records in the place of their pieces. The points add up to the printed total, else to 100, with or
  /// without those of the funds (hundredths).
  void finish(FusedCells& cells, long points_of_funds);

private:
  struct Pending {
    Record record;
    std::uint32_t cell = 0;
    std::size_t piece = 0;
  };

  std::vector<long> sums(long points_of_funds) const;
  std::vector<int> choose(long points_of_funds) const;

  std::vector<Pending> pending_;
  std::vector<long> totals_; ///< printed ones
};

} // namespace jixiao::recognition::fused
