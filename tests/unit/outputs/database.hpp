#pragma once

#include "../temporary_folder.hpp"
#include "../writers/sample_document.hpp"

#include "outputs/sqlite_connection.hpp"
#include "writers/tables.hpp"

#include <jixiao/outputs.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <vector>

#include <sys/wait.h>
#include <unistd.h>

/// Databases for tests, in a folder that goes with the test.
namespace jixiao::test {

inline std::unique_ptr<DocumentOutput> database(std::string const& path, std::string settings = "s",
                                                bool anew = false) {
  return make_output({.format = OutputFormat::database, .path = path, .anew = anew, .settings = std::move(settings)});
}

/// full_document() at a path.
inline Document document_at(std::string path) {
  auto out = full_document();
  out.source.path = std::move(path);
  return out;
}

inline void take(DocumentOutput& output, Document const& document) { output.take(output.render(document, 0)); }

/// Takes documents, finishes, and leaves the file.
inline void store(std::string const& path, std::vector<Document> const& documents,
                  std::vector<std::string> const& roots = {}) {
  auto const output = database(path);
  for (auto const& document : documents)
    take(*output, document);
  output->finish({roots, {}});
}

/// The hash that an output knows of a path; empty when it knows none.
inline std::string known_hash(DocumentOutput& output, std::string_view path) {
  return output.known(path).value_or(KnownDocument{}).sha256;
}

/// The rows of a query: cells with `|` between them, each row ended by a line feed.
inline std::string query(std::string const& path, std::string const& sql) {
  Connection connection(path, Connection::Access::write);
  Statement statement(connection, sql);
  auto const columns = statement.columns();
  std::string out;
  while (statement.step())
    for (int i = 0; i < columns; ++i)
      out.append(statement.text(i)) += i + 1 < columns ? '|' : '\n';
  return out;
}

inline std::string bytes_of(std::string const& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline void write_bytes(std::string const& path, std::string const& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

/// What the error of a step says; empty when there was none.
inline std::string error_of(std::function<void()> const& step) {
  try {
    step();
    return {};
  } catch (OutputError const& error) {
    return error.what();
  }
}

/// Runs a step in a process of its own, which ends behind it without cleaning up. Gives its status as waitpid() does.
inline int in_child(std::function<void()> const& step) {
  auto const child = fork();
  if (child == 0) {
    step();
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return status;
}

} // namespace jixiao::test
