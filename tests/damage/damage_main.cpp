// Converts line-damaged variants of files and says which of them bring the process down or take too long.
// jixiao_damage [--first N] [--variants N] [--minutes N] [--seed N] [--jobs N] [--keep FOLDER] FILE-OR-FOLDER...
// jixiao_damage --write FOLDER [--first N] [--variants N] [--seed N] FILE-OR-FOLDER...
// Variant number N of the same files is the same on every run.
#include "tests/damage/line_damage.hpp"
#include "tests/damage/run_variants.hpp"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

namespace fs = std::filesystem;

namespace {

struct Job {
  damage::Plan plan;
  std::string keep, write;
};

std::string read_file(fs::path const& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Packages have no lines.
bool is_text(std::string_view bytes) {
  return !bytes.starts_with("PK") && bytes.find('\0') == std::string_view::npos && !bytes.empty();
}

void add_files(fs::path const& path, std::vector<damage::Sample>& samples) {
  std::vector<fs::path> files;
  if (fs::is_directory(path)) {
    for (auto const& entry : fs::recursive_directory_iterator(path))
      if (entry.is_regular_file())
        files.push_back(entry.path());
  } else {
    files.push_back(path);
  }
  std::ranges::sort(files);
  for (auto const& file : files)
    if (auto bytes = read_file(file); is_text(bytes))
      samples.push_back({file.string(), std::move(bytes)});
}

bool read_number(std::string_view text, std::uint64_t& number) {
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

bool read_arguments(int argc, char** argv, Job& job) {
  for (int i = 1; i < argc; ++i) {
    std::string_view const word = argv[i];
    if (!word.starts_with("--")) {
      add_files(word, job.plan.samples);
      continue;
    }
    if (++i == argc)
      return false;
    if (word == "--keep")
      job.keep = argv[i];
    else if (word == "--write")
      job.write = argv[i];
    else if (!(word == "--first"      ? read_number(argv[i], job.plan.first)
               : word == "--variants" ? read_number(argv[i], job.plan.variants)
               : word == "--minutes"  ? read_number(argv[i], job.plan.minutes)
               : word == "--seed"     ? read_number(argv[i], job.plan.seed)
                                      : word == "--jobs" && read_number(argv[i], job.plan.jobs)))
      return false;
  }
  return !job.plan.samples.empty();
}

void write_variant(fs::path const& folder, damage::Plan const& plan, std::uint64_t variant) {
  fs::create_directories(folder);
  std::ofstream(folder / ("variant-" + std::to_string(plan.seed) + "-" + std::to_string(variant)), std::ios::binary)
      << damage::variant_of(plan, variant);
}

int report(Job const& job, damage::Outcome const& outcome) {
  for (auto const& finding : outcome.findings) {
    std::cout << finding.what << ": variant " << finding.variant << " of "
              << damage::sample_of(job.plan, finding.variant).name << '\n';
    if (!job.keep.empty())
      write_variant(job.keep, job.plan, finding.variant);
  }
  auto const rate =
      static_cast<std::uint64_t>(static_cast<double>(outcome.converted) / std::max(outcome.seconds, 0.001));
  std::cout << outcome.converted << " variants of " << job.plan.samples.size() << " files converted, " << rate
            << " a second, " << outcome.findings.size() << " findings\n";
  return outcome.findings.empty() ? 0 : 1;
}

} // namespace

int main(int argc, char** argv) {
  Job job;
  if (!read_arguments(argc, argv, job)) {
    std::cerr << "usage: jixiao_damage [--first N] [--variants N] [--minutes N] [--seed N] [--jobs N] "
                 "[--keep FOLDER] [--write FOLDER] FILE-OR-FOLDER...\n";
    return 2;
  }
  if (job.write.empty())
    return report(job, damage::run_variants(job.plan));
  for (auto variant = job.plan.first; variant < job.plan.first + job.plan.variants; ++variant)
    write_variant(job.write, job.plan, variant);
  return 0;
}
