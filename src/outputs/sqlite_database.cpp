#include "outputs/file_claim.hpp"
#include "outputs/formats.hpp"
#include "outputs/sqlite_batches.hpp"
#include "outputs/sqlite_rows.hpp"
#include "outputs/sqlite_schema.hpp"
#include "outputs/sqlite_seen.hpp"

#include <filesystem>
#include <optional>

namespace jixiao {

namespace {

namespace fs = std::filesystem;

/// The connection that known() asks, while another thread stores documents.
struct Reader {
  explicit Reader(std::string const& path)
      : connection(path, Connection::Access::read),
        find(connection, "SELECT sha256, fate, errors, warnings, notes FROM documents"
                         " WHERE path = ?1 AND settings = ?2 AND fate <> 'failed'") {}

  Connection connection;
  Statement find;
};

/// The number of the next new document. The order of documents decides it: a run that was killed and goes on numbers
/// them as one that was not.
std::int64_t next_number(Connection& connection) {
  Statement last(connection, "SELECT coalesce(max(document) + 1, 0) FROM documents");
  last.step();
  return last.number(0);
}

Fate parse_fate(std::string_view name) {
  for (auto const fate : {Fate::converted, Fate::with_findings, Fate::refused})
    if (to_string(fate) == name)
      return fate;
  return Fate::failed;
}

/// The worst severity that the row of a document has findings of.
std::optional<Severity> worst_of(Statement& row) {
  int column = 2;
  for (auto const severity : {Severity::error, Severity::warning, Severity::note})
    if (row.number(column++) > 0)
      return severity;
  return std::nullopt;
}

/// What an error is about, in front of its reason.
OutputError about(std::string const& name, OutputError const& error) {
  return OutputError("cannot write \"" + name + "\": " + error.what());
}

class Database final : public DocumentOutput {
public:
  /// `path` is what the file is really called.
  Database(std::string const& path, OutputOptions const& options)
      : name_(options.path), settings_(options.settings), claim_(path), connection_(open_database(path, options.anew)),
        find_(connection_, "SELECT document FROM documents WHERE path = ?1"),
        remove_(connection_, "DELETE FROM documents WHERE document = ?1"),
        inserts_(table_inserts(connection_, settings_)), seen_(connection_), next_(next_number(connection_)),
        reader_(std::in_place, path), batches_(connection_) {}

  /// The tables' rows, and behind them what the document is found by.
  Rendered render(Document const& document, std::uint64_t number) const override {
    auto out = pack_rows(document, number);
    out.push_back(document.source.path.empty() ? document.source.name : document.source.path);
    return out;
  }

  bool take(Rendered const& rendered) override {
    guarded([&] {
      batches_.begin_document();
      auto const document = make_place(rendered.back());
      for (std::size_t i = 0; i < inserts_.size(); ++i)
        inserts_[i].insert(rendered[i], document);
      seen_.add(document);
      batches_.end_document(true);
    });
    return true;
  }

  std::optional<KnownDocument> known(std::string_view path) override;
  void keep(std::string_view path) override;
  void finish(Reach const& reach) override;

private:
  /// Runs a step; says in an error what the database is left with.
  template <class Step> void guarded(Step const& step) {
    try {
      step();
    } catch (OutputError const& error) {
      batches_.roll_back();
      throw OutputError(about(name_, error).what() + std::string("; ") + std::to_string(batches_.stored()) +
                        " documents of this run are stored, and the same command goes on from there");
    }
  }

  /// The number of the document of this path. What was stored of it before is gone.
  std::int64_t make_place(std::string_view path) {
    find_.bind(1, path);
    if (!find_.step())
      return next_++;
    auto const document = find_.number(0);
    find_.reset();
    remove_.bind(1, document);
    remove_.run();
    return document;
  }

  std::string name_, settings_;
  FileClaim claim_;
  Connection connection_;
  Statement find_, remove_;
  std::vector<TableInsert> inserts_;
  SeenDocuments seen_;
  std::int64_t next_;
  std::optional<Reader> reader_; ///< until finish()
  Batches batches_;
};

std::optional<KnownDocument> Database::known(std::string_view path) try {
  auto& find = reader_->find;
  find.bind(1, path);
  find.bind(2, settings_);
  std::optional<KnownDocument> out;
  if (find.step())
    out = KnownDocument{std::string(find.text(0)), parse_fate(find.text(1)), worst_of(find)};
  find.reset();
  return out;
} catch (OutputError const&) {
  return std::nullopt; // then it is made again, and what is wrong with the database shows when it is stored
}

void Database::keep(std::string_view path) {
  guarded([&] {
    batches_.begin_document();
    find_.bind(1, path);
    if (find_.step())
      seen_.add(find_.number(0));
    find_.reset();
    batches_.end_document(false);
  });
}

void Database::finish(Reach const& reach) {
  guarded([&] {
    batches_.begin_document();
    seen_.mark_vanished(reach);
    make_indexes(connection_);
    batches_.end_document(false);
    batches_.commit();
    connection_.run("PRAGMA analysis_limit = 400; PRAGMA optimize");
    reader_.reset();
    // One file is left, unless somebody reads along; then the last of them to go cleans up.
    connection_.run_unless_busy("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE");
  });
}

} // namespace

std::unique_ptr<DocumentOutput> make_database(OutputOptions const& options) {
  if (options.path.empty())
    throw OutputError("a database is a file: standard output cannot be one");
  try {
    // One name for one file, whatever it is called by: the claim goes by it. To SQLite, `:memory:` is no name of a
    // file.
    std::error_code error;
    auto const path = fs::weakly_canonical(fs::absolute(options.path), error);
    return std::make_unique<Database>(error ? options.path : path.string(), options);
  } catch (OutputError const& error) {
    throw about(options.path, error);
  }
}

} // namespace jixiao
