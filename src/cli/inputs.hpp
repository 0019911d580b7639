#pragma once

#include <jixiao/convert.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace jixiao::cli {

/// One thing to convert, named on the command line or found in a folder.
struct InputPath {
  std::string path;                    ///< "-" is standard input
  std::optional<Diagnostic> problem{}; ///< it is known already that it cannot be read
};

/// Follows folders, sorted by name, so that the order is the same on every run. Passed over in them: names with a
/// dot in front; what jixiao writes and reads besides documents (.json, .jsonl, .form); and in a folder of a sample,
/// which is one with an expected.json, all but its input.*.
std::vector<InputPath> expand(std::vector<std::string> const& arguments);

/// The bytes of an input, or why there are none.
struct LoadedInput {
  std::string name; ///< to show: the path as valid UTF-8
  std::string bytes;
  std::optional<Diagnostic> problem;
};

/// Of an input with more bytes than `limit`, only enough to be told that it is too large.
LoadedInput load(InputPath const& input, std::uint64_t limit);

/// A document without forms, which only says that the input could not be read.
Document problem_document(LoadedInput const& input);

} // namespace jixiao::cli
