#pragma once

#include "tests/calibrate/layout_print.hpp"

namespace jixiao::calibrate {

/// What is filled into a form that is printed by a grammar: amounts add up, rates follow from what was spent of what.
class LayoutContents {
public:
  LayoutContents(FormGrammar const& grammar, Random& random);

  property::Declaration const& declaration() const { return declaration_; }

  /// The text of a field of the form, which is its truth as well.
  std::string field(FieldId field);

  /// The text of an amount; a dash or nothing where a row has none.
  std::string fund(Destination const& at, std::string const& measure);

  /// The texts of an indicator by field.
  std::map<std::string, std::string> row(std::size_t entry);

  FormTruth truth;

private:
  std::string text_of(FieldId field);
  std::string amount(std::string const& scope, std::string const& item, std::string const& measure);
  std::size_t cents(std::string const& scope, std::string const& item, std::string const& measure);

  Random& random_;
  property::Declaration declaration_;
  std::map<std::string, std::vector<std::string>> items_; ///< of the fund block by scope
  std::map<std::string, std::size_t> cents_;              ///< by scope, item and measure
};

} // namespace jixiao::calibrate
