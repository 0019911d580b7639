#pragma once

#include "readers/colour.hpp"
#include "readers/left_out.hpp"
#include "readers/xlsx/condition.hpp"
#include "readers/xlsx/sheet.hpp"

#include <pugixml.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao {

/// A format that cells have while a condition holds.
struct ConditionalRule {
  std::vector<SheetRange> ranges; ///< the formula is written for the first place of them all
  std::string formula;
  ConditionalLook look;
};

/// The conditional formats of a sheet that can take a text out of sight, or strike it.
class ConditionalFormats {
public:
  /// Of a worksheet, with the formats that its rules refer to.
  static ConditionalFormats read(pugi::xml_node worksheet, CellStyles const& styles);

  void add(ConditionalRule rule);
  bool empty() const { return rules_.empty(); }

  /// What a text of a cell is that a rule takes away. A rule that cannot be computed is found, once.
  std::optional<LeftOut::Kind> left_out_as(SheetCell const& cell, Colour background, ShownAt const& shown_at,
                                           LeftOut& left_out);

private:
  void add_rules(pugi::xml_node format, std::vector<SheetRange> const& ranges, CellStyles const& styles);

  struct Rule {
    ConditionalRule rule;
    std::uint32_t first_row = 0, first_column = 0;
    bool was_reported = false;
  };

  std::vector<Rule> rules_;
};

/// What rules of a kind, with their one or two operands, say of the cell itself: `cell-content()>=5`.
std::string comparison_formula(std::string_view relation, std::string_view first, std::string_view second);

} // namespace jixiao
