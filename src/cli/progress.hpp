#pragma once

#include <jixiao/batch.hpp>

#include <chrono>
#include <string>
#include <string_view>

namespace jixiao::cli {

/// How far a long run is, on standard error: on a terminal one line that is written over, elsewhere a line every few
/// seconds. The calls must not overlap.
///
///     4,312 files, 118 MB of 274 MB, 2,134 files/s, 0:03 left; 310 with findings, 2 not read
class ProgressLine {
public:
  ProgressLine();
  ~ProgressLine() { erase(); }

  /// `all_bytes`: of all inputs on disk; 0 while nobody knows.
  void show(BatchProgress const& progress, std::uint64_t all_bytes);

  /// Writes other lines above it.
  void say(std::string_view lines);

private:
  using Clock = std::chrono::steady_clock;

  void erase();

  bool terminal_;
  bool shown_ = false; ///< it stands on the terminal now
  Clock::time_point begin_ = Clock::now(), next_;
};

/// The line, `seconds` after the run began.
std::string progress_text(BatchProgress const& progress, std::uint64_t all_bytes, double seconds);

} // namespace jixiao::cli
