#include "database.hpp"

#include <doctest/doctest.h>

#include <csignal>

#include <sys/resource.h>

using namespace jixiao;
using namespace jixiao::test;

namespace {

int const many = 1200;
int const most_lost = 499; ///< a batch is at most 500 documents, and ends sooner where these take long

std::string path_of(int i) { return "archive/" + std::to_string(i) + ".txt"; }

/// What every document of a database has to fulfil, however its run ended.
void check_whole(std::string const& path) {
  CHECK(query(path, "PRAGMA integrity_check") == "ok\n");
  CHECK(query(path, "PRAGMA foreign_key_check").empty());
  for (std::string const table :
       {"forms", "funds", "sections", "goals", "indicators", "parts", "extras", "fields", "diagnostics"}) {
    CAPTURE(table);
    CHECK(query(path, "SELECT path FROM documents WHERE document NOT IN (SELECT document FROM " + table + ')').empty());
  }
}

int count(std::string const& path) { return std::stoi(query(path, "SELECT count(*) FROM documents")); }

/// A run over all documents, keeping those that are known.
void go_on(std::string const& path) {
  auto const output = database(path);
  for (int i = 0; i < many; ++i)
    known_hash(*output, path_of(i)).empty() ? take(*output, document_at(path_of(i))) : void(output->keep(path_of(i)));
  output->finish({{"archive"}, {}});
}

std::string rows_of(std::string const& path) {
  std::string out;
  for (auto const& table : tidy_tables())
    out += query(path, "SELECT * FROM " + std::string(table.name));
  return out;
}

/// A database that is not ours, of `PRAGMA` statements.
void make_other(std::string const& path, std::string const& pragmas) {
  Connection(path, Connection::Access::create).run(pragmas + "; CREATE TABLE documents (x)");
}

} // namespace

TEST_CASE("a killed run leaves whole documents, and the next one goes on as if nothing had been") {
  TemporaryFolder const folder;
  auto const path = folder / "killed.sqlite";
  auto const status = in_child([&] {
    auto const output = database(path);
    for (int i = 0; i < many; ++i)
      take(*output, document_at(path_of(i)));
    std::raise(SIGKILL);
  });
  REQUIRE(WIFSIGNALED(status));
  check_whole(path);
  CHECK(count(path) >= many - most_lost);
  go_on(path);
  CHECK(count(path) == many);
  check_whole(path);

  auto const undisturbed = folder / "undisturbed.sqlite";
  go_on(undisturbed);
  CHECK(rows_of(path) == rows_of(undisturbed));
  CHECK(folder.names() == "killed.sqlite undisturbed.sqlite ");
}

TEST_CASE("anew, nothing comes back of a run that was killed") {
  TemporaryFolder const folder;
  auto const path = folder / "x.sqlite";
  in_child([&] {
    auto const output = database(path);
    for (int i = 0; i < many; ++i)
      take(*output, document_at(path_of(i)));
    std::raise(SIGKILL);
  });
  write_bytes(path + "-new", "left over, too");
  database(path, "s", true)->finish({});
  CHECK(count(path) == 0);
  CHECK(query(path, "PRAGMA integrity_check") == "ok\n");
  CHECK(folder.names() == "x.sqlite ");
}

TEST_CASE("workers that outlive a killed run do not hold its database") {
  TemporaryFolder const folder;
  auto const path = folder / "x.sqlite";
  int waiting[2];
  REQUIRE(pipe(waiting) == 0);
  in_child([&] {
    auto const output = database(path);
    if (fork() == 0) {
      close(waiting[1]);
      char byte = 0;
      _exit(read(waiting[0], &byte, 1) == 0 ? 0 : 1); // lives until the test is over
    }
    std::raise(SIGKILL);
  });
  store(path, {document_at("a")});
  CHECK(count(path) == 1);
  close(waiting[1]);
  close(waiting[0]);
}

TEST_CASE("a full disk is said, and the same run goes on from there") {
  TemporaryFolder const folder;
  auto const path = folder / "x.sqlite";
  auto const status = in_child([&] {
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit const limit{2'000'000, 2'000'000}; // not enough for all
    setrlimit(RLIMIT_FSIZE, &limit);
    write_bytes(folder / "error", error_of([&] { go_on(path); }));
  });
  REQUIRE(status == 0);
  auto const stored = count(path);
  CHECK(stored > 0);
  CHECK(stored < many);
  auto const error = bytes_of(folder / "error");
  CHECK(error == "cannot write \"" + path + "\": the file could not be written on; " + std::to_string(stored) +
                     " documents of this run are stored, and the same command goes on from there");
  check_whole(path);
  go_on(path);
  CHECK(count(path) == many);
}

TEST_CASE("a document that cannot be stored whole is not stored") {
  TemporaryFolder const folder;
  auto const path = folder / "x.sqlite";
  {
    auto const output = database(path);
    auto rendered = output->render(document_at("a"), 0);
    rendered[2].clear(); // its funds belong to no form now
    CHECK_FALSE(error_of([&] { output->take(rendered); }).empty());
  }
  CHECK(count(path) == 0);
}

TEST_CASE("a second run at the same time is refused") {
  TemporaryFolder const folder;
  auto const path = folder / "x.sqlite";
  auto const output = database(path);
  take(*output, document_at("a"));
  in_child([&] { write_bytes(folder / "error", error_of([&] { database(path); })); });
  CHECK(bytes_of(folder / "error") == "cannot write \"" + path + "\": another run of jixiao is writing on it");
  output->finish({});
  CHECK(count(path) == 1);
}

TEST_CASE("a program that holds the database is waited for a moment, then named") {
  TemporaryFolder const folder;
  auto const path = folder / "x.sqlite";
  auto const output = database(path);
  Connection other(path, Connection::Access::write);
  other.run("BEGIN IMMEDIATE");
  CHECK(error_of([&] { take(*output, document_at("a")); }) ==
        "cannot write \"" + path +
            "\": another program is using it; 0 documents of this run are stored, and the same command goes on from "
            "there");
}

TEST_CASE("whoever looks at the database does not stop a run") {
  TemporaryFolder const folder;
  auto const path = folder / "x.sqlite";
  store(path, {document_at("a")});
  auto const output = database(path);
  Connection other(path, Connection::Access::read);
  Statement looking(other, "SELECT path FROM documents");
  REQUIRE(looking.step());
  take(*output, document_at("b"));
  output->finish({});
  looking.reset();
  CHECK(count(path) == 2);
}

TEST_CASE("what is no database of ours is refused and stays as it is") {
  TemporaryFolder const folder;
  write_bytes(folder / "text", "hello\n");
  write_bytes(folder / "long text", std::string(200, 'x'));
  make_other(folder / "other", "PRAGMA application_id = 7");
  make_other(folder / "other in WAL", "PRAGMA journal_mode = WAL");
  for (auto const* name : {"text", "long text", "other", "other in WAL"})
    for (auto const anew : {false, true}) {
      auto const before = bytes_of(folder / name);
      CAPTURE(name);
      CHECK(error_of([&] { database(folder / name, "s", anew); }).find("it is no database of jixiao's") !=
            std::string::npos);
      CHECK(bytes_of(folder / name) == before);
    }
  CHECK(folder.names() == "long text other other in WAL text ");
}

/// A database as version 1 of the schema had it.
void make_old(std::string const& path) {
  query(path, "DROP VIEW targets_against_reached");
  query(path, "DROP VIEW projects_together");
  query(path, "DROP TABLE fields");
  query(path, "DROP TABLE parts");
  query(path, "DROP TABLE extras");
  query(path, "ALTER TABLE funds DROP COLUMN label");
  query(path, "PRAGMA user_version = 1");
}

TEST_CASE("a database of an older version gets what it lacks, keeps what it has, and makes it anew when it is met") {
  TemporaryFolder const folder;
  auto const path = folder / "old.sqlite", fresh = folder / "fresh.sqlite";
  store(fresh, {document_at("a"), document_at("b")});
  store(path, {document_at("a"), document_at("b")});
  make_old(path);
  {
    auto const output = database(path);
    CHECK(known_hash(*output, "a").empty());
    take(*output, document_at("a"));
    output->finish({});
  }
  CHECK(query(path, "PRAGMA user_version") == query(fresh, "PRAGMA user_version"));
  auto const schema = "SELECT type, name, sql FROM sqlite_master ORDER BY 1, 2";
  CHECK(query(path, schema) == query(fresh, schema));
  CHECK(query(path, "SELECT path FROM documents ORDER BY 1") == "a\nb\n");
  CHECK(query(path, "SELECT DISTINCT documents.path FROM documents JOIN fields USING (document)").empty() == false);
  CHECK(query(path, "SELECT count(*) FROM forms") == query(fresh, "SELECT count(*) FROM forms"));
  CHECK(query(path, "PRAGMA foreign_key_check").empty());
}

TEST_CASE("what an interrupted change of the schema left is changed by the next run") {
  TemporaryFolder const folder;
  auto const path = folder / "x.sqlite";
  store(path, {document_at("a")});
  make_old(path);
  in_child([&] {
    Connection connection(path, Connection::Access::write);
    connection.run("BEGIN IMMEDIATE; CREATE TABLE fields (x)");
  });
  store(path, {document_at("a")});
  CHECK(query(path, "SELECT count(*) > 0 FROM fields") == "1\n");
}

TEST_CASE("tables of a newer version are refused, but may be made anew") {
  TemporaryFolder const folder;
  auto const path = folder / "x.sqlite";
  store(path, {document_at("a")});
  query(path, "PRAGMA user_version = 99");
  auto const before = bytes_of(path);
  CHECK(error_of([&] { database(path); }).find("made by a newer jixiao") != std::string::npos);
  CHECK(bytes_of(path) == before);
  database(path, "s", true)->finish({});
  CHECK(count(path) == 0);
}

TEST_CASE("a database needs a file in a folder that is there") {
  TemporaryFolder const folder;
  CHECK(error_of([&] { database(""); }) == "a database is a file: standard output cannot be one");
  CHECK(error_of([&] { database(folder / "no/x"); }).ends_with(": No such file or directory"));
  std::filesystem::create_directory(folder / "sub");
  CHECK(error_of([&] { database(folder / "sub"); }).ends_with(": it is no file, as a database has to be"));
  write_bytes(folder / "empty", "");
  store(folder / "empty", {document_at("a")});
  CHECK(count(folder / "empty") == 1);
}
