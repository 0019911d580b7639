#pragma once

#include <jixiao/export.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace jixiao JIXIAO_PUBLIC {

/// The library's own version: "0.1.0".
std::string_view version();

/// A library of others that is behind this one.
struct Component {
  std::string_view name;
  std::string version; ///< "2.1.2"
};

/// What this library is built on, by name, case aside: the version that it runs with where the other library tells,
/// else the one it was compiled with.
std::vector<Component> built_on();

} // namespace jixiao
