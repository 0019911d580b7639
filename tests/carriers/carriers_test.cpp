// Asks that a document gives the same canonical document whatever carrier it comes in.
// Usage: jixiao_carriers_test LIST FOLDER. The folder holds expected.json and the document in one carrier a file
// (tests/make_samples/carriers.py writes both), and may hold kinds.txt: faults that the document has, a line each, with
// the codes that name them in every carrier. A line of LIST is "document/file why it is not read right" or a # comment:
// such a file has to differ still.
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
#include <set>
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

#ifdef JIXIAO_WITH_PDF
constexpr bool reads_pdf = true;
#else
constexpr bool reads_pdf = false;
#endif

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

/// The codes in a list of kinds.
std::set<std::string> codes_in(fs::path const& kinds) {
  std::set<std::string> codes;
  std::ifstream in(kinds);
  for (std::string word; in >> word;)
    if (word.size() == 4 && word.find_first_of("0123456789") == 1)
      codes.insert(word);
  return codes;
}

/// Prints how a carrier's document differs from the expected one, and lacks codes; how many times it does.
std::size_t faults_of(fs::path const& carrier, std::string const& expected, std::set<std::string> codes) {
  auto const name = carrier.filename().string();
  auto const bytes = read_file(carrier);
  auto const document = jixiao::convert({name, bytes});
  std::string json;
  jixiao::write_json(json, document);

  std::size_t faults = 0;
  for (auto const& finding : document.diagnostics)
    codes.erase(std::string(jixiao::info(finding.code).id));
  for (auto const& code : codes)
    std::cout << name << ": no finding " << code << '\n', ++faults;
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
    if (entry.path().filename() != "expected.json" && entry.path().filename() != "kinds.txt" &&
        (reads_pdf || entry.path().extension() != ".pdf"))
      carriers.push_back(entry.path());
  std::ranges::sort(carriers);
  return carriers;
}

std::set<std::string> listed_in(fs::path const& list) {
  std::set<std::string> listed;
  std::ifstream in(list);
  for (std::string line; std::getline(in, line);)
    if (!line.empty() && line.front() != '#')
      listed.insert(line.substr(0, line.find(' ')));
  return listed;
}

int run(fs::path const& list, fs::path const& folder) {
  auto const listed = listed_in(list);
  auto const expected = read_file(folder / "expected.json");
  auto const carriers = carriers_in(folder);
  auto const codes = codes_in(folder / "kinds.txt");
  std::size_t unforeseen = 0;
  for (auto const& carrier : carriers) {
    auto const name = folder.filename().string() + '/' + carrier.filename().string();
    bool const differs = faults_of(carrier, expected, codes) != 0, is_listed = listed.contains(name);
    if (is_listed && !differs)
      std::cout << name << " is read right: take it off the list\n";
    unforeseen += differs != is_listed;
  }
  std::cout << carriers.size() << " carriers, " << unforeseen << " of them otherwise than expected\n";
  return !carriers.empty() && unforeseen == 0 ? 0 : 1;
}

} // namespace

int main(int argc, char** argv) {
  if (argc != 3)
    return std::cout << "usage: " << argv[0] << " LIST FOLDER\n", 2;
  return run(argv[1], argv[2]);
}
