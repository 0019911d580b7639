#pragma once

#include <jixiao/document.hpp>

#include <cstddef>
#include <vector>

namespace jixiao {

/// For each indicator the table that it stands in, counted from 0, where a form has several: the whole period beside or
/// above the year. Side by side they share rows, and the left one is read first; one below the other, the groups begin
/// again behind those of 效益 and 满意度.
std::vector<std::size_t> panels_of(std::vector<Indicator> const& indicators);

} // namespace jixiao
