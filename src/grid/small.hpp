#pragma once

#include <boost/container/small_vector.hpp>

#include <cstddef>

namespace jixiao {

/// A vector whose first N elements need no allocation. Rows and records hold a handful of things each, and a document
/// has thousands of them.
template <class T, std::size_t N> using Small = boost::container::small_vector<T, N>;

} // namespace jixiao
