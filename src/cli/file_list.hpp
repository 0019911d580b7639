#pragma once

#include <optional>
#include <string>

namespace jixiao::cli {

/// The paths of a list, read as they are asked for: separated by NUL (as find -print0 does) or by line ends, whichever
/// comes first in it. Empty ones are passed over. Reading ends early on an interrupt.
class FileList {
public:
  /// "-" is standard input. Throws UsageError when the list cannot be opened.
  explicit FileList(std::string const& path);
  FileList(FileList const&) = delete;
  FileList& operator=(FileList const&) = delete;
  ~FileList();

  std::optional<std::string> next();

private:
  bool read_more();

  int descriptor_;
  std::string buffer_;
  std::size_t begin_ = 0, searched_ = 0; ///< in the buffer: what was not given yet, and how far it has no separator
  std::optional<char> separator_;
  bool ended_ = false;
};

} // namespace jixiao::cli
