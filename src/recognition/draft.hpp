#pragma once

#include "diagnostics/sink.hpp"
#include "forms/claims.hpp"
#include "grammars/amount.hpp"
#include "recognition/pieces.hpp"

#include <jixiao/document.hpp>

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
};

/// A text that belongs to a form and is no value.
struct FurnitureText {
  std::string_view kind;
  std::uint32_t piece = 0;
};

/// A form as it is being read: its fields, what took each piece, and what there is to say of it.
struct Draft {
  Page const* page = nullptr;
  Form form;
  std::vector<Claim> claims;      ///< one for each piece of the page
  std::vector<Remark> remarks;
  std::vector<FurnitureText> furniture;
  std::vector<std::pair<std::string, std::uint32_t>> places; ///< fields and the pieces they were read from
  std::vector<std::uint32_t> fund_pieces;                    ///< for each amount its piece
  std::vector<grammars::AmountUnit> fund_units;              ///< printed in the cell of the amount itself
  std::vector<std::uint32_t> indicator_pieces;               ///< for each indicator its first piece
  std::uint32_t segment_first = 0, segment_end = 0; ///< the stretch of pieces it was read from
  bool has_header = false; ///< a table of indicators was seen

  explicit Draft(Page const& p) : page(&p), claims(p.pieces.size()) {}

  Piece const& piece(std::uint32_t index) const { return page->pieces[index]; }
  std::string text(std::uint32_t index) const;

  void take_label(std::uint32_t piece) { claims[piece].kind = ClaimKind::label; }
  void take_furniture(std::uint32_t piece, std::string_view kind);
  void take_field(std::uint32_t piece, FieldId field, std::uint32_t entry = 0) { claims[piece] = {ClaimKind::field, field, 0, entry, {}}; }
  void take_record(std::uint32_t piece, FieldId field, std::uint32_t record) { claims[piece] = {ClaimKind::record, field, 0, record, {}}; }
  void take_listed(std::uint32_t piece, std::string_view list, std::size_t entry) {
    claims[piece] = {ClaimKind::listed, {}, 0, static_cast<std::uint32_t>(entry), list};
  }

  void remark(Code code, std::vector<Arg> arguments, std::uint32_t piece, std::string path = {}) {
    remarks.push_back({code, std::move(arguments), piece, std::move(path)});
  }
};

} // namespace jixiao::recognition
