#pragma once

#include "readers/package.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace jixiao {

/// What a part of a package refers to (OPC, ECMA-376 part 2, 8.3).
struct Relationship {
  std::string id;
  std::string kind; ///< the end of its type: "worksheet", in strict and transitional packages alike
  std::string part; ///< its target, as the name of a part
};

/// The relationships of a part, in the order of the file; those of the package for an empty name. What lies outside
/// the package is left out.
std::vector<Relationship> read_relationships(Package& package, std::string_view part, Limits const& limits,
                                             DiagnosticSink& sink);

/// The name of the part that `target` means in a relationship of `part`: absolute, or relative to its folder.
///
///     resolve_target("xl/workbook.xml", "worksheets/sheet1.xml") is "xl/worksheets/sheet1.xml"
std::string resolve_target(std::string_view part, std::string_view target);

} // namespace jixiao
