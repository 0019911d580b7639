#include "office/process.hpp"

#include <csignal>
#include <cstdlib>
#include <string_view>
#include <thread>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace jixiao {
namespace {

bool is_program(std::string const& path) { return access(path.c_str(), X_OK) == 0; }

/// What stands between fork and exec: only what may be called there.
[[noreturn]] void become(std::vector<char*> const& arguments) {
  setpgid(0, 0);
  auto const nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
  for (int stream = 0; stream < 3; ++stream)
    dup2(nothing, stream);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  execv(arguments[0], arguments.data());
  _exit(127);
}

} // namespace

std::string find_program(std::string const& name) {
  if (name.find('/') != std::string::npos)
    return is_program(name) ? name : std::string();
  auto const* const path = std::getenv("PATH");
  for (std::string_view left = path == nullptr ? "" : path; !left.empty();) {
    auto const end = std::min(left.find(':'), left.size());
    auto program = std::string(left.substr(0, end)) + '/' + name;
    if (end > 0 && is_program(program))
      return program;
    left.remove_prefix(std::min(end + 1, left.size()));
  }
  return {};
}

Ending run_program(std::vector<std::string> const& command, std::chrono::seconds time) {
  std::vector<char*> arguments;
  for (auto const& word : command)
    arguments.push_back(const_cast<char*>(word.c_str())); // execv takes them so, and changes none
  arguments.push_back(nullptr);
  auto const child = fork();
  if (child < 0)
    return Ending::failed;
  if (child == 0)
    become(arguments);
  setpgid(child, child); // whoever comes first
  auto const end = std::chrono::steady_clock::now() + time;
  for (auto pause = std::chrono::milliseconds(2);; pause = std::min(pause * 2, std::chrono::milliseconds(100))) {
    int status = 0;
    auto const ended = waitpid(child, &status, WNOHANG);
    if (ended == child || ended < 0) {
      kill(-child, SIGKILL); // what it left running
      return ended == child && WIFEXITED(status) && WEXITSTATUS(status) == 0 ? Ending::done : Ending::failed;
    }
    if (std::chrono::steady_clock::now() >= end) {
      kill(-child, SIGKILL);
      waitpid(child, &status, 0);
      return Ending::out_of_time;
    }
    std::this_thread::sleep_for(pause);
  }
}

} // namespace jixiao
