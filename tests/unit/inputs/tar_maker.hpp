#pragma once

#include <archive.h>
#include <archive_entry.h>

#include <string>
#include <utility>
#include <vector>

namespace jixiao::testing {

using TarEntries = std::vector<std::pair<std::string, std::string>>; ///< name, content

/// Entries in a format of libarchive, packed by gzip.
inline std::string make_packed(int (*set_format)(archive*), TarEntries const& entries) {
  std::string out(1 << 20, '\0');
  std::size_t used = 0;
  auto* const writer = archive_write_new();
  set_format(writer);
  archive_write_add_filter_gzip(writer);
  archive_write_open_memory(writer, out.data(), out.size(), &used);
  for (auto const& [name, content] : entries) {
    auto* const entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_write_header(writer, entry);
    archive_write_data(writer, content.data(), content.size());
    archive_entry_free(entry);
  }
  archive_write_free(writer);
  out.resize(used);
  return out;
}

/// A tar archive packed by gzip; names are written as the bytes they are.
inline std::string make_tar_gz(TarEntries const& entries) {
  return make_packed(archive_write_set_format_gnutar, entries);
}

/// A file packed by gzip.
inline std::string make_gz(std::string const& content) {
  return make_packed(archive_write_set_format_raw, {{"data", content}});
}

} // namespace jixiao::testing
