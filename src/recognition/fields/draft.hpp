#pragma once

#include "diagnostics/sink.hpp"
#include "forms/claims.hpp"
#include "grammars/amount.hpp"
#include "recognition/pieces/pieces.hpp"

#include <jixiao/document.hpp>

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::recognition {

/// A finding on the reading, before it is known which number its form has.
struct Remark {
  Code code{};
  std::vector<Arg> arguments;
  std::uint32_t piece = 0; ///< where
  std::string path;        ///< below the form: "/funds/2"
  bool row = false;        ///< it is said of the whole row of that piece
  bool likely = false;     ///< it is no more than likely
};

/// A text that belongs to a form and is no value.
struct FurnitureText {
  std::string_view kind;
  std::uint32_t piece = 0;
};

/// A form as it is being read: its fields, what took each piece, and what there is to say of it. All drafts of a page
/// share its claims.
struct Draft {
  Page const* page = nullptr;
  std::vector<Claim>* claims = nullptr; ///< one for each piece of the page
  std::uint16_t number = 0;             ///< of the form in the document
  Form form;
  std::vector<Remark> remarks;
  std::vector<FurnitureText> furniture;
  std::vector<std::pair<std::string, std::uint32_t>> places; ///< fields and the pieces they were read from
  std::vector<std::uint32_t> fund_pieces;                    ///< for each amount its piece
  std::vector<grammars::AmountUnit> fund_units;              ///< printed in the cell of the amount itself
  std::vector<std::uint32_t> indicator_pieces;               ///< for each indicator its first piece
  std::uint32_t segment_first = 0, segment_end = 0;          ///< the stretch of pieces it was read from
  bool has_header = false;                                   ///< a table of indicators was seen
  bool annual_of_year = false;                               ///< the label of the annual goal says that it is
  bool rows_refuted = false;       ///< its records are cheaper where line ends may stand inside cells
  bool has_unit_line = false;      ///< the unit stands on a line of its own
  bool below_header_above = false; ///< its indicators stand below the header of the form above it, in one table

  std::uint32_t first_piece = 0xFFFFFFFF, last_piece = 0; ///< of those it claims

  Draft(Page const& p, std::vector<Claim>& all, std::uint16_t n) : page(&p), claims(&all), number(n) {}

  Piece const& piece(std::uint32_t index) const { return page->pieces[index]; }
  std::string text(std::uint32_t index) const;

  Claim const& claim_of(std::uint32_t piece) const { return (*claims)[piece]; }

  void take(std::uint32_t piece, Claim claim) {
    claim.form = number;
    (*claims)[piece] = claim;
    first_piece = std::min(first_piece, piece);
    last_piece = std::max(last_piece, piece);
  }

  void take_label(std::uint32_t piece) { take(piece, {ClaimKind::label}); }
  void take_furniture(std::uint32_t piece, std::string_view kind);
  void take_field(std::uint32_t piece, FieldId field, std::uint32_t entry = 0) {
    take(piece, {ClaimKind::field, field, 0, entry, {}});
  }
  void take_record(std::uint32_t piece, FieldId field, std::uint32_t record) {
    take(piece, {ClaimKind::record, field, 0, record, {}});
  }
  void take_listed(std::uint32_t piece, std::string_view list, std::size_t entry) {
    take(piece, {ClaimKind::listed, {}, 0, static_cast<std::uint32_t>(entry), list});
  }

  void remark(Code code, std::vector<Arg> arguments, std::uint32_t piece, std::string path = {}) {
    remarks.push_back({code, std::move(arguments), piece, std::move(path)});
  }
};

} // namespace jixiao::recognition
