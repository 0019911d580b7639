#pragma once

#include "tests/calibrate/layout_print.hpp"

#include <jixiao/document.hpp>

#include <map>
#include <set>
#include <string>

/// Prints a form of the model by a grammar, and tells what of it is in the print.
namespace jixiao::property {

class ModelContents final : public calibrate::Contents {
public:
  explicit ModelContents(Form const& form) : form_(form) {}

  std::string field(FieldId field) override;
  std::string fund(Destination const& at, std::string const& measure) override;
  std::size_t row_count() const override { return form_.indicators.size(); }
  std::map<std::string, std::string> row(std::size_t number) override;

  /// The form as far as it was printed; `columns` are the fields of indicators that were.
  Form printed(std::set<std::string> const& columns) const;

private:
  void add_blank_rows(Form& form) const;
  std::string text_of(FieldId field) const;

  Form const& form_;
  std::set<FieldId> fields_;
  std::map<std::string, Destination> funds_; ///< by address, with the measure
};

} // namespace jixiao::property
