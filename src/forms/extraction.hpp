#pragma once

#include "forms/claims.hpp"
#include "forms/raw_form.hpp"
#include "forms/row_labels.hpp"

#include <cstdint>
#include <vector>

namespace jixiao {

/// What the rows that follow belong to.
enum class Zone : std::uint8_t { open, below, series, matrix, records };

/// A header whose values stand in the cells below it.
struct Heading {
  LabelRule const* rule = nullptr;
  std::int32_t x = 0;
  std::uint32_t cell = 0;
  std::int32_t last_x = 0; ///< beyond x where the heading is repeated over the columns it covers
};

/// Reads the rows of a candidate one by one; each of the layout primitives of its grammar is asked in turn.
class Extraction {
public:
  Extraction(Page const& page, FormCandidate const& candidate, FormGrammar const& grammar, ClaimMap& claims)
      : page_(page), grammar_(grammar), claims_(claims), form_{candidate, &grammar, {}, {}, {}, {}, false} {}

  RawForm run();

private:
  void take(std::uint32_t row);
  void find_missing();
  bool take_title(std::uint32_t row);
  bool take_records_header(std::uint32_t row, RowLabels const& labels);
  bool take_matrix_header(std::uint32_t row, RowLabels const& labels);
  bool take_record(std::uint32_t row, RowLabels const& labels);
  bool is_judged(PageCell const& cell) const;
  bool goes_on(RawTable const& table, std::uint32_t row) const;
  bool take_total(std::uint32_t row, RowLabels const& labels);
  bool take_matrix_row(std::uint32_t row, RowLabels const& labels);
  bool take_headings(std::uint32_t row, RowLabels const& labels);
  bool take_values_below(std::uint32_t row, RowLabels const& labels);
  Heading const* heading_over(std::int32_t x) const;
  void take_series_value(std::uint32_t row);
  void take_pairs(std::uint32_t row, RowLabels const& labels);
  bool take_side_text(std::uint32_t row, RowLabels const& labels);
  bool take_value_ends(std::uint32_t row);
  void take_line(std::uint32_t row);

  void claim_sides(RowLabels const& labels);
  void add_annotation(PageCell const& cell, LabelRule const& rule);
  void add_header(RawTable& table, std::uint32_t row, RowLabels const& labels, LabelRole role, std::uint8_t block);
  bool is_side_only(std::uint32_t row, RowLabels const& labels) const;

  Page const& page_;
  FormGrammar const& grammar_;
  ClaimMap& claims_;
  RawForm form_;
  Zone zone_ = Zone::open;
  std::vector<Heading> headings_;
  std::uint32_t heading_width_ = 0;
  LabelRule const* heading_side_ = nullptr; ///< the side label beside the headings, if any
  LabelRule const* open_side_ = nullptr;    ///< the last side label of pairs that takes the block's other text
  std::size_t first_below_ = 0;             ///< of form_.fields: those that the headings give come from here on
  std::size_t first_pair_ = 0;              ///< of form_.fields: those of the last row of pairs come from here on
  std::int64_t pairs_row_ = -2;             ///< the last row of pairs or of ends of their values
  std::vector<LabelRule const*> seen_;      ///< of the labels printed on the form
  std::vector<FieldId> lines_;              ///< fields that lines of their own have given
  std::int32_t side_x_ = -1;                ///< column of the last side label, for noticing dropped covered cells
};

} // namespace jixiao
