#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <sys/types.h>

namespace jixiao {

/// How a worker ended before it could answer.
struct WorkerEnd {
  enum class Cause : std::uint8_t { time, memory, fault } cause;
  std::string what; ///< of a fault: "signal 11 (Segmentation fault)"
};

struct WorkerLimits {
  std::uint32_t seconds; ///< of processor time for one request
  std::uint64_t memory;  ///< bytes of data
};

/// A process that answers requests, one at a time. When it ends over one, by a fault or a limit, the next request finds
/// a new process that was forked from the state this one was forked from.
///
/// Choice: behind each worker stands a keeper, forked with it, which waits for it and forks the next one. So nothing is
/// ever forked from a process with threads, where locks may be held that nobody would release in the copy. Price: two
/// processes a worker, of which the keeper sleeps. A worker for one request only has no keeper: to fork twice takes
/// longer than to convert a small text.
class WorkerProcess {
public:
  /// `serve` gives the answer to a request, in the worker. To be called while there is one thread. `others` are
  /// workers that were started before: the new one lets go of what it inherited of them. `once`: it is asked once at
  /// most. Throws std::system_error.
  WorkerProcess(std::function<std::string(std::string_view request)> const& serve, WorkerLimits const& limits,
                std::vector<WorkerProcess> const& others, bool once = false);
  WorkerProcess(WorkerProcess&& other) noexcept;
  WorkerProcess& operator=(WorkerProcess&&) = delete;
  ~WorkerProcess();

  /// Throws std::system_error when the keeper is gone, which only a person or the kernel can do.
  std::variant<std::string, WorkerEnd> ask(std::string_view request);

private:
  bool send(std::string_view bytes);
  bool receive(char* bytes, std::size_t size);
  bool has_ended();
  WorkerEnd take_end();

  WorkerLimits limits_;
  int data_ = -1;     ///< requests and answers
  int control_ = -1;  ///< what the keeper tells of ends
  pid_t keeper_ = -1; ///< or the worker that has none
  bool once_ = false;
};

} // namespace jixiao
