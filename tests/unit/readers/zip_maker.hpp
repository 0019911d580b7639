#pragma once

#include <zip.h>

#include <cstring>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Makes ZIP files in memory.
namespace jixiao::testing {

using Entries = std::vector<std::pair<std::string, std::string>>; ///< name, content

inline std::string make_zip(Entries const& entries) {
  auto const require = [](bool holds) {
    if (!holds)
      throw std::runtime_error("libzip cannot make the test's package");
  };
  zip_error_t error;
  zip_error_init(&error);
  auto* const source = zip_source_buffer_create(nullptr, 0, 0, &error);
  require(source != nullptr);
  zip_source_keep(source); // to read what was written when the archive is closed
  auto* const archive = zip_open_from_source(source, ZIP_TRUNCATE, &error);
  require(archive != nullptr);
  for (auto const& [name, content] : entries) {
    auto* const part = zip_source_buffer(archive, content.data(), content.size(), 0);
    require(zip_file_add(archive, name.c_str(), part, ZIP_FL_ENC_UTF_8) >= 0);
  }
  require(zip_close(archive) == 0);
  zip_stat_t stat;
  require(zip_source_stat(source, &stat) == 0 && zip_source_open(source) == 0);
  std::string bytes(stat.size, '\0');
  require(zip_source_read(source, bytes.data(), bytes.size()) == static_cast<zip_int64_t>(bytes.size()));
  zip_source_close(source);
  zip_source_free(source);
  return bytes;
}

/// Puts `to`, which is as long, in place of every `from`: libzip would not make what hostile hands do.
inline std::string patch(std::string bytes, std::string_view from, std::string_view to) {
  for (auto at = bytes.find(from); at != std::string::npos; at = bytes.find(from, at + from.size()))
    bytes.replace(at, from.size(), to);
  return bytes;
}

} // namespace jixiao::testing
