#pragma once

#include "readers/left_out.hpp"
#include "readers/markdown/links.hpp"

#include <string_view>
#include <vector>

namespace jixiao {

/// What is not part of a line: struck or hidden by a tag of HTML, or a note written where its mark stands.
struct AsideRange {
  TextRange all;
  TextFinding finding;
};

/// In their order; none stands in another.
std::vector<AsideRange> asides(std::string_view text);

} // namespace jixiao
