#include "cli/progress.hpp"

#include "cli/figures.hpp"
#include "cli/terminal.hpp"

#include <unistd.h>

namespace jixiao::cli {

using namespace std::chrono_literals;

namespace {

constexpr auto between_on_terminal = 200ms, between_lines = 5000ms;

} // namespace

std::string progress_text(BatchProgress const& progress, std::uint64_t all_bytes, double seconds) {
  auto const& done = progress.done;
  auto const fate = [&](Fate which) { return done.fates[static_cast<std::size_t>(which)]; };
  auto const bytes = progress.bytes_on_disk;
  auto out = counted(done.documents, "file") + ", " + megabytes(bytes);
  if (all_bytes > 0)
    out += " of " + megabytes(all_bytes);
  if (seconds > 0)
    out += ", " + grouped(static_cast<std::uint64_t>(static_cast<double>(done.documents) / seconds)) + " files/s";
  if (bytes > 0 && all_bytes >= bytes)
    out += ", " + clock_time(seconds * static_cast<double>(all_bytes - bytes) / static_cast<double>(bytes)) + " left";
  out += "; " + grouped(fate(Fate::with_findings)) + " with findings";
  if (auto const not_read = fate(Fate::refused) + fate(Fate::failed); not_read > 0)
    out += ", " + grouped(not_read) + " not read";
  return out;
}

ProgressLine::ProgressLine()
    : terminal_(isatty(STDERR_FILENO) != 0), next_(begin_ + (terminal_ ? between_on_terminal : between_lines)) {}

void ProgressLine::show(BatchProgress const& progress, std::uint64_t all_bytes) {
  auto const now = Clock::now();
  if (now < next_)
    return;
  next_ = now + (terminal_ ? between_on_terminal : between_lines);
  auto const text = progress_text(progress, all_bytes, std::chrono::duration<double>(now - begin_).count());
  erase();
  cli::say(terminal_ ? text : text + '\n');
  shown_ = terminal_;
}

void ProgressLine::say(std::string_view lines) {
  if (lines.empty())
    return;
  erase();
  cli::say(lines);
}

void ProgressLine::erase() {
  if (shown_)
    cli::say("\r\033[K");
  shown_ = false;
}

} // namespace jixiao::cli
