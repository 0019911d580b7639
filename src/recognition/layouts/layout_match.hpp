#pragma once

#include "forms/layout_table.hpp"
#include "recognition/layouts/printed_labels.hpp"

#include <cstdint>
#include <set>
#include <string_view>
#include <vector>

namespace jixiao::recognition {

/// Of the labels that make a layout. What stands down the side of a block or ends a table may do so on any form.
bool is_telling(PrintedLabel const& label);

/// How well a layout fits; counts are of labels.
struct LayoutFit {
  std::uint16_t layout = 0;
  std::uint16_t printed = 0;    ///< of those that make the layout
  std::uint16_t in_order = 0;   ///< columns that stand behind the one that the layout has before them
  std::uint16_t expected = 0;   ///< labels of the form that the layout knows
  std::uint16_t unexpected = 0; ///< and those that it does not
  bool possible = true;         ///< all that it requires is printed, nothing that it forbids
};

/// Counts the labels of a form in all layouts of a table at once.
class LayoutMatch {
public:
  LayoutMatch(LayoutTable const& table, std::vector<PrintedLabel> const& labels);

  std::vector<LayoutFit> const& fits() const { return fits_; }
  Layout const& layout(LayoutFit const& fit) const { return table_.layouts[fit.layout]; }
  LayoutTable const& table() const { return table_; }

  /// Twice the labels that are missing or too many, and once the columns that are out of order.
  std::size_t distance(LayoutFit const& fit) const;

  /// Nearly all labels of the layout are printed, and most that are printed are of the layout.
  bool describes(LayoutFit const& fit) const;

  /// Labels of the layout that are not printed.
  std::vector<std::string_view> missing(LayoutFit const& fit) const;

  /// Labels that are printed and not of the layout.
  std::vector<PrintedLabel const*> unexpected(LayoutFit const& fit) const;

private:
  /// Where the walk over the labels stands in a layout.
  struct Walk {
    std::size_t label = 0; ///< the last that it knows, counted from 1
    std::size_t column_label = 0;
    std::uint16_t column = 0;   ///< slot of the last column, and the label that it was
    std::uint16_t required = 0; ///< of those that it requires
  };

  void visit(std::string_view text, std::size_t number, std::vector<Walk>& walks);

  LayoutTable const table_;
  std::vector<PrintedLabel> const& labels_;
  std::vector<LayoutFit> fits_;
  std::vector<bool> seen_;           ///< for each slot of the table
  std::set<std::uint32_t> required_; ///< those that are printed: layout and number
};

} // namespace jixiao::recognition
