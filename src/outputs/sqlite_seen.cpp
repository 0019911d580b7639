#include "outputs/sqlite_seen.hpp"

namespace jixiao {

namespace {

Connection& with_table(Connection& connection) {
  connection.run("CREATE TEMP TABLE seen (document INTEGER PRIMARY KEY)");
  return connection;
}

constexpr std::string_view mark = "UPDATE documents SET vanished = 1"
                                  " WHERE NOT vanished AND document NOT IN (SELECT document FROM temp.seen) AND ";

// '0' is the character behind '/': these are the texts that begin with the root and a '/', found by the index of paths.
constexpr std::string_view is_below = "(path = ?1 OR path >= ?1 || '/' AND path < ?1 || '0')";
constexpr std::string_view is_below_working_folder = "(path NOT GLOB '/*' AND path NOT GLOB '../*')";

std::string_view without_slashes(std::string_view root) {
  auto const last = root.find_last_not_of('/');
  return root.substr(0, last == root.npos ? 0 : last + 1);
}

/// Runs a statement with the condition that a document stands below a folder or in an archive.
void run_below(Connection& connection, std::string_view root, std::string_view statement) {
  auto const folder = without_slashes(root);
  if (folder == "." || root.empty())
    return Statement(connection, std::string(statement).append(is_below_working_folder)).run();
  Statement below(connection, std::string(statement).append(is_below));
  below.bind(1, folder);
  below.run();
}

} // namespace

SeenDocuments::SeenDocuments(Connection& connection)
    : connection_(with_table(connection)), add_(connection, "INSERT OR IGNORE INTO temp.seen VALUES (?1)") {}

void SeenDocuments::add(std::int64_t document) {
  add_.bind(1, document);
  add_.run();
}

void SeenDocuments::mark_vanished(Reach const& reach) {
  connection_.run("UPDATE documents SET vanished = 0 WHERE vanished AND document IN (SELECT document FROM temp.seen)");
  for (auto const& unread : reach.unread)
    run_below(connection_, unread, "INSERT OR IGNORE INTO temp.seen SELECT document FROM documents WHERE ");
  for (auto const& root : reach.roots)
    run_below(connection_, root, mark);
}

} // namespace jixiao
