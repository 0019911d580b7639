// Asks that a document gives the same canonical document whatever carrier it comes in.
// Usage: jixiao_carriers_test FOLDER, which holds expected.json and the document in one carrier a file
// (tests/make_samples/carriers.py writes both).
#include "json_difference.hpp"

#include <jixiao/convert.hpp>
#include <jixiao/writers.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace fs = std::filesystem;

namespace {

/// What a carrier does not hold, and no reader can give back.
enum class Lost : std::uint8_t {
  white_space, ///< a space or a line feed more or less is no difference
  columns      ///< `repaired` may say that fields were found without them
};

struct Loss {
  std::string_view file; ///< its name begins so
  Lost lost;
  std::string_view why;
};

constexpr std::array losses = {
    Loss{"covered_", Lost::white_space, "paragraphs of a cell are printed on one line"},
    Loss{"covered_dropped.", Lost::columns, "rows begin where the cells above leave off"},
    Loss{"libreoffice.word_2003.", Lost::columns, "LibreOffice leaves cells under merged ones out, without a mark"},
    Loss{"pdftotext.", Lost::white_space, "a gap between a digit and a Chinese character is printed as a space"},
};

std::string read_file(fs::path const& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

bool loses(std::string_view file, Lost lost) {
  return std::ranges::any_of(losses,
                             [&](Loss const& loss) { return loss.lost == lost && file.starts_with(loss.file); });
}

bool is_excused(Difference const& difference, std::string_view file) {
  return (difference.white_space_only && loses(file, Lost::white_space)) ||
         (difference.path.find("/repaired") != std::string::npos && loses(file, Lost::columns));
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
    if (is_excused(difference, name))
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
