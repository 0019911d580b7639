#include <jixiao/convert.hpp>
#include <jixiao/writers.hpp>

#include <doctest/doctest.h>

using namespace jixiao;

namespace {

InspectedCell cell(std::string text, std::string claim, std::uint32_t line) {
  Location at;
  at.line = line;
  at.table = 0;
  return {std::move(text), std::move(claim), at};
}

} // namespace

TEST_CASE("nothing gives nothing") { CHECK(render_grid({}).empty()); }

TEST_CASE("a paragraph is a row of one cell") {
  Inspection inspection;
  inspection.blocks = {{false, {{cell("申报表", "/forms/0/title", 1)}}}};
  CHECK(render_grid(inspection) == "     1 │ 申报表\n       │ /forms/0/title\n\n");
}

TEST_CASE("columns are aligned, rows may be ragged, and what nothing claimed has a question mark") {
  Inspection inspection;
  inspection.blocks = {{true,
                        {{cell("项目名称", "label", 2), cell("河道保洁", "/forms/0/project_name", 2), cell("x", "", 2)},
                         {cell("", "", 3), cell("2026", "label", 3)}}}};
  CHECK(render_grid(inspection) == "table 1\n"
                                   "     2 │ 项目名称 │ 河道保洁              │ x\n"
                                   "       │ label    │ /forms/0/project_name │ ?\n"
                                   "     3 │          │ 2026\n"
                                   "       │          │ label\n\n");
}

TEST_CASE("prose is shown by its beginning, control characters not at all") {
  Inspection inspection;
  std::string prose;
  for (int i = 0; i < 1000; ++i)
    prose += "绩";
  inspection.blocks = {{false, {{cell(prose, "", 1)}, {cell("a\x1b\n", "", 2)}}}};
  auto const text = render_grid(inspection);
  CHECK(text.starts_with("     1 │ 绩绩绩绩绩绩绩绩绩绩绩绩绩绩绩…\n"));
  CHECK(text.find("     2 │ a�\n") != text.npos);
}
