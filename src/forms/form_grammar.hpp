#pragma once

#include "model/fields.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// The meaning of a `.form` file, as parsed: a form family as data. docs/form-language.md describes the language.
namespace jixiao {

/// Where a value goes: a field, and for amounts the address within the fund block.
struct Destination {
  FieldId field{};
  std::string scope, item, measure; ///< of funds only: funds.year.total.budget; measure may be empty in a matrix row
};

/// A printed label with its synonyms. Spaces, width and a colon at the end do not count when matching.
struct LabelRule {
  std::vector<std::string> texts;
  std::optional<Destination> destination; ///< none: the base or the vocabulary knows where it leads
  std::optional<FieldId> annotation; ///< what follows the label in its own cell: 项目资金 (元) with amount_unit
  std::uint32_t line = 0;            ///< in the .form file
};

/// Labels with their values to the right. More than one panel: they stand side by side, and a label that is in
/// several belongs to that one in whose half of the row it stands.
struct PairsBlock {
  std::vector<LabelRule> sides; ///< labels printed down the side of the block (merged cells)
  std::vector<std::vector<LabelRule>> panels;
};

/// Row labels × column headers. A row gives scope and item, a column the measure.
struct MatrixBlock {
  std::vector<LabelRule> sides;
  std::vector<LabelRule> rows;
  std::vector<LabelRule> columns;
};

/// Headers with their values in the cells below.
struct BelowBlock {
  std::vector<LabelRule> sides;
  std::vector<LabelRule> headers;
};

/// Labels in one row, values in the next, both behind one side label.
struct SeriesBlock {
  LabelRule side; ///< its destination is the list that gets one entry a column
};

/// A column of a record table.
struct ColumnRule {
  LabelRule label;
  bool optional = false; ///< the header may lack it
};

/// A row that ends a record table and gives totals: 总分, 合计.
struct TotalRule {
  LabelRule label;
  std::vector<std::pair<FieldId, FieldId>> fields; ///< column field -> form field
};

/// A table of records with hierarchical columns (level1, level2) that are filled down.
struct RecordsBlock {
  std::vector<LabelRule> sides;
  std::vector<ColumnRule> columns; ///< in printed order
  std::vector<TotalRule> totals;
};

struct FormGrammar {
  std::string name;   ///< "shanghai-declaration"
  std::string base;   ///< the form that it extends; empty for none
  std::string family; ///< "declaration"
  std::string place;
  std::string note;     ///< where forms of this layout are published
  bool is_base = false; ///< it only serves others to extend it
  std::optional<int> first_year, last_year;
  std::vector<std::string> titles;                          ///< `*` at the start stands for any text
  std::vector<std::string> requires_labels, forbids_labels; ///< marks that tell this form from its neighbours
  std::vector<FieldId> lines;  ///< fields printed as lines of their own between title and first label
  bool prose_sections = false; ///< headings and paragraphs outside the forms are sections of the document
  std::vector<PairsBlock> pairs;
  std::vector<MatrixBlock> matrices;
  std::vector<BelowBlock> below;
  std::vector<SeriesBlock> series;
  std::vector<RecordsBlock> records;
  std::vector<LabelRule> ignored;   ///< labels known to lead to nothing the model has
  std::vector<std::string> without; ///< labels of the base that are not printed
  std::string source;               ///< the text it was read from
};

} // namespace jixiao
