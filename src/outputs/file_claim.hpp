#pragma once

#include <string>

#include <sys/types.h>

namespace jixiao {

/// One process at a time writes on a file that is changed in place.
///
/// Choice: a lock (fcntl) on a sibling `PATH-lock`, which goes with the claim. Forked workers do not inherit it, so
/// that nothing holds it when a run is killed, and it works on network drives. A lock on the file itself would get in
/// the way of SQLite's. Price: it keeps processes apart, not two claims of one process.
class FileClaim {
public:
  /// Waits a moment for another process, one that is just ending, and throws OutputError, with the reason alone, when
  /// it stays.
  explicit FileClaim(std::string const& path);
  ~FileClaim();
  FileClaim(FileClaim const&) = delete;
  FileClaim& operator=(FileClaim const&) = delete;

private:
  std::string path_; ///< of the sibling
  int descriptor_;
  pid_t owner_;
};

} // namespace jixiao
