#pragma once

#include "model/fields.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace jixiao {

enum class ClaimKind : std::uint8_t {
  none,
  label,         ///< a label the grammar knows
  layout,        ///< nothing but layout: a table rule, a repeated header or value
  field,         ///< a field of a form
  record,        ///< a field of an indicator
  listed,        ///< an entry of a list of the form: Claim::list names it
  record_listed, ///< an entry of a list of an indicator
  document       ///< the document's title or a section
};

/// What took a cell.
struct Claim {
  ClaimKind kind = ClaimKind::none;
  FieldId field{};
  std::uint16_t form = 0;
  std::uint32_t record = 0; ///< indicator; for `funds` and lists the entry
  std::string_view list{};  ///< "other", "contacts", "choices", "tasks"
};

/// One claim for each cell of the reading. Its completeness is what "nothing is lost" rests on.
class ClaimMap {
public:
  explicit ClaimMap(std::size_t cells) : claims_(cells) {}

  void claim(std::size_t cell, Claim claim) { claims_[cell] = claim; }
  void label(std::size_t cell) { claims_[cell].kind = ClaimKind::label; }
  void layout(std::size_t cell) { claims_[cell].kind = ClaimKind::layout; }
  std::size_t size() const { return claims_.size(); }
  Claim const& operator[](std::size_t cell) const { return claims_[cell]; }

private:
  std::vector<Claim> claims_;
};

/// "label", or the JSON Pointer of the field that took the cell; empty for none.
std::string describe(Claim const& claim);

/// The JSON Pointer of the field that took the cell; empty for everything else.
std::string pointer_of(Claim const& claim);

} // namespace jixiao
