#pragma once

#include "forms/candidates.hpp"
#include "forms/page.hpp"
#include "restore/fold_records.hpp"

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace jixiao {

/// A line, or several that are one label; no lines: an empty cell.
struct Cells {
  std::vector<std::uint32_t> cells; ///< indices into the reading that is folded
};

struct FoldedBlock {
  bool is_table = false;
  std::vector<std::vector<Cells>> rows;
};

struct Label {
  LabelUse const* use = nullptr;
  std::int32_t lexeme = -1;
  std::size_t lines = 0;
  bool has_value = false; ///< in its own line, behind a colon
};

/// Folds the lines of one form into rows, by the labels of its grammar.
class FormFolder {
public:
  /// Folds the rows from the candidate's first one up to `end`, where the next form begins.
  FormFolder(Page const& page, FormCandidate const& candidate, std::uint32_t end, FormGrammar const& grammar);

  /// True when the lines have the header of an indicator table, all of its columns one below the other.
  bool has_header() const;
  std::vector<FoldedBlock> run();

  /// A line of what could not be folded, or -1.
  std::int64_t doubtful_cell() const { return doubtful_; }

  /// Lines of records that were read as a further paragraph of a cell, behind that cell.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> const& further_paragraphs() const { return further_; }

private:
  void step();

  /// The label that the lines from here on are, in this role or else in any.
  Label label_at(std::size_t at, std::optional<LabelRole> role = {}) const;
  LabelUse const* use_in_form(std::int32_t lexeme, std::optional<LabelRole> role) const;

  /// The headers in this role that stand here one below the other; none when too few to be a table's.
  std::vector<Label> headers_at(std::size_t at, LabelRole role) const;
  void put(std::size_t count);
  void end_row();
  void paragraph();
  void take_blank();
  void take_text();

  /// Labels with their values behind them. One row holds the labels of a block, or one of each panel side by side.
  void take_pair(Label const& label);

  /// The first panel right of the last label of the row that has the label, else the first that has it.
  int next_panel(Label const& label) const;
  std::size_t next_label(std::size_t at) const;

  /// Labels and below them as many values, with an empty line between for the cell that the side label covers.
  void take_series(Label const& label);

  /// What cannot be told apart stays as lines.
  void leave(std::size_t end);
  void take_below();

  /// One text or several paragraphs for each header; where several have several, nothing tells them apart.
  void take_values(std::size_t headers, std::size_t end);
  void put_one();
  void put_all(std::size_t end);

  /// The measures stand right of the side label and of the labels of the rows.
  void take_matrix_header(std::vector<Label> const& measures);

  /// A label and a line for each measure; with more lines or fewer, nothing tells which is which.
  void take_matrix_row(Label const& label);

  /// A label and a text for each total, which goes below its column.
  void take_total(Label const& label);
  void take_records(std::vector<Label> const& headers);
  static ColumnKind column_kind(ColumnRule const& rule);

  /// The records end at a label that is none of the taxonomy, or with the form.
  std::size_t records_end() const;
  void fold_lines(std::vector<ColumnKind> const& columns, std::size_t end);

  /// Adds the line to the last cell, which nothing but the count of lines says.
  void go_on();
  LineCell line_cell(PageCell const* line) const;

  Page const& page_;
  std::uint16_t form_;
  FormGrammar const& grammar_;
  std::vector<PageCell const*> lines_; ///< null: an empty line
  std::size_t at_ = 0;
  std::vector<FoldedBlock> blocks_;
  std::vector<Cells> row_;
  std::vector<std::optional<FieldId>> columns_; ///< of the last table of records; none for a side column
  std::size_t measures_ = 0;                    ///< columns of the last matrix
  std::pair<LabelRole, std::uint8_t> block_{};
  int last_panel_ = -1;
  bool side_ = false;           ///< the row begins with a label down the side
  bool pending_ = false;        ///< a label waits for its value
  bool open_value_ = false;     ///< the last cell may have further paragraphs
  bool value_is_prose_ = false; ///< of the last label
  bool sided_block_ = false, after_blank_ = false;
  std::int64_t doubtful_ = -1;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> further_;
};

} // namespace jixiao
