// Compares one sample with what is expected of it. Usage: jixiao_golden_test FOLDER
// With UPDATE_GOLDEN=1 in the environment, rewrites the expectations instead.
#include "line_diff.hpp"

#include <jixiao/convert.hpp>
#include <jixiao/expectation.hpp>
#include <jixiao/writers.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace fs = std::filesystem;

namespace {

std::string read_file(fs::path const& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The folder's only input.*; empty when there is none or more than one.
fs::path input_of(fs::path const& folder) {
  std::vector<fs::path> found;
  for (auto const& entry : fs::directory_iterator(folder))
    if (entry.path().stem() == "input")
      found.push_back(entry.path());
  return found.size() == 1 ? found.front() : fs::path();
}

/// True when the file holds the text, or now does; says what differs.
bool holds(fs::path const& path, std::string const& actual) {
  auto const expected = read_file(path);
  if (fs::exists(path) && expected == actual)
    return true;
  if (auto const* update = std::getenv("UPDATE_GOLDEN"); update && std::string_view(update) == "1") {
    std::cout << "rewriting " << path.string() << '\n';
    return static_cast<bool>(std::ofstream(path, std::ios::binary) << actual);
  }
  std::cout << path.string() << " (- expected, + actual; UPDATE_GOLDEN=1 rewrites it)\n" << line_diff(expected, actual);
  return false;
}

int run(fs::path const& folder) {
  auto const input = input_of(folder);
  if (input.empty()) {
    std::cout << folder.string() << " must hold just one input.*\n";
    return 1;
  }
  auto const name = input.filename().string();
  auto const bytes = read_file(input);
  auto const document = jixiao::convert({name, bytes});

  std::string json, findings;
  jixiao::write_json(json, document);
  for (auto const& finding : document.diagnostics)
    findings += jixiao::diagnostic_line(finding);

  auto const explained = fs::exists(folder / "why.md");
  if (!explained)
    std::cout << folder.string() << " must hold a why.md\n";
  auto const same_findings = holds(folder / "diagnostics.txt", findings);
  auto const same_json = holds(folder / "expected.json", json + '\n');
  return explained && same_findings && same_json ? 0 : 1;
}

} // namespace

int main(int argc, char** argv) {
  if (argc != 2)
    return std::cout << "usage: " << argv[0] << " FOLDER\n", 2;
  return run(argv[1]);
}
