#pragma once

#include "batch/task.hpp"
#include "batch/worker_process.hpp"

#include <mutex>
#include <vector>

namespace jixiao {

/// Converts tasks, each in the process that Batch::isolation asks for. To be made while there is one thread.
class Converters {
public:
  /// `batch` must outlive it. `once`: there is one task at most.
  Converters(Batch const& batch, std::size_t jobs, bool once);

  /// From as many threads at a time as there are jobs.
  Done operator()(Task task);

private:
  Done isolated(Task const& task);
  WorkerProcess& take_idle();

  Batch const& batch_;
  std::vector<WorkerProcess> workers_;
  std::mutex mutex_;
  std::vector<WorkerProcess*> idle_; ///< never empty when one is wanted: there are no more threads than workers
};

} // namespace jixiao
