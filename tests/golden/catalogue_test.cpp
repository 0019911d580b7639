// Asks that every code of the catalogue is shown by a sample, or listed with the reason why none shows it.
// Usage: jixiao_catalogue_test LIST SAMPLES..., where a line of LIST is "S110 why no sample shows it" or a # comment.
#include <jixiao/diagnostic.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>
#include <sstream>
#include <string>

namespace fs = std::filesystem;

namespace {

using Ids = std::set<std::string, std::less<>>;

void add_codes_of_sample(fs::path const& path, Ids& shown) {
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    std::string severity, id;
    std::istringstream(line) >> severity >> id;
    shown.insert(id);
  }
}

void add_codes_of_samples(fs::path const& samples, Ids& shown) {
  for (auto const& entry : fs::directory_iterator(samples))
    add_codes_of_sample(entry.path() / "diagnostics.txt", shown);
}

Ids codes_of_list(fs::path const& path) {
  Ids listed;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);)
    if (!line.empty() && line.front() != '#')
      listed.insert(line.substr(0, line.find(' ')));
  return listed;
}

} // namespace

int main(int argc, char** argv) {
  if (argc < 3)
    return std::cout << "usage: " << argv[0] << " LIST SAMPLES...\n", 2;
  auto const listed = codes_of_list(argv[1]);
  Ids shown;
  for (int i = 2; i < argc; ++i)
    add_codes_of_samples(argv[i], shown);
  int faults = 0;
  auto const fault = [&faults](std::string_view id, std::string_view what) {
    std::cout << id << ' ' << what << '\n';
    ++faults;
  };

  for (auto const& code : jixiao::catalogue()) {
    if (!shown.contains(code.id) && !listed.contains(code.id))
      fault(code.id, "is shown by no sample");
    if (shown.contains(code.id) && listed.contains(code.id))
      fault(code.id, "is shown by a sample: take it off the list");
  }
  for (auto const& id : listed)
    if (!jixiao::find_code(id))
      fault(id, "is on the list and not in the catalogue");
  return faults == 0 ? 0 : 1;
}
