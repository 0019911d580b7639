#include "readers/layout/layout.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace jixiao;

namespace {

struct Result {
  std::string text;
  SourceText source;
  Reading reading;
};

Result read(std::string text) {
  Result result{std::move(text), {}, {}};
  DiagnosticSink sink;
  Limits const limits;
  result.source = decode(result.text, sink);
  result.reading = read_layout(result.source, limits, sink);
  return result;
}

std::vector<std::string> row_of(Reading const& reading, std::size_t row) {
  std::vector<std::string> texts;
  for (auto const& cell : reading.cells_of(reading.rows[row]))
    texts.emplace_back(cell.text);
  return texts;
}

} // namespace

TEST_CASE("a data frame is cut where the names of its columns end") {
  std::string const in_characters = "   一级指标   三级指标    指标值\n"
                                    "0  产出指标   维修泵站    ≥3座\n"
                                    "1   NaN  疏浚 渠道  ≥12公里\n";
  std::string const in_cells = "   一级指标   三级指标   指标值\n"
                               "0  产出指标   维修泵站     ≥3座\n"
                               "1       NaN  疏浚 渠道  ≥12公里\n";
  for (auto const& text : {in_characters, in_cells}) {
    auto const out = read(text);
    REQUIRE(out.reading.rows.size() == 3);
    CHECK(row_of(out.reading, 0) == std::vector<std::string>{"一级指标", "三级指标", "指标值"});
    CHECK(row_of(out.reading, 2) == std::vector<std::string>{"NaN", "疏浚 渠道", "≥12公里"});
  }
}

TEST_CASE("blocks of a data frame stand beside each other") {
  auto const out = read("a title\n"
                        "      0        1  \\\n"
                        "0  name    depth   \n"
                        "1   NaN  two  ok   \n"
                        "\n"
                        "     2\n"
                        "0  sum\n"
                        "1   35\n"
                        "\n"
                        "[2 rows x 3 columns]\n");
  REQUIRE(out.reading.rows.size() == 3);
  CHECK(row_of(out.reading, 1) == std::vector<std::string>{"name", "depth", "sum"});
  CHECK(row_of(out.reading, 2) == std::vector<std::string>{"NaN", "two  ok", "35"});
}

TEST_CASE("what a data frame leaves out is told where it would stand") {
  auto const out = read("       0  ...      8\n"
                        "0   name  ...    sum\n"
                        "..   ...  ...    ...\n"
                        "17  last  ...  47...\n");
  REQUIRE(out.reading.rows.size() == 2);
  CHECK(row_of(out.reading, 1) == std::vector<std::string>{"last", "47..."});
  std::size_t told = 0;
  for (auto const& note : out.reading.notes)
    told += note.code == Code::cut_by_edge ? 1 : 0;
  CHECK(told == 3); // columns in two rows, one with the end of a text, and rows
}

TEST_CASE("rows whose texts go over the ends of the names are no data frame") {
  auto const out = read("     one    two\n"
                        "0  first  second beyond\n"
                        "1  third  fourth\n");
  for (auto const& note : out.reading.notes)
    CHECK(note.code != Code::row_numbers);
}
