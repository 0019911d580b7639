#pragma once

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

/// Cases of a grammar, many per file, as tree-sitter writes them:
///
///     === title
///     input
///     ---
///     result
///
/// Lines before the first title are a comment.
namespace jixiao::grammars::test {

struct Case {
  std::string title, input, expected;
};

inline void append_line(std::string& text, std::string_view line) {
  if (!text.empty())
    text += '\n';
  text += line;
}

inline std::vector<Case> read_corpus(std::string const& path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE_MESSAGE(file.is_open(), path);
  std::vector<Case> cases;
  bool in_result = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("=== ")) {
      cases.push_back({line.substr(4), {}, {}});
      in_result = false;
    } else if (cases.empty()) {
      continue;
    } else if (line == "---") {
      in_result = true;
    } else if (!(in_result && line.empty())) {
      append_line(in_result ? cases.back().expected : cases.back().input, line);
    }
  }
  return cases;
}

/// Checks each case of grammars/<name>.corpus.txt with what `run` says of its input.
template <class Run> void check_corpus(std::string const& name, Run run) {
  auto const cases = read_corpus(JIXIAO_TEST_DIR "/unit/grammars/" + name + ".corpus.txt");
  CHECK_FALSE(cases.empty());
  for (auto const& entry : cases) {
    INFO(entry.title << ": " << entry.input);
    CHECK_EQ(std::string(run(entry.input)), entry.expected);
  }
}

} // namespace jixiao::grammars::test
