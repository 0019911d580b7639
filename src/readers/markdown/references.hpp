#pragma once

#include "grid/reading.hpp"
#include "readers/lines.hpp"

#include <set>
#include <string>
#include <vector>

namespace jixiao {

/// Names of links whose targets stand elsewhere, in lower case: `[name]: address "title"`
using LinkNames = std::set<std::string, std::less<>>;

/// Takes such lines out of the text, which leaves them blank. A target is ASCII and looks like an address, since notes
/// are written so, too: `[注]: 含税`
LinkNames take_link_names(std::vector<Line>& lines);

/// Leaves of `[text][name]`, `[name][]` and `[name]` what is printed. Of a picture, `![text][name]`, it is noted at its
/// cell that it was not read.
void place_links(LinkNames const& names, Reading& reading);

} // namespace jixiao
