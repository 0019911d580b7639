#include "tests/unit/outputs/workbook_parts.hpp"
#include "tests/unit/outputs/written.hpp"
#include "tests/unit/writers/sample_document.hpp"

#include "diagnostics/sink.hpp"
#include "outputs/table_sheet.hpp"
#include "readers/reader.hpp"

#include <algorithm>
#include <thread>

using namespace jixiao;
using test::SheetParts;

namespace {

/// A workbook of its own folder.
struct Written {
  explicit Written(std::vector<Document> const& documents) {
    test::write(documents, {OutputFormat::xlsx, path, false, false, {}});
  }
  SheetParts sheet(std::string_view name) const { return {path, name}; }

  test::TemporaryFolder folder;
  std::string path = folder / "out.xlsx";
};

Document titled(std::string title) {
  Document document;
  document.title = std::move(title);
  return document;
}

/// The cell of a column, by the name in its header: "G2".
std::string under(SheetParts const& sheet, std::string_view name, int row = 2) {
  for (char column = 'A'; column <= 'Z'; ++column)
    if (sheet.text(std::string(1, column) + "1") == name)
      return column + std::to_string(row);
  FAIL("no column " << name);
  return {};
}

std::string failure(OutputOptions const& options) {
  try {
    test::write({}, options);
  } catch (OutputError const& error) {
    return error.what();
  }
  return {};
}

} // namespace

TEST_CASE("a sheet for each table, its header row in sight and under a filter") {
  Written const written({test::full_document(), Document{}});
  for (auto const& table : tidy_tables()) {
    CAPTURE(table.name);
    auto const sheet = written.sheet(table.name);
    REQUIRE(sheet.is_there());
    for (std::size_t i = 0; i < std::min<std::size_t>(table.columns.size(), 26); ++i)
      CHECK(sheet.text(static_cast<char>('A' + i) + std::string("1")) == table.columns[i].name);
    CHECK(sheet.root().child("sheetViews").child("sheetView").child("pane").attribute("ySplit").as_int() == 1);
    std::string const filter = sheet.root().child("autoFilter").attribute("ref").value();
    CHECK(filter.starts_with("A1:"));
    CHECK(filter.ends_with(std::to_string(sheet.rows())));
  }
  CHECK(written.sheet("documents").rows() == 3);
  CHECK_FALSE(written.sheet("continued_texts").is_there());
}

TEST_CASE("a workbook of no documents has header rows only") {
  Written const written({});
  CHECK(written.sheet("forms").rows() == 1);
}

TEST_CASE("jixiao reads its own workbook: texts as they were, numbers with their printed digits") {
  Written const written({test::full_document()});
  auto const bytes = test::content(written.path);
  DiagnosticSink sink;
  auto const opened = open_input({"out.xlsx", bytes}, {}, Limits{}, sink);
  std::vector<std::string_view> texts;
  for (auto const& cell : opened.reading.cells)
    texts.push_back(cell.text);
  for (std::string_view const text :
       {"80000.00", "22.5", "-0.50", "500.00", "修剪\"行道树\"", "3月底 25%; 12月底", "2026", "一\n二\t\\三\x01"}) {
    CAPTURE(text);
    CHECK(std::ranges::find(texts, text) != texts.end());
  }
}

TEST_CASE("a number that a sheet cannot hold with all of its digits is a text") {
  Document document;
  document.forms.resize(1);
  document.forms[0].funds = {{"year", "total", "budget", Decimal{123456789012345, 2}, Decimal{1234567890123456, 2}, {}},
                             {"year", "fiscal", "budget", Decimal{800000000000000000, 2}, Decimal{-1, 18}, {}}};
  auto const sheet = Written({document}).sheet("funds");
  CHECK(sheet.type("G2").empty());
  CHECK(sheet.text("G2") == "1234567890123.45");
  CHECK(sheet.type("H2") == "inlineStr");
  CHECK(sheet.text("H2") == "12345678901234.56");
  CHECK(sheet.type("G3").empty());
  CHECK(sheet.text("G3") == "8000000000000000");
  CHECK(sheet.type("H3").empty());
}

TEST_CASE("a text is never a formula, and its control characters are escaped") {
  auto sheet = Written({titled("=1+1")}).sheet("documents");
  auto const at = under(sheet, "title");
  CHECK(sheet.formula(at).empty());
  CHECK(sheet.text(at) == "=1+1");
  CHECK(Written({titled("a\x01\r\n_x0041_ _x004 \xEF\xBF\xBF")}).sheet("documents").text(at) ==
        "a_x0001__x000D_\n_x005F_x0041_ _x004 _xFFFF_");
  CHECK(Written({titled("a\xFF")}).sheet("documents").text(at) == "a\uFFFD");
  CHECK(Written({titled(" a ")}).sheet("documents").text(at) == " a ");
}

TEST_CASE("what does not fit into a cell goes on in another sheet") {
  auto const repeated = [](std::string_view character, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i)
      out += character;
    return out;
  };
  auto const longest = repeated("绩", 32767), pairs = repeated("𠮷", 40000);
  Written const written({titled(longest), titled(longest + "效"), titled(pairs)});
  auto const documents = written.sheet("documents"), continued = written.sheet("continued_texts");
  auto const at = [&](int row) { return under(documents, "title", row); };
  CHECK(documents.text(at(2)) == longest);
  CHECK(documents.text(at(3)) == repeated("绩", 32766) + "…");
  CHECK(documents.text(at(4)) == repeated("𠮷", 16383) + "…");
  REQUIRE(continued.rows() == 4);
  CHECK(continued.text("A2") == "'documents'!" + at(3));
  CHECK(continued.formula("A2") == "HYPERLINK(\"#'documents'!" + at(3) + "\",\"'documents'!" + at(3) + "\")");
  CHECK(continued.text("C2") == "绩效");
  CHECK(repeated("𠮷", 16383) + continued.text("C3") + continued.text("C4") == pairs);
  CHECK(continued.text("B4") == "2");
}

TEST_CASE("a diagnostic leads to the rows of its document and of what it is about") {
  Document document;
  document.forms.resize(2);
  document.forms[0].indicators.resize(3);
  document.forms[1].indicators.resize(2);
  document.forms[1].funds.resize(2);
  document.forms[1].goals.annual = "目标";
  document.sections.resize(2);
  struct Link {
    std::string_view path, place;
  };
  constexpr Link links[] = {{"/forms/1/indicators/1/level1", "'indicators'!A11"},
                            {"/forms/1/funds/1", "'funds'!A5"},
                            {"/forms/1/goals/annual", "'goals'!A3"},
                            {"/forms/1/goals/project", "'forms'!A5"},
                            {"/forms/1/indicators/2", "'forms'!A5"},
                            {"/forms/0", "'forms'!A4"},
                            {"/forms/2", "'documents'!A3"},
                            {"/sections/1", "'sections'!A5"},
                            {"/title", "'documents'!A3"}};
  for (auto const& link : links)
    document.diagnostics.push_back(test::finding_at(1, 1, 0, 1, std::string(link.path)));
  // A document before it, so that rows are not where indexes are.
  auto const sheet = Written({document, document}).sheet("diagnostics");
  int row = 2 + static_cast<int>(std::size(links));
  for (auto const& link : links) {
    auto const at = under(sheet, "path", row++);
    CHECK(sheet.text(at) == link.path);
    CHECK(sheet.formula(at) == "HYPERLINK(\"#" + std::string(link.place) + "\",\"" + std::string(link.path) + "\")");
  }
  CHECK(sheet.text("A11") == "1");
  CHECK(sheet.formula("A11") == "HYPERLINK(\"#'documents'!A3\",1)");
}

TEST_CASE("severities differ in colour") {
  auto document = test::full_document();
  document.diagnostics.push_back({Code::empty_input, Severity::note, {}, {}, {}});
  auto const sheet = Written({document}).sheet("diagnostics");
  auto const style = [&](int row) { return sheet.style(under(sheet, "severity", row)); };
  CHECK(style(2) != style(3));
  CHECK(style(2) != style(4));
  CHECK(style(3) != style(4));
}

TEST_CASE("rows that one sheet has no room for go on in a second one") {
  test::TemporaryFolder folder;
  constexpr TableColumn columns[] = {{"number", ColumnKind::integer, 8, "", ""}};
  {
    WorkbookFile file(folder / "out.xlsx");
    TableSheet full(file, "full", columns, 4), more(file, "more", columns, 4);
    auto const fill = [](TableSheet& sheet, int rows) {
      for (int i = 0; i < rows; ++i) {
        sheet.number(std::to_string(i));
        sheet.end_row();
      }
      sheet.finish();
    };
    fill(full, 3);
    fill(more, 4);
    CHECK(more.place(2) == "'more'!A4");
    CHECK(more.place(3) == "'more (2)'!A2");
    file.finish();
  }
  auto const sheet = [&](std::string_view name) { return SheetParts(folder / "out.xlsx", name); };
  CHECK_FALSE(sheet("full (2)").is_there());
  CHECK(sheet("more").root().child("autoFilter").attribute("ref").value() == std::string_view("A1:A4"));
  CHECK(sheet("more (2)").text("A1") == "number");
  CHECK(sheet("more (2)").text("A2") == "3");
}

TEST_CASE("equal documents give equal bytes, at any time") {
  Written const one({test::full_document()});
  // The smallest step of what a zip or the properties of a document could tell of the time is a second.
  std::this_thread::sleep_for(std::chrono::milliseconds(1100));
  Written const two({test::full_document()});
  CHECK(test::content(one.path) == test::content(two.path));
}

TEST_CASE("a workbook is there when it is whole, and nothing is left of one that is not") {
  test::TemporaryFolder folder;
  {
    auto const output = make_output({OutputFormat::xlsx, folder / "out.xlsx", false, false, {}});
    CHECK(output->take(output->render(test::full_document(), 0)));
    CHECK_FALSE(std::filesystem::exists(folder / "out.xlsx"));
  }
  CHECK(folder.names().empty());
  test::write({}, {OutputFormat::xlsx, folder / "out.xlsx", false, false, {}});
  CHECK(folder.names() == "out.xlsx ");
}

TEST_CASE("what cannot be written says so") {
  CHECK(failure({OutputFormat::xlsx, "/nowhere/out.xlsx", false, false, {}}) ==
        "cannot write \"/nowhere/out.xlsx\": No such file or directory");
  CHECK(failure({OutputFormat::xlsx, "/dev/null", false, false, {}}) == "cannot write \"/dev/null\": Illegal seek");
}
