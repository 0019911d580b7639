#include "cli/file_list.hpp"

#include "cli/interrupt.hpp"
#include "cli/status.hpp"

#include <cerrno>
#include <cstring>
#include <string_view>

#include <fcntl.h>
#include <unistd.h>

namespace jixiao::cli {

namespace {

using namespace std::string_view_literals;

// A path may have 4096 bytes; what goes on and on without an end is no list.
constexpr std::size_t longest_path = 64 << 10, block = 64 << 10;

} // namespace

FileList::FileList(std::string const& path)
    : descriptor_(path == "-" ? STDIN_FILENO : open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
  if (descriptor_ < 0)
    throw UsageError("cannot read the list of files \"" + path + "\": " + std::strerror(errno));
}

FileList::~FileList() {
  if (descriptor_ != STDIN_FILENO)
    close(descriptor_);
}

std::optional<std::string> FileList::next() {
  for (;;) {
    auto const end = separator_ ? buffer_.find(*separator_, searched_) : buffer_.find_first_of("\0\n"sv, searched_);
    bool const found = end != buffer_.npos;
    if (!found && !ended_ && buffer_.size() - begin_ < longest_path) {
      searched_ = buffer_.size();
      ended_ = !read_more();
      if (ended_ && interrupted() != 0) // what has come may be half a path
        return std::nullopt;
      continue;
    }
    if (found && !separator_)
      separator_ = buffer_[end];
    auto path = buffer_.substr(begin_, std::min(end, buffer_.size()) - begin_);
    begin_ = searched_ = found ? end + 1 : buffer_.size();
    if (separator_ != '\0' && path.ends_with('\r'))
      path.pop_back();
    if (!path.empty())
      return path;
    if (ended_ && begin_ == buffer_.size())
      return std::nullopt;
  }
}

bool FileList::read_more() {
  buffer_.erase(0, begin_);
  searched_ -= begin_;
  begin_ = 0;
  if (!wait_for_input(descriptor_))
    return false;
  auto const before = buffer_.size();
  buffer_.resize(before + block);
  ssize_t count = 0;
  while ((count = ::read(descriptor_, buffer_.data() + before, block)) < 0 && errno == EINTR) {
  }
  buffer_.resize(before + static_cast<std::size_t>(count > 0 ? count : 0));
  return count > 0;
}

} // namespace jixiao::cli
