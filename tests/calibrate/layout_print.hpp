#pragma once

#include "forms/form_grammar.hpp"
#include "tests/property/print.hpp"
#include "tests/property/random.hpp"

#include <map>
#include <string>
#include <vector>

/// Prints any form grammar as a table, filled in at random: what is in the form is known, whatever becomes of its
/// print.
namespace jixiao::calibrate {

using property::Random;

/// A cell of a printed table and how many columns and rows it covers.
struct TableCell {
  std::string text;
  std::size_t columns = 1, rows = 1;
};

/// An amount of the fund block. Empty text: a dash, or nothing.
struct FundTruth {
  std::string scope, item, measure, text;
};

/// What a form says.
struct FormTruth {
  std::map<std::string, std::string> fields; ///< by name: "goals.annual"
  std::vector<FundTruth> funds;
  std::vector<std::map<std::string, std::string>> rows; ///< the fields of each indicator
};

/// What is filled into the form that is printed.
class Contents {
public:
  virtual ~Contents() = default;

  /// The text of a field of the form; empty where it has none.
  virtual std::string field(FieldId field) = 0;

  /// The text of an amount; a dash or nothing where a row has none.
  virtual std::string fund(Destination const& at, std::string const& measure) = 0;

  virtual std::size_t row_count() const = 0;

  /// The texts of an indicator by field.
  virtual std::map<std::string, std::string> row(std::size_t number) = 0;

  FormTruth truth;
};

/// A form as it is printed: lines above a table whose rows hold the cells that begin in them.
struct LayoutPrint {
  std::vector<std::string> lines;
  std::vector<std::vector<TableCell>> table;
  std::size_t columns = 0;
  std::vector<std::size_t> blocks;                  ///< the rows with which they begin
  std::size_t first_record = 0, end_of_records = 0; ///< rows of the table
  property::Columns places;                         ///< of an indicator's texts
  FormTruth truth;
};

LayoutPrint print_layout(FormGrammar const& grammar, Random& random);

/// The same with contents of its own.
LayoutPrint print_layout(FormGrammar const& grammar, Random& random, Contents& contents);

/// The table with a cell for each place: what a merged cell covers is empty.
std::vector<property::Line> flattened(LayoutPrint const& print);

} // namespace jixiao::calibrate
