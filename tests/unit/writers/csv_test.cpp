#include "sample_document.hpp"

#include "writers/names.hpp"
#include "writers/tables.hpp"

#include <jixiao/writers.hpp>

#include <doctest/doctest.h>
#include <rapidjson/document.h>

#include <algorithm>

using namespace jixiao;

namespace {

std::string table(std::vector<Document> const& documents, std::string_view name) {
  auto const tables = write_csv(documents);
  auto const found = std::ranges::find(tables, name, &CsvTable::file_name);
  REQUIRE(found != tables.end());
  return found->text;
}

/// The rows behind the header, CR LF shown as LF.
std::string rows(std::vector<Document> const& documents, std::string_view name) {
  auto text = table(documents, name);
  text.erase(0, text.find("\r\n") + 2);
  std::erase(text, '\r');
  return text;
}

/// Counts the cells of each row.
class CountingSink final : public RowSink {
public:
  void empty() override { ++cells_; }
  void text(std::string_view) override { ++cells_; }
  void number(std::string_view) override { ++cells_; }
  void end_row() override {
    widths.push_back(cells_);
    cells_ = 0;
  }
  std::vector<std::size_t> widths;

private:
  std::size_t cells_ = 0;
};

/// Keeps the text of every cell.
class KeepingSink final : public RowSink {
public:
  void empty() override {}
  void text(std::string_view value) override { cells.emplace_back(value); }
  void number(std::string_view digits) override { cells.emplace_back(digits); }
  void end_row() override {}
  std::vector<std::string> cells;
};

} // namespace

TEST_CASE("there is a file for every table, with a header row") {
  std::string names;
  for (auto const& csv : csv_tables()) {
    names += csv.file_name + ' ';
    CHECK(csv.text.ends_with("\r\n"));
    CHECK(std::ranges::count(csv.text, '\n') == 1);
  }
  CHECK(names ==
        "documents.csv sections.csv forms.csv funds.csv goals.csv indicators.csv parts.csv extras.csv fields.csv "
        "diagnostics.csv ");
  CHECK(table({}, "goals.csv") == "document,form,goal,period,text\r\n");
}

TEST_CASE("every row has a cell for each column") {
  Document sparse;
  sparse.forms.emplace_back().indicators.emplace_back();
  for (auto const& tidy : tidy_tables())
    for (auto const& document : {test::full_document(), sparse, Document{}}) {
      CountingSink sink;
      tidy.rows(document, 0, sink);
      CAPTURE(tidy.name);
      for (auto const width : sink.widths)
        CHECK(width == tidy.columns.size());
    }
}

TEST_CASE("a document counts what is in it") {
  CHECK(rows({test::full_document()}, "documents.csv") ==
        "0,form.txt,text/tab-separated-values,UTF-8,1234,00ff,汇总表,1,2,1,1,0,20,19,with_findings,"
        "archive/form.txt\n");
}

TEST_CASE("amounts keep their digits, and what is not printed is empty") {
  CHECK(rows({test::full_document()}, "funds.csv") ==
        "0,0,0,year,total,budget,80000.00,80000.00,\n0,0,1,year,other,weight,,,\n"
        "0,0,2,year,named,budget,30,,福彩公益金\n");
}

TEST_CASE("rows are keyed by document, form and indicator") {
  Document one;
  one.forms.resize(2);
  one.forms[1].indicators.resize(2);
  auto const text = rows({Document{}, one}, "indicators.csv");
  CHECK(text.starts_with("1,1,0,"));
  CHECK(text.find("\n1,1,1,") != text.npos);
}

TEST_CASE("quotes stand around what holds commas, quotes or line ends") {
  auto const indicators = rows({test::full_document()}, "indicators.csv");
  CHECK(indicators.find(",\"修剪\"\"行道树\"\"\",,≥500.00(株),quantity,>=,500.00,,株,,良好,qualitative,,,,,,22.5,,,,"
                        "level1 level2,") != indicators.npos);
  Document document;
  document.title = "a,b";
  CHECK(rows({document}, "documents.csv").find(",\"a,b\",") != std::string::npos);
  document.title = "";
  CHECK(rows({document}, "documents.csv").find(",\"\",0,0,") != std::string::npos);
}

TEST_CASE("prose and goals have rows of their own, a goal where it says something") {
  CHECK(rows({test::full_document()}, "sections.csv") == "0,0,一、总体绩效目标,\n");
  CHECK(rows({test::full_document()}, "goals.csv") == "0,0,annual,,\"一\n二\t\\三\x01\"\n");
}

TEST_CASE("a spending schedule is one cell") {
  CHECK(rows({test::full_document()}, "forms.csv").find(",3月底 25%; 12月底,") != std::string::npos);
}

TEST_CASE("targets and results by what they are of have rows of their own") {
  CHECK(rows({test::full_document()}, "parts.csv") == "0,0,0,0,targets,安溪县,region,≥3(株),quantity,>=,3,,株,\n"
                                                      "0,0,1,0,results,1-7月,period,进展顺利,qualitative,,,,,\n");
}

TEST_CASE("what no column has is under its labels") {
  auto const text = rows({test::full_document()}, "extras.csv");
  CHECK(text.starts_with("0,0,0,,contacts,0,填报人 / 电话,0595-1,,/forms/0/contacts/0,,,,,9,\n"));
  CHECK(text.find("\n0,0,1,,choices,0,项目性质,新增,新增; 延续,/forms/0/choices/0,") != text.npos);
  CHECK(text.find("\n0,0,2,,choices,1,类别,,基建; 民生,") != text.npos);
  CHECK(text.find("\n0,0,4,,tasks,0,金额,12.5,,/forms/0/tasks/0/1,") != text.npos);
  CHECK(text.find(",0,other,0,数据来源,台账,,/forms/0/indicators/0/other/0,") != text.npos);
}

TEST_CASE("every text and number of a form is in a cell of the tables") {
  rapidjson::Document json;
  auto const document = test::full_document();
  std::string text;
  write_json(text, document);
  json.Parse<rapidjson::kParseNumbersAsStringsFlag>(text.c_str());
  REQUIRE_FALSE(json.HasParseError());
  KeepingSink sink;
  for (auto const& tidy : tidy_tables())
    tidy.rows(document, 0, sink);
  std::vector<rapidjson::Value const*> open{&json["forms"]};
  std::size_t asked = 0;
  while (!open.empty()) {
    auto const& value = *open.back();
    open.pop_back();
    if (value.IsObject())
      for (auto const& member : value.GetObject())
        open.push_back(&member.value);
    else if (value.IsArray())
      for (auto const& element : value.GetArray())
        open.push_back(&element);
    else if (value.IsString()) {
      CAPTURE(value.GetString());
      CHECK(
          std::ranges::any_of(sink.cells, [&](auto const& cell) { return cell.find(value.GetString()) != cell.npos; }));
      ++asked;
    }
  }
  CHECK(asked > 80);
}

TEST_CASE("a diagnostic says its form, where it is about one") {
  auto const text = rows({test::full_document()}, "diagnostics.csv");
  CHECK(text.starts_with("0,0,0,F305,not_understood,warning,"));
  CHECK(text.find("\n0,1,,S101,empty_input,error,the input is empty,,,,,,,,,\n") != text.npos);
}

TEST_CASE("the form of a path") {
  CHECK(form_index("/forms/3") == 3);
  CHECK(form_index("/forms/12/indicators/7/level1") == 12);
  for (auto const* path :
       {"", "/", "/forms", "/forms/", "/forms/x", "/forms/3x", "/sections/1", "/forms/99999999999999999999"}) {
    CAPTURE(path);
    CHECK_FALSE(form_index(path));
  }
}
