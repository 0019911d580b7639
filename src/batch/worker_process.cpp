#include "batch/worker_process.hpp"

#include "batch/descriptors.hpp"
#include "batch/large_pages.hpp"
#include "batch/worker_loop.hpp"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <system_error>
#include <utility>

#include <poll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace jixiao {

namespace {

[[noreturn]] void fail(char const* what) { throw std::system_error(errno, std::generic_category(), what); }

/// Waits until one of the two is ready; true when `data` is.
bool wait_for_either(int data, short event, int control) {
  pollfd both[] = {{data, event, 0}, {control, POLLIN, 0}};
  while (poll(both, 2, -1) < 0)
    if (errno != EINTR)
      fail("waiting for a worker");
  return (both[0].revents & event) != 0;
}

WorkerEnd describe(WorkerExit const& exit, WorkerLimits const& limits) {
  using enum WorkerEnd::Cause;
  auto const signal = WIFSIGNALED(exit.status) ? WTERMSIG(exit.status) : 0;
  if (signal == SIGPROF)
    return {time, {}};
  // Not all libraries look whether they were given memory: a fault close to the limit is one of memory.
  bool const near_limit = exit.most_kib > (limits.memory >> 10) / 10 * 8;
  if ((WIFEXITED(exit.status) && WEXITSTATUS(exit.status) == out_of_memory) || near_limit)
    return {memory, {}};
  if (signal != 0)
    return {fault, "signal " + std::to_string(signal) + " (" + strsignal(signal) + ')'};
  return {fault, "exit status " + std::to_string(WEXITSTATUS(exit.status))};
}

} // namespace

WorkerProcess::WorkerProcess(std::function<std::string(std::string_view)> const& serve, WorkerLimits const& limits,
                             std::vector<WorkerProcess> const& others, bool once)
    : limits_(limits), once_(once) {
  int data[2] = {-1, -1}, control[2] = {-1, -1};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, data) != 0 ||
      socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, control) != 0)
    fail("making a worker");
  auto const parent = getpid();
  keeper_ = fork();
  if (keeper_ < 0)
    fail("making a worker");
  if (keeper_ == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent)
      _exit(nothing_more);
    close(data[0]), close(control[0]);
    for (auto const& other : others)
      close(other.data_), close(other.control_);
    if (once)
      work_alone(serve, limits, data[1]);
    keep_workers(serve, limits, data[1], control[1]);
  }
  close(data[1]), close(control[1]);
  data_ = data[0], control_ = control[0];
}

WorkerProcess::WorkerProcess(WorkerProcess&& other) noexcept
    : limits_(other.limits_), data_(std::exchange(other.data_, -1)), control_(std::exchange(other.control_, -1)),
      keeper_(std::exchange(other.keeper_, -1)), once_(other.once_) {}

WorkerProcess::~WorkerProcess() {
  if (data_ < 0)
    return;
  close(data_), close(control_);
  while (keeper_ > 0 && waitpid(keeper_, nullptr, 0) < 0 && errno == EINTR) {
  }
}

/// False when the worker ended before it took all of them.
bool WorkerProcess::send(std::string_view bytes) {
  while (!bytes.empty()) {
    auto const sent = ::send(data_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent >= 0)
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    else if (once_ && (errno == EPIPE || errno == ECONNRESET))
      return false;
    else if (errno != EINTR && errno != EAGAIN)
      fail("asking a worker");
    else if (!wait_for_either(data_, POLLOUT, control_))
      return false;
  }
  return true;
}

/// False when the worker ended before it sent all of them.
bool WorkerProcess::receive(char* bytes, std::size_t size) {
  while (size > 0) {
    if (!wait_for_either(data_, POLLIN, control_))
      return false;
    auto const got = recv(data_, bytes, size, MSG_DONTWAIT);
    if (got < 0 && (errno == EINTR || errno == EAGAIN))
      continue;
    if (once_ && (got == 0 || (got < 0 && errno == ECONNRESET)))
      return false;
    if (got <= 0)
      fail("hearing a worker");
    bytes += got;
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

bool WorkerProcess::has_ended() {
  pollfd control{control_, POLLIN, 0};
  return poll(&control, 1, 0) > 0;
}

/// Hears the keeper out and lets it go on with a new worker.
WorkerEnd WorkerProcess::take_end() {
  if (once_)
    return describe(wait_for(std::exchange(keeper_, -1)), limits_);
  WorkerExit exit{};
  if (!receive_all(control_, reinterpret_cast<char*>(&exit), sizeof exit))
    fail("hearing the keeper of a worker");
  drain(data_); // the part of an answer that was sent
  if (char ready = 0; !send_all(control_, ".") || !receive_all(control_, &ready, 1))
    fail("hearing the keeper of a worker");
  return describe(exit, limits_);
}

std::variant<std::string, WorkerEnd> WorkerProcess::ask(std::string_view request) {
  if (!once_ && has_ended()) // while it had nothing to do
    take_end();
  std::uint64_t size = 0;
  if (!send(framed(request)) || !receive(reinterpret_cast<char*>(&size), sizeof size))
    return take_end();
  std::string answer;
  answer.reserve(size);
  if (size >= 2 * large_page_size)
    ask_for_large_pages(answer.data(), answer.capacity());
  answer.resize(size);
  if (!receive(answer.data(), answer.size()))
    return take_end();
  return answer;
}

} // namespace jixiao
