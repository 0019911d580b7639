#pragma once

#include "restore/restore.hpp"
#include "restore/scraped_plan.hpp"
#include "restore/scraped_records.hpp"

namespace jixiao {

/// Reads a scraped document row by row into a plan of what the restored one will hold.
class ScrapedDocument {
public:
  ScrapedDocument(Page const& page, RestoreContext const& context, std::uint16_t form);

  ScrapedPlan read() &&;

private:
  /// What the rows that follow belong to.
  enum class Zone : std::uint8_t { pairs, matrix, goals, records };

  void take_block(std::uint32_t block);
  void take_paragraph(std::uint32_t block);
  void take(ScrapedRow row);

  bool take_records_header(ScrapedRow const& row);
  void read_header(ScrapedRow const& row, ScrapedRow const& other, ScrapedColumns& columns);
  bool take_total(ScrapedRow const& row);
  bool take_matrix_header(ScrapedRow const& row);
  bool take_matrix_row(ScrapedRow const& row);
  bool take_goals_header(ScrapedRow const& row);
  void take_pairs(ScrapedRow const& row);
  void take_record_line(ScrapedRow const& row);
  bool begins_form(ScrapedRow const& row) const;

  void finish_goals();
  std::size_t goal_at(std::int32_t x, std::vector<Token> const& headers) const;
  bool is_piece_of_side(Token const& token) const;
  RestoredCell whole_goal(std::vector<Token> const& pieces, std::int32_t column) const;
  void finish_records();
  bool can_be_clipped(std::size_t column, RecordLine const& line) const;
  void write_record(std::vector<RecordLine> const& lines, LineGroup const& group, PlannedRow& row);
  void write_levels(std::vector<LineGroup> const& groups, std::vector<PlannedRow>& rows);
  ScrapedColumns columns_for(std::uint32_t block, std::uint32_t width) const;

  LabelUse const* use(Token const& token, LabelRole role) const { return labels_.use(token.lexeme, role); }
  std::size_t count(ScrapedRow const& row, LabelRole role) const;
  void write(std::uint32_t block, std::vector<RestoredCell> cells);

  Page const& page_;
  RestoreContext const& context_;
  FormGrammar const& grammar_;
  LabelGuesser labels_;
  ScrapedPlan plan_;

  Zone zone_ = Zone::pairs;
  ScrapedColumns matrix_;
  ScrapedRow goals_header_;
  std::vector<ScrapedRow> goals_;
  bool goals_are_loose_ = false; ///< they stand in paragraphs
  ScrapedColumns columns_;       ///< of the record table, as on the page of its header
  std::uint32_t header_block_ = 0, header_width_ = 0;
  ScrapedRow next_; ///< the row behind the one being read, in the same block
  bool skips_next_ = false;
  std::vector<RecordLine> lines_;
  PrintedTotals totals_;
};

} // namespace jixiao
