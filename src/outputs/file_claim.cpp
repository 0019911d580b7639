#include "outputs/file_claim.hpp"

#include <jixiao/outputs.hpp>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <thread>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace jixiao {

namespace {

using namespace std::chrono_literals;

/// True when this process has the lock; errno says why not.
bool lock(int descriptor) {
  struct flock whole {};
  whole.l_type = F_WRLCK;
  whole.l_whence = SEEK_SET;
  return fcntl(descriptor, F_SETLK, &whole) == 0;
}

/// False when whoever had the claim before has removed the file that we waited for.
bool is_still_there(int descriptor, std::string const& path) {
  struct stat held {
  }, named{};
  return fstat(descriptor, &held) == 0 && stat(path.c_str(), &named) == 0 && held.st_ino == named.st_ino &&
         held.st_dev == named.st_dev;
}

/// A descriptor of the file, locked; -1 when another process has the lock.
int try_to_claim(std::string const& sibling) {
  auto const descriptor = open(sibling.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor < 0)
    throw OutputError(std::strerror(errno));
  auto const locked = lock(descriptor);
  auto const reason = locked ? 0 : errno;
  if (locked && is_still_there(descriptor, sibling))
    return descriptor;
  close(descriptor);
  if (!locked && reason != EAGAIN && reason != EACCES)
    throw OutputError(std::strerror(reason));
  return -1;
}

} // namespace

FileClaim::FileClaim(std::string const& path) : path_(path + "-lock"), descriptor_(-1), owner_(getpid()) {
  auto const end = std::chrono::steady_clock::now() + 1s;
  while ((descriptor_ = try_to_claim(path_)) < 0) {
    if (std::chrono::steady_clock::now() > end)
      throw OutputError("another run of jixiao is writing on it");
    std::this_thread::sleep_for(20ms);
  }
}

FileClaim::~FileClaim() {
  if (getpid() == owner_)
    unlink(path_.c_str()); // before the lock goes: what others wait for is then seen to be gone
  close(descriptor_);
}

} // namespace jixiao
