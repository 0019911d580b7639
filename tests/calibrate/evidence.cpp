#include "tests/calibrate/evidence.hpp"

#include "tests/calibrate/outcomes.hpp"

#include <jixiao/convert.hpp>
#include <jixiao/writers.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>

namespace jixiao::calibrate {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t seeds = 2; ///< forms of each layout in each carrier
constexpr double loss_of_noted = 1, loss_of_silent = 3, loss_of_sample = 10;

std::string read_file(fs::path const& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string json_of(Document const& document) {
  std::string out;
  write_json(out, document);
  return out + '\n';
}

/// Of other carriers the cells are known.
bool is_text(fs::path const& input) {
  constexpr std::array endings{".txt", ".tsv", ".csv", ".md"};
  return std::ranges::find(endings, input.extension()) != endings.end();
}

void gather_samples(std::vector<Evidence>& out) {
  std::vector<fs::path> inputs;
  for (auto const& entry : fs::recursive_directory_iterator(JIXIAO_SAMPLES_DIR))
    if (entry.path().stem() == "input" && is_text(entry.path()))
      inputs.push_back(entry.path());
  std::ranges::sort(inputs);
  for (auto const& input : inputs)
    out.push_back(
        {"samples", {}, input.filename().string(), read_file(input), read_file(input.parent_path() / "expected.json")});
}

} // namespace

std::vector<Evidence> gather_evidence() {
  std::vector<Evidence> out;
  for (auto const& layout : layouts())
    for (auto const& carrier : carriers())
      for (std::uint64_t seed = 1; seed <= seeds; ++seed)
        out.push_back({layout.name, make_case(layout, carrier, seed), {}, {}, {}});
  gather_samples(out);
  return out;
}

ReadItem read_item(Evidence const& item) {
  bool const generated = item.generated.carrier != nullptr;
  auto const document = generated ? read(item.generated) : convert({item.name, item.bytes});
  auto const json = json_of(document);
  ReadItem out{0, std::hash<std::string>()(json)};
  if (generated)
    for_each_outcome(item.generated.truth, document, [&](Outcome const& one) {
      out.loss += one.right() ? 0 : one.silent() ? loss_of_silent : loss_of_noted;
    });
  else
    out.loss = json == item.expected ? 0 : loss_of_sample;
  return out;
}

} // namespace jixiao::calibrate
