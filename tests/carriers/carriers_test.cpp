// Asks that a document gives the same canonical document whatever carrier it comes in.
// Usage: jixiao_carriers_test FOLDER, which holds expected.json and the document in one carrier a file
// (tests/make_samples/carriers.py writes both).
#include "json_difference.hpp"

#include <jixiao/convert.hpp>
#include <jixiao/writers.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace fs = std::filesystem;

namespace {

/// A carrier that cannot keep white space of ours: differences in nothing else are none.
struct Loss {
  std::string_view file; ///< its name begins so
  std::string_view why;
};

constexpr std::array<Loss, 0> white_space_lost = {{}};

std::string read_file(fs::path const& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

bool may_lose_white_space(std::string_view file) {
  return std::ranges::any_of(white_space_lost, [file](Loss const& loss) { return file.starts_with(loss.file); });
}

std::string shown(std::string_view text) {
  std::string out;
  for (char const c : text)
    c == '\n' ? out += "\\n" : out += c;
  return out;
}

/// Prints how a carrier's document differs from the expected one; how many times it does.
std::size_t faults_of(fs::path const& carrier, std::string const& expected) {
  auto const name = carrier.filename().string();
  auto const bytes = read_file(carrier);
  auto const document = jixiao::convert({name, bytes});
  std::string json;
  jixiao::write_json(json, document);

  std::size_t faults = 0;
  for (auto const& finding : document.diagnostics)
    if (finding.severity == jixiao::Severity::error)
      std::cout << name << ": " << jixiao::info(finding.code).id << ' ' << jixiao::message(finding) << '\n', ++faults;
  for (auto const& difference : differences(expected, json)) {
    if (difference.white_space_only && may_lose_white_space(name))
      continue;
    std::cout << name << ": " << difference.path << "\n  expected " << shown(difference.expected) << "\n  actual   "
              << shown(difference.actual) << '\n';
    ++faults;
  }
  return faults;
}

std::vector<fs::path> carriers_in(fs::path const& folder) {
  std::vector<fs::path> carriers;
  for (auto const& entry : fs::directory_iterator(folder))
    if (entry.path().filename() != "expected.json")
      carriers.push_back(entry.path());
  std::ranges::sort(carriers);
  return carriers;
}

int run(fs::path const& folder) {
  auto const expected = read_file(folder / "expected.json");
  auto const carriers = carriers_in(folder);
  std::size_t faults = 0, wrong = 0;
  for (auto const& carrier : carriers) {
    auto const of_carrier = faults_of(carrier, expected);
    faults += of_carrier;
    wrong += of_carrier != 0;
  }
  std::cout << carriers.size() << " carriers, " << wrong << " of them with " << faults << " differences\n";
  return !carriers.empty() && faults == 0 ? 0 : 1;
}

} // namespace

int main(int argc, char** argv) {
  if (argc != 2)
    return std::cout << "usage: " << argv[0] << " FOLDER\n", 2;
  return run(argv[1]);
}
