#include "outputs/sqlite_connection.hpp"

#include <jixiao/outputs.hpp>

namespace jixiao {

namespace {

constexpr int milliseconds_to_wait_for_others = 2000;

int flags_of(Connection::Access access) {
  // Each connection has one thread at a time, so that SQLite need not lock.
  switch (access) {
  case Connection::Access::read:
    return SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX;
  case Connection::Access::write:
    return SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;
  case Connection::Access::create:
    return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
  }
  return 0;
}

std::string reason_of(sqlite3* handle) {
  auto const code = sqlite3_errcode(handle);
  if (code == SQLITE_FULL)
    return "the disk is full";
  if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
    return "another program is using it";
  // Of a failed write SQLite knows no more than that: the limit of a file's size, a drive that was pulled out.
  if (code == SQLITE_IOERR)
    return "the file could not be written on";
  return sqlite3_errmsg(handle);
}

} // namespace

Connection::Connection(std::string const& path, Access access) {
  sqlite3* handle = nullptr;
  auto const result = sqlite3_open_v2(path.c_str(), &handle, flags_of(access), nullptr);
  handle_.reset(handle);
  if (result != SQLITE_OK)
    fail();
  sqlite3_busy_timeout(handle, milliseconds_to_wait_for_others);
}

void Connection::run(std::string const& sql) {
  if (sqlite3_exec(handle(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
    fail();
}

bool Connection::run_unless_busy(std::string const& sql) {
  sqlite3_busy_timeout(handle(), 0);
  auto const result = sqlite3_exec(handle(), sql.c_str(), nullptr, nullptr, nullptr);
  sqlite3_busy_timeout(handle(), milliseconds_to_wait_for_others);
  if (result != SQLITE_OK && result != SQLITE_BUSY)
    fail();
  return result == SQLITE_OK;
}

void Connection::fail() const { throw OutputError(reason_of(handle())); }

Statement::Statement(Connection& connection, std::string_view sql) : connection_(&connection) {
  sqlite3_stmt* handle = nullptr;
  check(sqlite3_prepare_v3(connection.handle(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                           &handle, nullptr));
  handle_.reset(handle);
}

void Statement::bind(int parameter, std::string_view text) {
  // Without a pointer SQLite would bind NULL.
  auto const* const data = text.data() == nullptr ? "" : text.data();
  check(sqlite3_bind_text64(handle_.get(), parameter, data, text.size(), SQLITE_STATIC, SQLITE_UTF8));
}

void Statement::bind(int parameter, std::int64_t number) {
  check(sqlite3_bind_int64(handle_.get(), parameter, number));
}

void Statement::bind(int parameter, double number) { check(sqlite3_bind_double(handle_.get(), parameter, number)); }

void Statement::bind(int parameter, std::nullptr_t) { check(sqlite3_bind_null(handle_.get(), parameter)); }

bool Statement::step() {
  auto const result = sqlite3_step(handle_.get());
  if (result == SQLITE_ROW)
    return true;
  reset();
  if (result != SQLITE_DONE)
    connection_->fail();
  return false;
}

void Statement::run() {
  while (step())
    ;
}

std::string_view Statement::text(int column) const {
  auto const* const data = sqlite3_column_text(handle_.get(), column);
  if (data == nullptr)
    return {};
  auto const size = static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column));
  return {reinterpret_cast<char const*>(data), size};
}

void Statement::check(int result) const {
  if (result != SQLITE_OK)
    connection_->fail();
}

} // namespace jixiao
