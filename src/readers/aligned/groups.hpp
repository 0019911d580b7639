#pragma once

#include "readers/aligned/ruler.hpp"

namespace jixiao::aligned {

constexpr std::size_t shortest_label = 12; ///< bytes, of one that nobody has listed: 资金管理

/// A merged label and the rows that it stands beside.
struct Group {
  RunList runs;
  std::size_t first = 0, last = 0;          ///< rows [first, last); none: a row of its own before `first`
  bool first_sure = true, last_sure = true; ///< no row at the border is as well of the group beside it
};

/// Puts the lines of a column of merged labels together: those that make a known label, and such as filled their line.
/// `width` is the least that the column has room for. `of_groups`: lines as long as labels of groups are labels each.
std::vector<RunList> make_labels(Sheet const& sheet, RunList const& runs, double width, bool of_groups);

/// What limits the rows that labels may stand beside.
struct GroupRules {
  std::vector<bool> cuts;              ///< by row: a label of the column to the right goes on here
  std::vector<std::vector<bool>> free; ///< by label and row: nothing stands in its place; empty: all are
  std::vector<double> bare;            ///< by row: the price of having no label; empty: as it costs among levels
  std::vector<std::vector<double>>
      against;             ///< by label and row: what the row's texts cost it beside the label; or empty
  std::vector<bool> alone; ///< by label: its lines hold labels alone; empty: none do
};

/// Labels that stand beside these rows alone.
GroupRules rules_beside(std::vector<bool> const& rows, std::size_t labels, std::vector<bool> cuts);

/// Parts the rows [first, last) among the labels, in order, so that each stands where its rows want it.
std::vector<Group> place_groups(Sheet const& sheet, Ruler const& ruler, std::vector<RunList> const& labels,
                                std::size_t first, std::size_t last, GroupRules const& rules);

/// The rows within [first, last) that a label stands beside, where `free` says which have nothing in its place.
Group place_alone(Sheet const& sheet, Ruler const& ruler, RunList label, std::size_t first, std::size_t last,
                  std::vector<bool> const& free);

} // namespace jixiao::aligned
