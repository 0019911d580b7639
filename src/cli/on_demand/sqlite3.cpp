#include "cli/on_demand/library.hpp"

#include <sqlite3.h>

namespace {

jixiao::cli::Library const& library() {
  static jixiao::cli::Library const loaded("sqlite3");
  return loaded;
}

} // namespace

#define LOADED(name) JIXIAO_LOADED(library, name)

extern "C" {

int sqlite3_bind_double(sqlite3_stmt* statement, int parameter, double value) {
  return LOADED(sqlite3_bind_double)(statement, parameter, value);
}
int sqlite3_bind_int64(sqlite3_stmt* statement, int parameter, sqlite3_int64 value) {
  return LOADED(sqlite3_bind_int64)(statement, parameter, value);
}
int sqlite3_bind_null(sqlite3_stmt* statement, int parameter) {
  return LOADED(sqlite3_bind_null)(statement, parameter);
}
int sqlite3_bind_parameter_index(sqlite3_stmt* statement, char const* text) {
  return LOADED(sqlite3_bind_parameter_index)(statement, text);
}
int sqlite3_bind_text64(sqlite3_stmt* statement, int parameter, char const* text, sqlite3_uint64 size,
                        void (*free)(void*), unsigned char encoding) {
  return LOADED(sqlite3_bind_text64)(statement, parameter, text, size, free, encoding);
}
int sqlite3_busy_timeout(sqlite3* database, int milliseconds) {
  return LOADED(sqlite3_busy_timeout)(database, milliseconds);
}
int sqlite3_close_v2(sqlite3* database) { return LOADED(sqlite3_close_v2)(database); }
int sqlite3_column_bytes(sqlite3_stmt* statement, int column) {
  return LOADED(sqlite3_column_bytes)(statement, column);
}
sqlite3_int64 sqlite3_column_int64(sqlite3_stmt* statement, int column) {
  return LOADED(sqlite3_column_int64)(statement, column);
}
unsigned char const* sqlite3_column_text(sqlite3_stmt* statement, int column) {
  return LOADED(sqlite3_column_text)(statement, column);
}
int sqlite3_errcode(sqlite3* database) { return LOADED(sqlite3_errcode)(database); }
char const* sqlite3_errmsg(sqlite3* database) { return LOADED(sqlite3_errmsg)(database); }
int sqlite3_exec(sqlite3* database, char const* sql, int (*callback)(void*, int, char**, char**), void* argument,
                 char** message) {
  return LOADED(sqlite3_exec)(database, sql, callback, argument, message);
}
int sqlite3_finalize(sqlite3_stmt* statement) { return LOADED(sqlite3_finalize)(statement); }
char const* sqlite3_libversion() { return LOADED(sqlite3_libversion)(); }
int sqlite3_open_v2(char const* filename, sqlite3** database, int flags, char const* vfs) {
  return LOADED(sqlite3_open_v2)(filename, database, flags, vfs);
}
int sqlite3_prepare_v3(sqlite3* database, char const* sql, int size, unsigned int flags, sqlite3_stmt** statement,
                       char const** tail) {
  return LOADED(sqlite3_prepare_v3)(database, sql, size, flags, statement, tail);
}
int sqlite3_reset(sqlite3_stmt* statement) { return LOADED(sqlite3_reset)(statement); }
int sqlite3_step(sqlite3_stmt* statement) { return LOADED(sqlite3_step)(statement); }

} // extern "C"
