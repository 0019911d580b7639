#include "readers/zip_directory.hpp"

#include "text/words.hpp"

#include <algorithm>
#include <optional>

namespace jixiao {
namespace {

using namespace std::string_view_literals;

constexpr auto local_header = "PK\3\4"sv, directory_header = "PK\1\2"sv, directory_end = "PK\5\6"sv,
               directory_end64 = "PK\6\6"sv, locator64 = "PK\6\7"sv;
constexpr std::size_t directory_end_size = 22, locator64_size = 20, largest_comment = 0xFFFF;

/// A number of up to eight bytes, lowest first.
std::uint64_t number(std::string_view bytes, std::size_t at, std::size_t size) {
  if (at > bytes.size() || bytes.size() - at < size)
    return 0;
  return load_word(bytes.substr(at, size), 0);
}

bool has_magic(std::string_view bytes, std::uint64_t at, std::string_view magic) {
  return at <= bytes.size() && bytes.substr(at).starts_with(magic);
}

/// Offset of the ZIP64 end record, where a locator stands before the end record at `end`.
std::optional<std::uint64_t> end64(std::string_view bytes, std::size_t end) {
  if (end < locator64_size || !has_magic(bytes, end - locator64_size, locator64))
    return std::nullopt;
  auto const at = number(bytes, end - locator64_size + 8, 8);
  return has_magic(bytes, at, directory_end64) ? std::optional(at) : std::nullopt;
}

/// The offset of the first end record within reach of a comment, from `at` on.
std::size_t find_end(std::string_view bytes, std::size_t at) {
  auto const reach = directory_end_size + largest_comment;
  return bytes.find(directory_end, std::max(at, bytes.size() - std::min(bytes.size(), reach)));
}

bool begins_so(std::string_view name, std::string_view prefix) {
  auto const lower = [](char c) {
    return c == '\\' ? '/' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  };
  return name.size() >= prefix.size() &&
         std::equal(prefix.begin(), prefix.end(), name.begin(), [&](char a, char b) { return lower(a) == lower(b); });
}

bool directory_has(std::string_view bytes, std::uint64_t at, std::string_view prefix) {
  while (has_magic(bytes, at, directory_header) && bytes.size() - at >= 46) {
    auto const header = bytes.substr(at);
    auto const name = number(header, 28, 2), extra = number(header, 30, 2), comment = number(header, 32, 2);
    if (begins_so(header.substr(46, name), prefix))
      return true;
    at += 46 + name + extra + comment;
  }
  return false;
}

bool local_headers_have(std::string_view bytes, std::string_view prefix) {
  for (auto at = bytes.find(local_header); at != std::string_view::npos; at = bytes.find(local_header, at + 4))
    if (bytes.size() - at >= 30 && begins_so(bytes.substr(at + 30, number(bytes, at + 26, 2)), prefix))
      return true;
  return false;
}

} // namespace

bool is_zip(std::string_view bytes) { return bytes.starts_with(local_header) || bytes.starts_with(directory_end); }

std::uint64_t claimed_entries(std::string_view bytes) {
  std::uint64_t most = 0;
  for (auto end = find_end(bytes, 0); end != std::string_view::npos; end = find_end(bytes, end + 1)) {
    most = std::max({most, number(bytes, end + 8, 2), number(bytes, end + 10, 2)});
    if (auto const at = end64(bytes, end))
      most = std::max({most, number(bytes, *at + 24, 8), number(bytes, *at + 32, 8)});
  }
  return most;
}

bool zip_has_entry(std::string_view bytes, std::string_view prefix) {
  if (!is_zip(bytes))
    return false;
  std::optional<std::uint64_t> directory;
  for (auto end = find_end(bytes, 0); end != std::string_view::npos; end = find_end(bytes, end + 1)) {
    auto const far = end64(bytes, end);
    auto const at = far ? number(bytes, *far + 48, 8) : number(bytes, end + 16, 4);
    if (has_magic(bytes, at, directory_header))
      directory = at;
  }
  return directory ? directory_has(bytes, *directory, prefix) : local_headers_have(bytes, prefix);
}

bool leads_out(std::string_view name) {
  if (name.find(':') != std::string_view::npos)
    return true;
  for (std::size_t begin = 0; begin <= name.size();) {
    auto const end = std::min(name.find_first_of("/\\", begin), name.size());
    if (name.substr(begin, end - begin) == "..")
      return true;
    begin = end + 1;
  }
  return name.starts_with('/') || name.starts_with('\\');
}

} // namespace jixiao
