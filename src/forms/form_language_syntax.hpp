#pragma once

#include <optional>
#include <string_view>
#include <vector>

/// What a `.form` text says, word by word, before its meaning is looked at. Every Token is a view into the text,
/// so that its address is its place.
namespace jixiao::form_language {

using Token = std::string_view;

/// `"年度目标" | "年度总体目标" with amount_unit -> goals.annual`; what a statement does not print stays empty.
struct LabelSyntax {
  std::vector<Token> texts; ///< with their quotes
  Token annotation, destination;
  bool optional = false; ///< of columns
};

/// `panel { … }`, `rows { … }`, `columns { … }`.
struct GroupSyntax {
  Token keyword;
  std::vector<LabelSyntax> labels;
};

/// `weight -> total_weight`.
struct FieldPairSyntax {
  Token from, to;
};

struct TotalSyntax {
  LabelSyntax label;
  std::vector<FieldPairSyntax> fields;
};

/// pairs, matrix, below, series and records: each uses those members that its grammar has.
struct BlockSyntax {
  Token keyword;
  std::vector<LabelSyntax> sides;
  std::vector<LabelSyntax> labels; ///< entries; of records, the columns
  std::vector<GroupSyntax> groups;
  std::vector<TotalSyntax> totals;
};

/// `2024`, `2024..` or `2024..2026`.
struct YearsSyntax {
  Token first, last;
  bool range = false;
};

/// One form. Statements that may stand once are lists here too: a second one is an error of meaning.
struct FormSyntax {
  Token source; ///< from `form` to its closing brace; empty when the brace was not reached
  Token name;
  std::vector<Token> families, places, lines, prose, extends, base;
  std::vector<YearsSyntax> years;
  std::vector<Token> titles, required, forbidden, without, sources; ///< with their quotes
  std::vector<LabelSyntax> ignored;
  std::vector<BlockSyntax> pairs, matrices, below, series, records;
  bool broken = false; ///< a statement could not be read, so nothing may be called missing
};

} // namespace jixiao::form_language
