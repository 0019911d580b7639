#pragma once

#include <string>
#include <string_view>
#include <vector>

/// A field that two canonical documents do not agree on.
struct Difference {
  std::string path; ///< JSON Pointer
  std::string expected, actual;
  bool white_space_only = false;
};

/// What differs between two documents as JSON texts, in the order of the expected one. Numbers are compared by their
/// digits; null, an empty list and an absent member are the same. Members that tell about the carrier and not
/// about the forms are left out: source, diagnostics, coverage, and `at` of any node.
std::vector<Difference> differences(std::string_view expected, std::string_view actual);
