#pragma once

#include "diagnostics/sink.hpp"
#include "forms/claims.hpp"
#include "forms/raw_form.hpp"
#include "repairs/aligned_row.hpp"
#include "repairs/evidence.hpp"
#include "repairs/groups.hpp"
#include "repairs/record.hpp"

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace jixiao {

/// What the repairs of a document share.
struct RepairContext {
  Page const& page;
  DocumentGroups& groups;
  CueFinder const& cues;
  NameVotes& votes;
  ClaimMap& claims;
  DiagnosticSink& sink;
  std::function<Location(std::uint32_t row, std::int64_t cell)> locate; ///< a row, or one cell of the reading (else -1)
};

/// How a row below was joined to a record.
enum class JoinKind : std::uint8_t { none, text_goes_on, value_moved_up };

/// A record in the making: an aligned row, its labels, and what rows below add to it.
struct RecordEntry {
  AlignedRow aligned;
  std::vector<RecordCell const*> labels; ///< level labels, left to right; those of label-only rows above come first
  RecordFields texts;
  std::string name; ///< folded, so that line wraps and width do not tell names apart; empty when there is none
  JoinKind joined = JoinKind::none;
  FieldId joined_field{};
  std::uint32_t joined_row = 0;
};

/// A record table read row by row, before its groups are decided.
struct ReadTable {
  RecordRows rows;
  std::deque<std::vector<TableColumn>> columns; ///< one list for each printed header; entries point into it
  std::vector<RecordEntry> entries;
};

/// Aligns the rows of a table, and notes which group its labels give each name.
std::unique_ptr<ReadTable> read_table(RepairContext const& context, RawForm const& form, RawTable const& table,
                                      std::uint32_t form_index);

} // namespace jixiao
