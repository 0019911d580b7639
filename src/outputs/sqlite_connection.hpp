#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include <sqlite3.h>

/// A thin layer on libsqlite3: what it opens is closed, and what fails throws an OutputError with the reason alone. Who
/// knows what the file was called puts that in front.
namespace jixiao {

class Connection {
public:
  enum class Access : std::uint8_t { read, write, create };

  /// The path should be absolute: to SQLite some others are no names of files (`:memory:`).
  Connection(std::string const& path, Access access);

  /// Any number of statements; rows that they give are not looked at.
  void run(std::string const& sql);

  /// The same, but false when another program stands in the way; it is not waited for.
  bool run_unless_busy(std::string const& sql);

  [[noreturn]] void fail() const;
  sqlite3* handle() const { return handle_.get(); }

private:
  struct Close {
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
  };

  std::unique_ptr<sqlite3, Close> handle_;
};

/// A prepared statement. Its connection outlives it.
class Statement {
public:
  Statement(Connection& connection, std::string_view sql);

  /// Parameters are numbered from 1. A text has to stay where it is until the statement has run.
  void bind(int parameter, std::string_view text);
  void bind(int parameter, std::int64_t number);
  void bind(int parameter, double number);
  void bind(int parameter, std::nullptr_t);

  /// The number of `:name`; 0 when the statement has none of this name.
  int parameter(char const* name) const { return sqlite3_bind_parameter_index(handle_.get(), name); }

  /// Goes to the next row; behind the last one, false, and the statement can run again.
  bool step();

  /// Runs to its end.
  void run();

  /// Ends early what step() began: a row that is still looked at holds on to the state of the database.
  void reset() { sqlite3_reset(handle_.get()); }

  int columns() const { return sqlite3_column_count(handle_.get()); }

  /// Of the row, numbered from 0; valid until the next step.
  std::string_view text(int column) const;
  std::int64_t number(int column) const { return sqlite3_column_int64(handle_.get(), column); }

private:
  void check(int result) const;

  struct Finalize {
    void operator()(sqlite3_stmt* handle) const { sqlite3_finalize(handle); }
  };

  Connection* connection_;
  std::unique_ptr<sqlite3_stmt, Finalize> handle_;
};

} // namespace jixiao
