#pragma once

#include "tests/calibrate/layout_print.hpp"

namespace jixiao::calibrate {

/// Contents made up for a grammar: amounts add up, rates follow from what was spent of what.
class LayoutContents final : public Contents {
public:
  LayoutContents(FormGrammar const& grammar, Random& random);

  std::string field(FieldId field) override;
  std::string fund(Destination const& at, std::string const& measure) override;
  std::size_t row_count() const override { return declaration_.entries.size(); }
  std::map<std::string, std::string> row(std::size_t entry) override;

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
