#include "cli/interrupt.hpp"

#include <atomic>
#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace jixiao::cli {

namespace {

std::atomic<int> caught = 0;
int wake[2] = {-1, -1}; ///< a pipe that has something in it once a signal was caught, for those that wait

void note(int signal) {
  auto const reason = errno;
  caught = signal;
  [[maybe_unused]] auto const ignored = write(wake[1], "", 1);
  errno = reason;
}

} // namespace

void catch_interrupts() {
  if (wake[0] >= 0 || pipe2(wake, O_CLOEXEC | O_NONBLOCK) != 0)
    return;
  struct sigaction action {};
  action.sa_handler = note;
  action.sa_flags = static_cast<int>(SA_RESTART | SA_RESETHAND);
  for (auto const signal : {SIGINT, SIGTERM}) {
    struct sigaction before {};
    // A shell starts what runs in the background deaf to SIGINT; it stays so.
    if (sigaction(signal, nullptr, &before) == 0 && before.sa_handler != SIG_IGN)
      sigaction(signal, &action, nullptr);
  }
}

int interrupted() { return caught; }

bool wait_for_input(int descriptor) {
  pollfd both[] = {{descriptor, POLLIN, 0}, {wake[0], POLLIN, 0}};
  while (interrupted() == 0 && poll(both, 2, -1) < 0 && errno == EINTR) {
  }
  return interrupted() == 0;
}

} // namespace jixiao::cli
