#include "cli/inputs.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace jixiao::cli {

namespace fs = std::filesystem;

namespace {

Diagnostic problem(Code code, std::vector<Argument> arguments) {
  return {code, info(code).severity, std::move(arguments), {}, {}};
}

/// Length of the UTF-8 character at the start of the text; 0 when there is none.
std::size_t character_length(std::string_view text) {
  auto const byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  auto const lead = byte(0), second = byte(1);
  std::size_t const length = lead < 0x80   ? 1
                             : lead < 0xC2 ? 0
                             : lead < 0xE0 ? 2
                             : lead < 0xF0 ? 3
                             : lead < 0xF5 ? 4
                                           : 0;
  for (std::size_t i = 1; i < length; ++i)
    if ((byte(i) & 0xC0) != 0x80)
      return 0;
  bool const overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
  bool const no_character = (lead == 0xED && second > 0x9F) || (lead == 0xF4 && second > 0x8F);
  return overlong || no_character ? 0 : length;
}

/// A file's name may be any bytes; a document's has to be text. What is no UTF-8 becomes `?`.
std::string as_text(std::string_view path) {
  std::string out;
  while (!path.empty()) {
    auto const length = character_length(path);
    out += length == 0 ? "?" : path.substr(0, length);
    path.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return out;
}

Diagnostic unreadable_file(std::string const& path, std::string reason) {
  return problem(Code::unreadable_file, {{"file", as_text(path)}, {"reason", std::move(reason)}});
}

bool is_input_name(fs::path const& path, bool in_sample) {
  auto const name = path.filename().string();
  auto const ending = path.extension();
  if (in_sample)
    return path.stem() == "input";
  return !name.starts_with('.') && ending != ".json" && ending != ".jsonl" && ending != ".form";
}

/// What one folder holds, sorted; its folders are put on `folders`.
void list_folder(fs::path const& folder, std::vector<InputPath>& files, std::vector<fs::path>& folders) {
  std::error_code error;
  std::error_code ignored;
  auto const in_sample = fs::exists(folder / "expected.json", ignored);
  auto entry = fs::directory_iterator(folder, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    auto const& path = entry->path();
    bool const link = entry->is_symlink(ignored), directory = entry->is_directory(ignored);
    if (directory && !link && !path.filename().string().starts_with('.'))
      folders.push_back(path);
    else if (!directory && (entry->is_regular_file(ignored) || link) && is_input_name(path, in_sample))
      files.push_back({path.string()});
  }
  if (error)
    files.push_back({folder.string(), unreadable_file(folder.string(), error.message())});
}

std::vector<InputPath> expand_folder(std::string const& argument) {
  std::vector<InputPath> files;
  std::vector<fs::path> folders{argument};
  while (!folders.empty()) {
    auto const folder = std::move(folders.back());
    folders.pop_back();
    list_folder(folder, files, folders);
  }
  std::ranges::sort(files, {}, &InputPath::path);
  if (files.empty())
    files.push_back({argument, problem(Code::no_readable_file, {{"folder", as_text(argument)}})});
  return files;
}

/// Reads up to one byte more than the limit.
bool read_all(int descriptor, std::size_t expected, std::uint64_t limit, std::string& bytes) {
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

/// Opens, reads and closes; leaves the reason in errno.
bool read_file(std::string const& path, std::uint64_t limit, std::string& bytes) {
  if (path == "-")
    return read_all(STDIN_FILENO, 0, limit, bytes);
  auto const descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0)
    return false;
  struct stat about {};
  auto const size = fstat(descriptor, &about) == 0 && S_ISREG(about.st_mode) ? about.st_size : 0;
  auto const ok = read_all(descriptor, static_cast<std::size_t>(size), limit, bytes);
  auto const reason = errno;
  close(descriptor);
  errno = reason;
  return ok;
}

} // namespace

std::vector<InputPath> expand(std::vector<std::string> const& arguments) {
  std::vector<InputPath> out;
  for (auto const& argument : arguments) {
    std::error_code ignored;
    if (argument != "-" && fs::is_directory(argument, ignored))
      std::ranges::move(expand_folder(argument), std::back_inserter(out));
    else
      out.push_back({argument});
  }
  return out;
}

LoadedInput load(InputPath const& input, std::uint64_t limit) {
  LoadedInput out{input.path == "-" ? "<stdin>" : as_text(input.path), {}, input.problem};
  if (!out.problem && !read_file(input.path, limit, out.bytes))
    out.problem = unreadable_file(input.path, std::strerror(errno));
  return out;
}

Document problem_document(LoadedInput const& input) {
  Document out;
  out.source.name = fs::path(input.name).lexically_normal().filename().string();
  if (out.source.name.empty())
    out.source.name = input.name;
  out.diagnostics.push_back(input.problem.value());
  return out;
}

} // namespace jixiao::cli
