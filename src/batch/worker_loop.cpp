#include "batch/worker_loop.hpp"

#include "batch/descriptors.hpp"
#include "batch/large_pages.hpp"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <new>

#include <malloc.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

namespace jixiao {

namespace {

// A sanitizer keeps its shadow in memory that counts, many times more than the limit.
#if defined(__SANITIZE_ADDRESS__)
constexpr bool bounds_memory = false;
#elif defined(__has_feature)
constexpr bool bounds_memory = !__has_feature(address_sanitizer);
#else
constexpr bool bounds_memory = true;
#endif

/// The timer counts the processor time of this process; when it runs out, SIGPROF ends the process.
void set_timer(std::uint32_t seconds) {
  itimerval timer{};
  timer.it_value.tv_sec = static_cast<time_t>(seconds);
  setitimer(ITIMER_PROF, &timer, nullptr);
}

void set_limit(int resource, std::uint64_t value) {
  rlimit const limit{value, value};
  setrlimit(static_cast<__rlimit_resource_t>(resource), &limit);
}

std::uint64_t most_memory() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<std::uint64_t>(usage.ru_maxrss) << 10;
}

/// Every input takes and frees the like amounts; asking the system for them each time takes longer than using them.
/// What most need at most is asked for at once, to be had in large pages: a page that is first used costs as much as
/// what is written to it.
void keep_memory(std::uint64_t limit) {
  constexpr std::uint64_t most = 256 << 20;
  mallopt(M_MMAP_THRESHOLD, 64 << 20);
  mallopt(M_TRIM_THRESHOLD, std::numeric_limits<int>::max());
  auto const size = std::min(most, limit / 16) / large_page_size * large_page_size;
  if (!bounds_memory || size == 0)
    return;
  mallopt(M_TOP_PAD, static_cast<int>(size));
  auto* const begin = static_cast<char*>(sbrk(0));
  void* const volatile more = std::malloc(large_page_size); // than is at hand; a compiler would leave it out
  std::free(more);
  mallopt(M_TOP_PAD, 1 << 20);
  if (auto* const end = static_cast<char*>(sbrk(0)); begin < end)
    ask_for_large_pages(begin, static_cast<std::size_t>(end - begin));
}

/// Ends along with the process that forked this one.
void die_with_parent(pid_t parent) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent)
    _exit(nothing_more);
}

[[noreturn]] void work(std::function<std::string(std::string_view)> const& serve, WorkerLimits const& limits,
                       int data) {
  // Handlers of the program around us are not for faults of its copy.
  for (auto const signal : {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT})
    std::signal(signal, SIG_DFL);
  std::set_new_handler([] { _exit(out_of_memory); });
  set_limit(RLIMIT_CORE, 0);
  keep_memory(limits.memory);
  if (bounds_memory)
    set_limit(RLIMIT_DATA, limits.memory);
  for (;;) {
    std::uint64_t size = 0;
    if (!receive_all(data, reinterpret_cast<char*>(&size), sizeof size))
      _exit(nothing_more);
    std::string request(size, '\0');
    if (!receive_all(data, request.data(), request.size()))
      _exit(nothing_more);
    set_timer(limits.seconds);
    auto const answer = serve(request);
    set_timer(0);
    if (!send_framed(data, answer))
      _exit(nothing_more);
    // Memory is seldom given back to the system; what one input needed shall not be missing for the next.
    if (bounds_memory && most_memory() > limits.memory / 2)
      _exit(wants_successor);
  }
}

bool exited_with(WorkerExit const& exit, WorkerStatus status) {
  return WIFEXITED(exit.status) && WEXITSTATUS(exit.status) == status;
}

/// Whoever interrupts a run wants what is in flight to be finished.
void finish_when_interrupted() {
  std::signal(SIGINT, SIG_IGN);
  std::signal(SIGTERM, SIG_DFL);
}

} // namespace

WorkerExit wait_for(pid_t worker) {
  int status = 0;
  rusage usage{};
  while (wait4(worker, &status, 0, &usage) < 0 && errno == EINTR) {
  }
  return {status, static_cast<std::uint64_t>(usage.ru_maxrss)};
}

void work_alone(std::function<std::string(std::string_view)> const& serve, WorkerLimits const& limits, int data) {
  finish_when_interrupted();
  work(serve, limits, data);
}

void keep_workers(std::function<std::string(std::string_view)> const& serve, WorkerLimits const& limits, int data,
                  int control) {
  finish_when_interrupted();
  auto const self = getpid();
  for (;;) {
    auto const worker = fork();
    if (worker == 0) {
      die_with_parent(self);
      close(control);
      work(serve, limits, data);
    }
    if (worker < 0)
      _exit(1);
    auto const exit = wait_for(worker);
    if (exited_with(exit, nothing_more))
      _exit(nothing_more);
    if (exited_with(exit, wants_successor))
      continue;
    // Once it is heard, nothing more of the request comes; what came and was not read goes before the next begins.
    char heard = 0;
    if (!send_all(control, {reinterpret_cast<char const*>(&exit), sizeof exit}) || !receive_all(control, &heard, 1))
      _exit(nothing_more);
    drain(data);
    if (!send_all(control, "."))
      _exit(nothing_more);
  }
}

} // namespace jixiao
