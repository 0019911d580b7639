#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <thread>
#include <vector>

namespace jixiao::cli {

/// Adds up the bytes on disk of all files that inputs name, in a thread of its own.
class DiskSize {
public:
  explicit DiskSize(std::vector<std::string> inputs);

  /// 0 until all are known.
  std::uint64_t bytes() const { return bytes_; }

private:
  std::atomic<std::uint64_t> bytes_ = 0;
  std::jthread counting_; ///< last: it ends before what it writes to does
};

} // namespace jixiao::cli
