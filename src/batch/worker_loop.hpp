#pragma once

#include "batch/worker_process.hpp"

#include <sys/types.h>

namespace jixiao {

/// How a worker ended, as its keeper tells it.
struct WorkerExit {
  int status;             ///< as wait() gives it
  std::uint64_t most_kib; ///< resident memory at its peak
};

/// Exit statuses of a worker by which it tells its keeper something.
enum WorkerStatus : int {
  nothing_more = 0, ///< the requests have ended
  out_of_memory = 80,
  wants_successor = 81 ///< it has grown, and answered what it was asked
};

WorkerExit wait_for(pid_t worker);

/// The life of a worker that has no keeper. Does not return.
[[noreturn]] void work_alone(std::function<std::string(std::string_view)> const& serve, WorkerLimits const& limits,
                             int data);

/// The life of a keeper: forks workers until requests end. Does not return.
[[noreturn]] void keep_workers(std::function<std::string(std::string_view)> const& serve, WorkerLimits const& limits,
                               int data, int control);

} // namespace jixiao
