#pragma once

#include "batch/task.hpp"
#include "batch/worker_process.hpp"

#include <oneapi/tbb/concurrent_queue.h>

#include <vector>

namespace jixiao {

/// Converts tasks, each in the process that Batch::isolation asks for. To be made while there is one thread.
class Converters {
public:
  /// `batch` must outlive it.
  Converters(Batch const& batch, std::size_t jobs);

  /// From as many threads at a time as there are jobs.
  Done operator()(Task task);

private:
  Done isolated(Task const& task);

  Batch const& batch_;
  std::vector<WorkerProcess> workers_;
  oneapi::tbb::concurrent_bounded_queue<WorkerProcess*> idle_;
};

} // namespace jixiao
