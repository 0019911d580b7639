#include "cli/on_demand/library.hpp"

#include <zip.h>

namespace {

jixiao::cli::Library const& library() {
  static jixiao::cli::Library const loaded("libzip");
  return loaded;
}

} // namespace

#define LOADED(name) JIXIAO_LOADED(library, name)

extern "C" {

void zip_discard(zip_t* archive) { return LOADED(zip_discard)(archive); }
void zip_error_fini(zip_error_t* error) { return LOADED(zip_error_fini)(error); }
void zip_error_init(zip_error_t* error) { return LOADED(zip_error_init)(error); }
char const* zip_error_strerror(zip_error_t* error) { return LOADED(zip_error_strerror)(error); }
int zip_fclose(zip_file_t* file) { return LOADED(zip_fclose)(file); }
char const* zip_file_strerror(zip_file_t* file) { return LOADED(zip_file_strerror)(file); }
zip_file_t* zip_fopen_index(zip_t* archive, zip_uint64_t index, zip_flags_t flags) {
  return LOADED(zip_fopen_index)(archive, index, flags);
}
zip_int64_t zip_fread(zip_file_t* file, void* bytes, zip_uint64_t size) { return LOADED(zip_fread)(file, bytes, size); }
char const* zip_get_name(zip_t* archive, zip_uint64_t index, zip_flags_t flags) {
  return LOADED(zip_get_name)(archive, index, flags);
}
zip_int64_t zip_get_num_entries(zip_t* archive, zip_flags_t flags) {
  return LOADED(zip_get_num_entries)(archive, flags);
}
char const* zip_libzip_version() { return LOADED(zip_libzip_version)(); }
zip_t* zip_open(char const* path, int flags, int* error) { return LOADED(zip_open)(path, flags, error); }
zip_t* zip_open_from_source(zip_source_t* source, int flags, zip_error_t* error) {
  return LOADED(zip_open_from_source)(source, flags, error);
}
zip_source_t* zip_source_buffer_create(void const* bytes, zip_uint64_t size, int freed, zip_error_t* error) {
  return LOADED(zip_source_buffer_create)(bytes, size, freed, error);
}
void zip_source_free(zip_source_t* source) { return LOADED(zip_source_free)(source); }
int zip_stat_index(zip_t* archive, zip_uint64_t index, zip_flags_t flags, zip_stat_t* stat) {
  return LOADED(zip_stat_index)(archive, index, flags, stat);
}
char const* zip_strerror(zip_t* archive) { return LOADED(zip_strerror)(archive); }

} // extern "C"
