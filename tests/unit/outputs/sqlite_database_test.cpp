#include "database.hpp"

#include <doctest/doctest.h>

#include <thread>

using namespace jixiao;
using namespace jixiao::test;

namespace {

/// Cells as query() shows them, but for the first of a row, and numbers without the zeros that a database drops.
class ShownCells final : public RowSink {
public:
  void empty() override { put(""); }
  void text(std::string_view value) override { put(value); }
  void number(std::string_view digits) override {
    auto const has_fraction = digits.find('.') != digits.npos;
    auto last = has_fraction ? digits.find_last_not_of('0') + 1 : digits.size();
    put(digits.substr(0, last - (digits[last - 1] == '.' ? 1 : 0)));
  }
  void end_row() override {
    shown.back() = '\n';
    is_first_ = true;
  }
  std::string shown;

private:
  void put(std::string_view cell) {
    if (!std::exchange(is_first_, false))
      shown.append(cell) += '|';
  }
  bool is_first_ = true;
};

std::string columns_of(TidyTable const& table, std::size_t from = 0) {
  std::string out;
  for (auto const& column : table.columns.subspan(from))
    out.append(out.empty() ? "\"" : ", \"").append(column.name) += '"';
  return out;
}

/// A document whose fate is failed.
Document lost_at(std::string path) {
  Document out;
  out.source.path = std::move(path);
  out.diagnostics = {{Code::unreadable_file, Severity::error, {{"file", "x"}, {"reason", "gone"}}, {}, {}}};
  return out;
}

std::string const fates = "SELECT path, fate, vanished FROM documents ORDER BY document";

} // namespace

TEST_CASE("the schema has the columns of the tidy tables, in their order") {
  TemporaryFolder const folder;
  auto const path = folder / "x.sqlite";
  store(path, {});
  for (auto const& table : tidy_tables()) {
    std::string expected;
    for (auto const& column : table.columns)
      (expected += column.name) += column.kind == ColumnKind::text      ? "|TEXT\n"
                                   : column.kind == ColumnKind::integer ? "|INTEGER\n"
                                                                        : "|NUMERIC\n";
    if (table.name == "documents")
      expected += "vanished|INTEGER\nsettings|TEXT\n";
    if (table.name == "funds")
      expected.insert(expected.find("label|"), "printed|TEXT\n"); // the label came later
    CHECK(query(path, "SELECT name, type FROM pragma_table_info('" + std::string(table.name) + "')") == expected);
  }
}

TEST_CASE("every cell of a document is in its tables") {
  TemporaryFolder const folder;
  auto const path = folder / "x.sqlite";
  auto const document = document_at("a/form.txt");
  store(path, {document});
  for (auto const& table : tidy_tables()) {
    ShownCells cells;
    table.rows(document, 0, cells);
    CAPTURE(table.name);
    CHECK(query(path, "SELECT " + columns_of(table, 1) + " FROM \"" + std::string(table.name) + '"') == cells.shown);
  }
}

TEST_CASE("numbers are numbers, and funds keep their digits") {
  TemporaryFolder const folder;
  auto const path = folder / "x.sqlite";
  auto document = document_at("a");
  auto& funds = document.forms[0].funds;
  for (auto const number : {Decimal{80000000, 2}, Decimal{1250, 2}, Decimal{-5, 1}, Decimal{123456789012345678, 0}})
    funds.push_back({"year", "total", "budget", number, {}, {}});
  funds.erase(funds.begin());
  store(path, {document});
  CHECK(query(path, "SELECT typeof(number), number, printed FROM funds") ==
        "null||\ninteger|30|30\ninteger|800000|800000.00\nreal|12.5|12.50\nreal|-0.5|-0.5\n"
        "integer|123456789012345678|123456789012345678\n");
}

TEST_CASE("documents are numbered from 0 and found by their path, else by their name") {
  TemporaryFolder const folder;
  auto const path = folder / "x.sqlite";
  store(path, {document_at("b"), document_at(""), document_at("a")});
  CHECK(query(path, "SELECT document, path FROM documents ORDER BY document") == "0|b\n1|form.txt\n2|a\n");
}

TEST_CASE("a document taken again takes the place of the old one") {
  TemporaryFolder const folder;
  auto const path = folder / "x.sqlite";
  store(path, {document_at("a"), document_at("b")});
  auto changed = document_at("a");
  changed.forms.resize(2);
  changed.forms[0].funds.clear();
  changed.diagnostics.clear();
  store(path, {changed, document_at("c")});
  CHECK(query(path, "SELECT document, path, forms FROM documents ORDER BY document") == "0|a|2\n1|b|1\n2|c|1\n");
  CHECK(query(path, "SELECT document, count(*) FROM forms GROUP BY 1") == "0|2\n1|1\n2|1\n");
  CHECK(query(path, "SELECT DISTINCT document FROM funds") == "1\n2\n");
  CHECK(query(path, "SELECT DISTINCT document FROM diagnostics") == "1\n2\n");
  CHECK(query(path, "PRAGMA foreign_key_check").empty());
  CHECK(query(path, "PRAGMA integrity_check") == "ok\n");
}

TEST_CASE("what was stored is known, unless it failed or came of other settings") {
  TemporaryFolder const folder;
  auto const path = folder / "x.sqlite";
  store(path, {document_at("a"), lost_at("lost")});
  auto const again = database(path);
  CHECK(known_hash(*again, "a") == "00ff");
  CHECK(known_hash(*again, "b").empty());
  CHECK(known_hash(*again, "lost").empty());
  CHECK(again->known("a")->fate == Fate::with_findings);
  CHECK(again->known("a")->worst == Severity::error);
}

TEST_CASE("other settings make documents anew") {
  TemporaryFolder const folder;
  auto const path = folder / "x.sqlite";
  store(path, {document_at("a"), document_at("b")});
  {
    auto const other = database(path, "t");
    CHECK(known_hash(*other, "a").empty());
    take(*other, document_at("a"));
    other->finish({});
  }
  CHECK(known_hash(*database(path, "t"), "a") == "00ff");
  CHECK(known_hash(*database(path, "s"), "a").empty());
  CHECK(known_hash(*database(path, "s"), "b") == "00ff");
}

TEST_CASE("another thread may ask what is known while documents are stored") {
  TemporaryFolder const folder;
  auto const output = database(folder / "x.sqlite");
  bool done = false;
  std::string last;
  std::thread asking([&] {
    for (int i = 0; i < 2000; ++i)
      last = known_hash(*output, "499");
    done = true;
  });
  for (int i = 0; i < 1000; ++i)
    take(*output, document_at(std::to_string(i)));
  asking.join();
  CHECK(done);
  CHECK(known_hash(*output, "499") == "00ff"); // of a batch that is full
}

TEST_CASE("what is below a root and was not found has vanished") {
  std::vector<Document> documents;
  for (auto const* path : {"a", "a/1", "a/2/3", "a.b", "a0", "ab/1", "A/1", "./c", "../d", "/e"})
    documents.push_back(document_at(path));
  std::string const all_here = "a a/1 a/2/3 a.b a0 ab/1 A/1 ./c ";
  std::pair<std::string, std::string> const cases[] = {{"a", "a a/1 a/2/3 "}, {"a/", "a a/1 a/2/3 "}, {"a/2", "a/2/3 "},
                                                       {"a_b", ""},           {".", all_here},        {"./", all_here},
                                                       {"/", "/e "},          {"..", "../d "},        {"nowhere", ""}};
  for (auto const& below : cases) {
    TemporaryFolder const folder;
    auto const path = folder / "x.sqlite";
    store(path, documents);
    store(path, {}, {below.first});
    CAPTURE(below.first);
    auto found = query(path, "SELECT path FROM documents WHERE vanished ORDER BY document");
    std::ranges::replace(found, '\n', ' ');
    CHECK(found == below.second);
  }
}

TEST_CASE("what was taken or kept has not vanished, and comes back") {
  TemporaryFolder const folder;
  auto const path = folder / "x.sqlite";
  store(path, {document_at("a/1"), document_at("a/2"), document_at("a/3")});
  {
    auto const output = database(path);
    take(*output, document_at("a/1"));
    output->keep("a/2");
    output->finish({{"a"}, {}});
  }
  CHECK(query(path, fates) == "a/1|with_findings|0\na/2|with_findings|0\na/3|with_findings|1\n");
  CHECK(query(path, "SELECT * FROM fates") == "vanished|1\nwith_findings|2\n");
  {
    auto const output = database(path);
    CHECK(known_hash(*output, "a/3") == "00ff");
    output->keep("a/3");
    output->finish({{"a"}, {}});
  }
  CHECK(query(path, fates) == "a/1|with_findings|1\na/2|with_findings|1\na/3|with_findings|0\n");
}

TEST_CASE("what stands below a folder that could not be read has not vanished") {
  TemporaryFolder const folder;
  auto const path = folder / "x.sqlite";
  store(path, {document_at("a/1"), document_at("a/b/2"), document_at("a/b.zip/3")});
  database(path)->finish({{"a"}, {"a/b", "a/b.zip"}});
  CHECK(query(path, fates) == "a/1|with_findings|1\na/b/2|with_findings|0\na/b.zip/3|with_findings|0\n");
}

TEST_CASE("the views answer, and leave out what has vanished") {
  TemporaryFolder const folder;
  auto const path = folder / "x.sqlite";
  store(path, {document_at("a/1"), document_at("a/2"), lost_at("b")});
  store(path, {document_at("a/2")}, {"a"});
  CHECK(query(path, "SELECT * FROM fates") == "failed|1\nvanished|1\nwith_findings|1\n");
  CHECK(query(path, "SELECT unit, fiscal_year, forms, documents FROM forms_by_unit_and_year") == "|2026|1|1\n");
  CHECK(query(path, "SELECT path, project_name, item, yuan, printed, amount_unit FROM funds_yuan") ==
        "a/2|街道绿化养护|total|80000|80000.00|元\n");
  CHECK(query(path, "SELECT path, level2, target_op, target_number, target_unit, actual FROM indicators_compared") ==
        "a/2|数量指标|>=|500|株|良好\n");
  CHECK(query(path, "SELECT code, severity, findings, documents FROM findings_by_code") ==
        "F305|warning|1|1\nS101|error|1|1\nS110|error|1|1\n");
}

TEST_CASE("anew, nothing of the old documents is left") {
  TemporaryFolder const folder;
  auto const path = folder / "x.sqlite";
  store(path, {document_at("a"), document_at("b")});
  {
    auto const output = database(path, "s", true);
    CHECK(known_hash(*output, "a").empty());
    take(*output, document_at("c"));
    output->finish({});
  }
  CHECK(query(path, "SELECT document, path FROM documents") == "0|c\n");
  CHECK(query(path, "SELECT DISTINCT document FROM indicators") == "0\n");
  CHECK(folder.names() == "x.sqlite ");
}

TEST_CASE("one file is left, whatever the run came to") {
  TemporaryFolder const folder;
  store(folder / "whole.sqlite", {document_at("a")});
  take(*database(folder / "unfinished.sqlite"), document_at("a"));
  CHECK(folder.names() == "unfinished.sqlite whole.sqlite ");
  CHECK(query(folder / "whole.sqlite", "PRAGMA journal_mode") == "delete\n");
  CHECK(query(folder / "unfinished.sqlite", fates) == "a|with_findings|0\n");
}
