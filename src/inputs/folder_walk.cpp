#include "inputs/folder_walk.hpp"

#include "inputs/names.hpp"
#include "inputs/problems.hpp"

#include <algorithm>
#include <utility>

namespace jixiao {

namespace fs = std::filesystem;

FolderWalk::FolderWalk(fs::path const& root, std::vector<std::string> passed_over)
    : passed_over_(std::move(passed_over)), unreadable_(enter(root)) {}

bool FolderWalk::is_passed_over(fs::path const& file) const {
  return std::ranges::any_of(passed_over_, [&](fs::path const& other) {
    std::error_code ignored;
    return other.filename() == file.filename() && fs::equivalent(other, file, ignored);
  });
}

/// Puts what the folder holds on the levels; gives what cannot be read of it.
std::optional<FoundInput> FolderWalk::enter(fs::path const& folder) {
  std::vector<Entry> entries;
  std::error_code error, ignored;
  auto const in_sample = fs::exists(folder / "expected.json", ignored);
  auto entry = fs::directory_iterator(folder, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    auto const& path = entry->path();
    auto const name = path.filename().string();
    bool const link = entry->is_symlink(ignored), is_folder = entry->is_directory(ignored);
    // A folder's name sorts as the paths below it do, behind its slash.
    if (is_folder && !link && !name.starts_with('.'))
      entries.push_back({path, true, name + '/'});
    else if (!is_folder && (entry->is_regular_file(ignored) || link) &&
             (in_sample ? path.stem() == "input" : is_input_name(path)) && !is_passed_over(path))
      entries.push_back({path, false, name});
  }
  std::ranges::sort(entries, {}, &Entry::key);
  levels_.emplace_back(std::make_move_iterator(entries.begin()), std::make_move_iterator(entries.end()));
  if (!error)
    return std::nullopt;
  auto const path = folder.string();
  return FoundInput{as_text(path), path, {}, unreadable_file(path, error.message())};
}

std::optional<FoundInput> FolderWalk::next() {
  while (!unreadable_ && !levels_.empty()) {
    if (levels_.back().empty()) {
      levels_.pop_back();
      continue;
    }
    auto const entry = std::move(levels_.back().front());
    levels_.back().pop_front();
    auto const path = entry.path.string();
    if (!entry.is_folder)
      return FoundInput{as_text(path), path};
    unreadable_ = enter(entry.path);
  }
  return std::exchange(unreadable_, std::nullopt);
}

} // namespace jixiao
