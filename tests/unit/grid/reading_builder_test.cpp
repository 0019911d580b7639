#include "grid/reading_builder.hpp"

#include <doctest/doctest.h>

#include <string>

namespace {

using jixiao::ReadingBuilder;

/// One line a row: the texts, `_` for an empty cell.
std::string drawn(jixiao::Reading const& reading) {
  std::string out;
  for (auto const& row : reading.rows) {
    for (auto const& cell : reading.cells_of(row))
      (out += cell.text.empty() ? "_" : cell.text) += ' ';
    out += '\n';
  }
  return out;
}

struct Bench {
  jixiao::Limits limits;
  jixiao::DiagnosticSink sink;
  ReadingBuilder builder{limits, sink};

  void row(std::initializer_list<std::string_view> texts) {
    builder.begin_row();
    for (auto const text : texts)
      builder.cell({text});
    builder.end_row();
  }
};

} // namespace

TEST_CASE("merged cells leave empty cells in every position they cover") {
  Bench bench;
  bench.builder.begin_table();
  bench.builder.begin_row();
  bench.builder.cell({"a"}, 1, 3);
  bench.builder.cell({"b"}, 2, 2);
  bench.builder.cell({"c"});
  bench.builder.end_row();
  bench.row({"d"});
  bench.row({"e", "f", "g"});
  bench.builder.end_table();
  auto const reading = std::move(bench.builder).finish();
  CHECK(drawn(reading) == "a b _ c \n_ _ _ d \n_ e f g \n");
  CHECK(reading.cells[1].x_span == 2);
  CHECK(reading.cells[1].y_span == 2);
  CHECK(bench.sink.size() == 0);
}

TEST_CASE("a span that reaches below the table ends with it") {
  Bench bench;
  bench.builder.begin_table();
  bench.builder.begin_row();
  bench.builder.cell({"a"}, 1, 60000);
  bench.builder.cell({"b"});
  bench.builder.end_table();
  bench.builder.begin_table();
  bench.row({"c", "d"});
  bench.builder.end_table();
  auto const reading = std::move(bench.builder).finish();
  CHECK(drawn(reading) == "a b \nc d \n");
  CHECK(reading.blocks[1].table == 1);
}

TEST_CASE("cells that go on the one above make it taller") {
  Bench bench;
  bench.builder.begin_table();
  bench.row({"a", "b"});
  for (int i = 0; i < 2; ++i) {
    bench.builder.begin_row();
    bench.builder.cell_below({});
    bench.builder.cell({"c"});
    bench.builder.end_row();
  }
  bench.builder.end_table();
  auto const reading = std::move(bench.builder).finish();
  CHECK(drawn(reading) == "a b \n_ c \n_ c \n");
  CHECK(reading.cells[0].y_span == 3);
}

TEST_CASE("a continued cell with a text of its own keeps it") {
  Bench bench;
  bench.builder.begin_table();
  bench.row({"a", "b"});
  bench.builder.begin_row();
  bench.builder.cell_below({"x"});
  bench.builder.cell({"c"});
  bench.builder.end_table();
  auto const reading = std::move(bench.builder).finish();
  CHECK(drawn(reading) == "a b \nx c \n");
  CHECK(reading.cells[0].y_span == 1);
}

TEST_CASE("blank paragraphs and tables, and rows without cells, are left out") {
  Bench bench;
  bench.builder.paragraph({" \t"});
  bench.builder.begin_table();
  bench.row({"", " "});
  bench.builder.end_table();
  bench.builder.begin_table();
  bench.row({});
  bench.row({"a", ""});
  bench.builder.end_table();
  auto const reading = std::move(bench.builder).finish();
  CHECK(drawn(reading) == "a _ \n");
  CHECK(reading.blocks.size() == 1);
}

TEST_CASE("rows before a row are counted when a gap parts the table") {
  Bench bench;
  bench.builder.begin_table();
  bench.row({"a"});
  bench.builder.end_table();
  bench.builder.resume_table(7);
  bench.row({"b"});
  bench.builder.end_table();
  auto const reading = std::move(bench.builder).finish();
  CHECK(reading.blocks[1].table == 0);
  CHECK(reading.blocks[1].row_offset == 8);
}

TEST_CASE("cells over the limits are reported and left out") {
  jixiao::Limits limits;
  limits.cells_in_row = 3;
  limits.cells = 7;
  jixiao::DiagnosticSink sink;
  ReadingBuilder builder(limits, sink);
  builder.begin_table();
  for (int row = 0; row < 3; ++row) {
    builder.begin_row();
    builder.cell({"a"}, 60000, 60000);
    builder.cell({"b"});
    builder.end_row();
  }
  builder.end_table();
  CHECK(builder.full());
  auto const reading = std::move(builder).finish();
  CHECK(reading.cells.size() == 7);
  CHECK(sink.size() == 3);
}

TEST_CASE("a note is on the cell put last, and on none where that cell was left out") {
  Bench bench;
  bench.builder.paragraph({"above"});
  bench.builder.note(jixiao::Code::control_characters, {{"count", "1"}});
  bench.builder.begin_table();
  bench.row({""});
  bench.builder.note(jixiao::Code::control_characters, {{"count", "2"}});
  bench.builder.end_table();
  bench.builder.note(jixiao::Code::control_characters, {{"count", "3"}});
  bench.builder.begin_table();
  bench.builder.begin_row();
  bench.builder.cell({"left"}, 2);
  bench.builder.note(jixiao::Code::control_characters, {{"count", "4"}});
  bench.builder.cell({"right"});
  bench.builder.end_row();
  bench.builder.end_table();
  auto const reading = std::move(bench.builder).finish();
  REQUIRE(reading.notes.size() == 4);
  CHECK(reading.notes[0].cell == 0);
  CHECK(reading.notes[1].cell == jixiao::CellNote::no_cell);
  CHECK(reading.notes[2].cell == jixiao::CellNote::no_cell);
  CHECK(reading.cells[reading.notes[3].cell].text == "left");
}
