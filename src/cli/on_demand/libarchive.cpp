#include "cli/on_demand/library.hpp"

#include <archive.h>
#include <archive_entry.h>

namespace {

jixiao::cli::Library const& library() {
  static jixiao::cli::Library const loaded("libarchive");
  return loaded;
}

} // namespace

#define LOADED(name) JIXIAO_LOADED(library, name)

extern "C" {

mode_t archive_entry_filetype(struct archive_entry* entry) { return LOADED(archive_entry_filetype)(entry); }
char const* archive_entry_pathname(struct archive_entry* entry) { return LOADED(archive_entry_pathname)(entry); }
char const* archive_entry_pathname_utf8(struct archive_entry* entry) {
  return LOADED(archive_entry_pathname_utf8)(entry);
}
char const* archive_error_string(struct archive* archive) { return LOADED(archive_error_string)(archive); }
la_int64_t archive_filter_bytes(struct archive* archive, int filter) {
  return LOADED(archive_filter_bytes)(archive, filter);
}
int archive_format(struct archive* archive) { return LOADED(archive_format)(archive); }
la_ssize_t archive_read_data(struct archive* archive, void* bytes, size_t size) {
  return LOADED(archive_read_data)(archive, bytes, size);
}
int archive_read_free(struct archive* archive) { return LOADED(archive_read_free)(archive); }
struct archive* archive_read_new() {
  return LOADED(archive_read_new)();
}
int archive_read_next_header(struct archive* archive, struct archive_entry** entry) {
  return LOADED(archive_read_next_header)(archive, entry);
}
int archive_read_open_filename(struct archive* archive, char const* path, size_t size) {
  return LOADED(archive_read_open_filename)(archive, path, size);
}
int archive_read_open_memory(struct archive* archive, void const* buff, size_t size) {
  return LOADED(archive_read_open_memory)(archive, buff, size);
}
int archive_read_support_filter_bzip2(struct archive* archive) {
  return LOADED(archive_read_support_filter_bzip2)(archive);
}
int archive_read_support_filter_gzip(struct archive* archive) {
  return LOADED(archive_read_support_filter_gzip)(archive);
}
int archive_read_support_filter_xz(struct archive* archive) { return LOADED(archive_read_support_filter_xz)(archive); }
int archive_read_support_filter_zstd(struct archive* archive) {
  return LOADED(archive_read_support_filter_zstd)(archive);
}
int archive_read_support_format_raw(struct archive* archive) {
  return LOADED(archive_read_support_format_raw)(archive);
}
int archive_read_support_format_tar(struct archive* archive) {
  return LOADED(archive_read_support_format_tar)(archive);
}
int archive_read_support_format_zip(struct archive* archive) {
  return LOADED(archive_read_support_format_zip)(archive);
}
int archive_version_number() { return LOADED(archive_version_number)(); }

} // extern "C"
