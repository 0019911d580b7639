#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace jixiao::cli {

/// An input with what is expected of it, or why it is no case.
struct TestCase {
  std::string name;                  ///< to show: the path of the input, else of what is wrong
  std::filesystem::path input;       ///< empty when there is none
  std::filesystem::path document;    ///< where its expected document is, or would be
  std::filesystem::path diagnostics; ///< the same for its findings
  std::string fault{};               ///< "no input.* beside it"
};

/// The cases in folders, recursively and sorted by path, and of single files. A case is a folder with an `input.*` and,
/// beside it, expected.json, diagnostics.txt or both; or a file with its name, or its name without its ending, in
/// NAME.expected.json or NAME.diagnostics.txt. A path that is named itself is a case whatever is beside it.
std::vector<TestCase> find_cases(std::vector<std::string> const& paths);

} // namespace jixiao::cli
