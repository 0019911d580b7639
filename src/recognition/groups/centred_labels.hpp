#pragma once

#include "model/cues.hpp"
#include "model/taxonomy.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace jixiao::recognition {

/// What a record shows of merged label cells whose labels stand in their middle.
struct CentredRecord {
  double top = 0, bottom = 0; ///< its printed lines, counted from the table's first
  bool after_page_break = false;
  std::string name; ///< folded

  struct Fragment {
    std::u32string text; ///< ideographs of a piece of a level-2 label
    double top = 0, bottom = 0;
  };
  std::vector<Fragment> fragments;
  int level1 = -1; ///< the level-1 group whose whole label is printed on it, or -1
};

/// The group of a record.
struct CentredChoice {
  int node = -1;
  std::size_t first = 0;       ///< record that its merged label cell begins at
  bool is_sure = false;        ///< the label reads well, and no other group suits the record nearly as well
  bool is_sure_level1 = false; ///< nor does one of another level 1
};

/// Parts the records into runs so that the pieces of labels in each make one label that stands in the middle of its
/// run, or up to `slack` printed lines off it: least cost over label, place, order of groups and words in names. Linear
/// in the records; a run has at most some tens.
std::vector<CentredChoice> place_centred_labels(std::span<CentredRecord const> records, Taxonomy const& taxonomy,
                                                CueFinder const& cues, double slack = 0);

} // namespace jixiao::recognition
