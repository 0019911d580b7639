#include "outputs/output_file.hpp"

#include <jixiao/outputs.hpp>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace jixiao {

namespace fs = std::filesystem;

namespace {

mode_t usual_mode() {
  auto const mask = umask(0);
  umask(mask);
  return 0666 & ~mask;
}

/// A new file beside `path`, whose name is put into `temporary`. It begins with a dot, so that a run that writes into a
/// folder that it reads passes it over.
int make_temporary(fs::path const& path, std::string& temporary) {
  temporary = (path.parent_path() / ('.' + path.filename().string() + ".XXXXXX")).string();
  auto const descriptor = mkstemp(temporary.data());
  if (descriptor >= 0)
    fchmod(descriptor, usual_mode());
  return descriptor;
}

/// A link stays one: what it leads to is replaced.
std::string behind_links(std::string const& path) {
  std::error_code error;
  auto const real = fs::canonical(path, error);
  return error ? path : real.string();
}

} // namespace

bool write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    auto const written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR)
      continue;
    if (written < 0)
      return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

OutputFile::OutputFile(std::string path) : path_(std::move(path)), descriptor_(STDOUT_FILENO) {
  if (path_.empty())
    return;
  std::error_code error;
  auto const status = fs::status(path_, error);
  if (fs::exists(status) && !fs::is_regular_file(status)) {
    descriptor_ = open(path_.c_str(), O_WRONLY | O_CLOEXEC);
  } else {
    path_ = behind_links(path_);
    descriptor_ = make_temporary(path_, temporary_);
  }
  if (descriptor_ < 0) {
    temporary_.clear();
    fail();
  }
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : path_(std::move(other.path_)), temporary_(std::exchange(other.temporary_, {})),
      descriptor_(std::exchange(other.descriptor_, STDOUT_FILENO)) {}

OutputFile::~OutputFile() {
  if (descriptor_ > STDERR_FILENO)
    close(descriptor_);
  if (!temporary_.empty())
    unlink(temporary_.c_str());
}

bool OutputFile::write(std::string_view text) {
  if (write_all(descriptor_, text))
    return true;
  if (errno == EPIPE)
    return false;
  fail();
}

void OutputFile::finish() {
  if (temporary_.empty())
    return;
  if (close(std::exchange(descriptor_, STDOUT_FILENO)) != 0 || std::rename(temporary_.c_str(), path_.c_str()) != 0)
    fail();
  temporary_.clear();
}

void OutputFile::fail() const { fail(std::strerror(errno)); }

void OutputFile::fail(std::string_view reason) const {
  throw OutputError("cannot write \"" + (path_.empty() ? "standard output" : path_) + "\": " + std::string(reason));
}

} // namespace jixiao
