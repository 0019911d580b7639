#pragma once

#include <filesystem>

namespace jixiao {

/// A new folder for passing files, which is removed with all that is in it.
class ScratchFolder {
public:
  ScratchFolder();
  ~ScratchFolder();
  ScratchFolder(ScratchFolder const&) = delete;
  ScratchFolder& operator=(ScratchFolder const&) = delete;

  /// Empty when none could be made.
  std::filesystem::path const& path() const { return path_; }

private:
  std::filesystem::path path_;
};

} // namespace jixiao
