#include "cli/disk_size.hpp"

#include "inputs/folder_walk.hpp"

#include <filesystem>

namespace jixiao::cli {

namespace fs = std::filesystem;

namespace {

std::uint64_t size_of(fs::path const& file) {
  std::error_code error;
  auto const size = fs::file_size(file, error);
  return error ? 0 : size;
}

std::uint64_t add_up(std::stop_token const& stop, std::vector<std::string> const& inputs) {
  std::uint64_t sum = 0;
  for (auto const& input : inputs) {
    std::error_code ignored;
    if (!fs::is_directory(input, ignored)) {
      sum += size_of(input);
      continue;
    }
    FolderWalk walk(input);
    while (auto const found = walk.next()) {
      if (stop.stop_requested())
        return 0;
      sum += size_of(found->file);
    }
  }
  return sum;
}

} // namespace

DiskSize::DiskSize(std::vector<std::string> inputs)
    : counting_([this, inputs = std::move(inputs)](std::stop_token const& stop) { bytes_ = add_up(stop, inputs); }) {}

} // namespace jixiao::cli
