#pragma once

#include "inputs/found_input.hpp"

#include <deque>
#include <filesystem>
#include <optional>
#include <vector>

namespace jixiao {

/// The files below a folder in the order of their paths, found as they are asked for: it holds one folder's names for
/// each level. Links to files are followed, links to folders are not, so that it comes to an end. A folder that cannot
/// be read is a problem in its place. The files `passed_over` are left out, by whatever path they are met.
class FolderWalk {
public:
  explicit FolderWalk(std::filesystem::path const& root, std::vector<std::string> passed_over = {});

  std::optional<FoundInput> next();

private:
  struct Entry {
    std::filesystem::path path;
    bool is_folder;
    std::string key{}; ///< what it is sorted by
  };

  std::optional<FoundInput> enter(std::filesystem::path const& folder);
  bool is_passed_over(std::filesystem::path const& file) const;

  std::vector<std::string> passed_over_;
  std::vector<std::deque<Entry>> levels_;
  std::optional<FoundInput> unreadable_;
};

} // namespace jixiao
