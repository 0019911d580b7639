#include "outputs/sqlite_schema.hpp"

#include "diagnostics/embedded.hpp"

#include <jixiao/outputs.hpp>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

namespace jixiao {

std::span<EmbeddedFile const> embedded_schema(); // schema.sql, indexes.sql

namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t application_id = 0x6A697869; // "jixi"
constexpr std::uint32_t schema_version = 3;          // grows when a table, a column or its meaning changes

/// The start of a database: https://www.sqlite.org/fileformat.html#the_database_header
using Header = std::string;

std::uint32_t big_endian(Header const& header, std::size_t at) {
  std::uint32_t out = 0;
  for (std::size_t i = 0; i < 4; ++i)
    out = out << 8 | static_cast<unsigned char>(header[at + i]);
  return out;
}

/// Empty when the file is, or when it is not there.
Header read_header(std::string const& path) {
  std::error_code ignored;
  if (!fs::exists(path, ignored))
    return {};
  if (!fs::is_regular_file(path, ignored))
    throw OutputError("it is no file, as a database has to be");
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  if (!file)
    throw OutputError(std::strerror(errno));
  Header out(100, '\0');
  file.read(out.data(), static_cast<std::streamsize>(out.size()));
  out.resize(static_cast<std::size_t>(file.gcount()));
  return out;
}

/// The version of its schema. Looks at the bytes alone: SQLite may change a file that it only opens, when its last
/// writer was killed.
std::uint32_t version_of_ours(Header const& header, bool anew) {
  using namespace std::string_view_literals;
  if (header.size() < 100 || !header.starts_with("SQLite format 3\0"sv) || big_endian(header, 68) != application_id)
    throw OutputError(
        "it is no database of jixiao's, and stays as it is; expected a new file, or one that jixiao made");
  auto const version = big_endian(header, 60);
  if (version > schema_version && !anew)
    throw OutputError("it was made by a newer jixiao (its tables have version " + std::to_string(version) + ", not " +
                      std::to_string(schema_version) + "); expected another file, or to make it anew");
  return version;
}

std::string embedded_sql(std::string_view name) {
  for (auto const& file : embedded_schema())
    if (file.name == name)
      return std::string(file.text);
  return {};
}

void make_tables(std::string const& path) {
  Connection(path, Connection::Access::create)
      .run("BEGIN EXCLUSIVE; PRAGMA application_id = " + std::to_string(application_id) +
           "; PRAGMA user_version = " + std::to_string(schema_version) + ";" + embedded_sql("schema.sql") + "COMMIT");
}

/// Adds what later versions of the schema have. A kill leaves the old version or the new one.
void migrate(std::string const& path, std::uint32_t version) {
  auto const schema = embedded_sql("schema.sql");
  auto const from = schema.find("-- version " + std::to_string(version + 1) + '\n');
  Connection connection(path, Connection::Access::write);
  // Another process may have been quicker.
  connection.run("BEGIN IMMEDIATE");
  Statement current(connection, "PRAGMA user_version");
  current.step();
  bool const is_old = current.number(0) == static_cast<std::int64_t>(version);
  current.reset();
  if (is_old)
    connection.run(schema.substr(from) + "PRAGMA user_version = " + std::to_string(schema_version));
  connection.run("COMMIT");
}

/// Puts an empty database in the place of the old one.
void replace(std::string const& path) {
  // What the old one has in files beside it must not be taken for the new one's.
  Connection(path, Connection::Access::write).run("PRAGMA journal_mode = DELETE");
  auto const fresh = path + "-new";
  std::error_code error;
  fs::remove(fresh, error);
  make_tables(fresh);
  fs::rename(fresh, path, error);
  if (error)
    throw OutputError(error.message());
}

} // namespace

Connection open_database(std::string const& path, bool anew) {
  auto const header = read_header(path);
  if (header.empty()) {
    make_tables(path);
  } else {
    auto const version = version_of_ours(header, anew);
    if (anew)
      replace(path);
    else if (version < schema_version)
      migrate(path, version);
  }
  Connection out(path, Connection::Access::write);
  // Readers go on while documents are stored, and a commit need not wait for the disk; cache_size is in KiB.
  out.run("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16384; PRAGMA "
          "wal_autocheckpoint = 8000; PRAGMA foreign_keys = ON");
  return out;
}

void make_indexes(Connection& connection) { connection.run(embedded_sql("indexes.sql")); }

} // namespace jixiao
