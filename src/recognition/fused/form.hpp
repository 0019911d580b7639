#pragma once

#include "recognition/fused/funds.hpp"
#include "recognition/fused/lattice.hpp"
#include "recognition/fused/table.hpp"

/// Lines in which nothing parts the cells, read from top to bottom.
namespace jixiao::recognition::fused {

/// Takes the lines of a document in printed order; what it makes of them views their text.
class FormReader {
public:
  explicit FormReader(LabelFinder const& labels) : labels_(labels) {}

  /// `mark`: bytes at its start that are none of the form; the line above was cut there.
  void read_line(std::uint32_t cell, std::string_view line, std::size_t mark = 0);

  /// The lines that had to be parted.
  FusedCells finish();

private:
  void read_title(std::string_view text, bool apart);
  void read_label(Part const& part, std::string_view text);
  void read_column(ColumnKind kind, std::string_view text, bool follows);
  void enter_block(Label const& label);
  void read_text(Part const& part, std::string_view text);
  void read_value(std::string_view text, bool follows);
  void read_fund(std::string_view text);
  void read_total(std::string_view text);
  std::string_view take_year(std::string_view text);
  std::string_view take_amounts_without_label(std::string_view text);
  std::string_view take_unlisted_column(std::string_view text);
  bool read_in_header(std::string_view& text);
  void put_group_columns();
  void put_name_column();
  void begin_form();
  bool is_flat_header() const;
  void end_table();
  bool goes_on(std::string_view line);
  std::size_t note_in(Part const& part, std::string_view text) const;
  std::size_t read_note(std::span<Part const> parts, std::size_t at, std::string_view line, std::size_t begin);
  bool follows(Part const& part) const { return part.begin == last_; }
  FusedCell& cell() { return cells_[cell_]; }

  LabelFinder const& labels_;
  FusedCells cells_;
  std::uint32_t cell_ = 0;      ///< of the line at hand
  std::string label_;           ///< before the text at hand
  std::string asked_;           ///< the field that it leads to, where it is one of the form
  int goals_ = 0;               ///< labels of goals before it, with nothing between them
  std::size_t last_ = 0;        ///< where the part before ended
  bool in_table_ = false;       ///< a table of indicators goes on
  bool in_header_ = false;      ///< its labels
  bool in_records_ = false;     ///< its groups and names
  bool in_funds_ = false;       ///< behind a label of the fund block
  bool behind_measure_ = false; ///< of the fund block
  bool in_total_ = false;       ///< behind the label of the total row
  bool after_title_ = false;
  bool had_table_ = false;                       ///< of indicators, in this form
  bool in_note_ = false;                         ///< at the end of the line above
  bool begins_line_ = false;                     ///< the part at hand
  bool before_column_ = false;                   ///< a label of a column stands behind the part at hand
  std::pair<std::uint32_t, std::size_t> level2_; ///< the cell of the last header of level 2, and the piece behind it
  Funds funds_;
  Table table_;
};

} // namespace jixiao::recognition::fused
