#pragma once

#include "recognition/fused/lattice.hpp"

#include <string_view>

/// The head of a form on lines in which nothing parts the cells: its title, and the first labels with their values.
namespace jixiao::recognition::fused {

/// Takes the lines of a document in printed order.
class FormHead {
public:
  explicit FormHead(LabelFinder const& labels) : labels_(labels) {}

  /// True at the line that completes one: below a title the label of a project with a name behind it, and others that
  /// a form has, with nothing between them and what stands behind them. A letter that names its attachments has no such
  /// labels, a list no title of a form; where blanks part labels and values, they are the cells of a sheet in any order.
  bool take(std::string_view line);

private:
  LabelFinder const& labels_;
  bool below_title_ = false, has_name_ = false;
  int others_ = 0, lines_ = 0;
};

} // namespace jixiao::recognition::fused
