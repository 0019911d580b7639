#pragma once

#include <cstddef>

namespace jixiao::property {

/// How often this program has asked for memory so far: a measure of work that is the same on every run.
std::size_t allocations();

} // namespace jixiao::property
