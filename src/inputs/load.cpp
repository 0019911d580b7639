#include "inputs/load.hpp"

#include "inputs/problems.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace jixiao {

namespace {

/// Closes a file descriptor, and leaves errno as it was.
struct Descriptor {
  int number;
  ~Descriptor() {
    auto const reason = errno;
    if (number > STDIN_FILENO)
      close(number);
    errno = reason;
  }
};

/// The size of a regular file; 0 for what has none.
std::size_t size_of(int descriptor) {
  struct stat about {};
  return fstat(descriptor, &about) == 0 && S_ISREG(about.st_mode) ? static_cast<std::size_t>(about.st_size) : 0;
}

/// Reads up to one byte more than the limit.
bool read_all(int descriptor, std::uint64_t limit, std::string& bytes) {
  auto const expected = size_of(descriptor);
  auto const most = static_cast<std::size_t>(std::min<std::uint64_t>(limit, bytes.max_size() - 1)) + 1;
  for (std::size_t size = 0;;) {
    if (size == bytes.size())
      bytes.resize(std::min(most, std::max({expected + 1, 2 * size, std::size_t{4096}})));
    auto const count = ::read(descriptor, bytes.data() + size, bytes.size() - size);
    if (count < 0 && errno == EINTR)
      continue;
    if (count > 0)
      size += static_cast<std::size_t>(count);
    if (count > 0 && size < most)
      continue;
    bytes.resize(size);
    return count >= 0;
  }
}

} // namespace

bool load_file(std::string const& path, std::uint64_t limit, std::string& bytes) {
  Descriptor const file{path == "-" ? STDIN_FILENO : open(path.c_str(), O_RDONLY | O_CLOEXEC)};
  return file.number >= 0 && read_all(file.number, limit, bytes);
}

void load(FoundInput& found, std::uint64_t limit) {
  if (found.bytes || found.problem)
    return;
  if (std::string bytes; load_file(found.file, limit, bytes)) {
    found.stored_bytes += bytes.size();
    found.bytes = std::move(bytes);
  } else {
    found.problem = unreadable_file(found.file, std::strerror(errno));
  }
}

std::string head_of(std::string const& path, std::size_t size) {
  std::string bytes;
  // A pipe has no head that can be read and still be there.
  Descriptor const file{open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
  if (file.number < 0 || size_of(file.number) == 0)
    return bytes;
  bytes.resize(size);
  auto const count = pread(file.number, bytes.data(), bytes.size(), 0);
  bytes.resize(static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
  return bytes;
}

} // namespace jixiao
