// Runs a fuzz target over files and over mutations of them that are the same on every run.
// Usage: NAME_fuzz FILE-OR-FOLDER... [--as-they-are FILE-OR-FOLDER...]
#include "tests/damage/line_damage.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size);

namespace fs = std::filesystem;

namespace {

constexpr int mutations_of_an_input = 10;

std::string read_file(fs::path const& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> inputs_under(fs::path const& path) {
  if (!fs::is_directory(path))
    return {read_file(path)};
  std::vector<fs::path> files;
  for (auto const& entry : fs::recursive_directory_iterator(path))
    if (entry.is_regular_file())
      files.push_back(entry.path());
  std::ranges::sort(files);
  std::vector<std::string> inputs;
  std::ranges::transform(files, std::back_inserter(inputs), read_file);
  return inputs;
}

void run_target(std::string const& input) {
  // A copy of just this size, so that a sanitizer sees a read behind the end.
  std::vector<std::uint8_t> const bytes(input.begin(), input.end());
  LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
}

/// A byte changed, a piece dropped, a piece doubled, or the end cut off.
void mutate(std::string& text, std::mt19937& random) {
  if (text.empty())
    return;
  auto const at = random() % text.size();
  auto const length = random() % 64;
  switch (random() % 4) {
  case 0:
    text[at] = static_cast<char>(random() & 0xFF);
    break;
  case 1:
    text.erase(at, length);
    break;
  case 2:
    text.insert(at, text.substr(random() % text.size(), length));
    break;
  default:
    text.resize(at);
  }
}

} // namespace

int main(int argc, char** argv) {
  std::size_t runs = 0;
  std::mt19937 random(20'240'229);
  damage::Random line_random(20'240'229);
  int mutations = mutations_of_an_input;
  run_target({});
  for (int i = 1; i < argc; ++i) {
    if (std::string_view(argv[i]) == "--as-they-are") {
      mutations = 0;
      continue;
    }
    for (auto const& input : inputs_under(argv[i])) {
      run_target(input);
      for (int n = 0; n < mutations; ++n, ++runs) {
        auto mutant = input;
        for (auto count = 1 + random() % 4; count > 0; --count)
          mutate(mutant, random);
        if (n % 2 == 0)
          mutant = damage::damage_lines(mutant, line_random);
        run_target(mutant);
      }
    }
  }
  std::cout << runs << " mutations survived\n";
}
