#include "readers/docx/body.hpp"

#include "text/clean.hpp"

#include <algorithm>
#include <utility>

namespace jixiao::docx {
namespace {

std::string_view without_line_ends(std::string_view text) {
  auto const first = text.find_first_not_of('\n');
  if (first == std::string_view::npos)
    return {};
  return text.substr(first, text.find_last_not_of('\n') - first + 1);
}

} // namespace

BodyReader::BodyReader(Parts& parts, Limits const& limits, DiagnosticSink& sink)
    : limits_(limits), sink_(sink), text_(parts, changes_), builder_(limits, sink) {}

Reading BodyReader::finish() && {
  if (changes_.insertions + changes_.deletions > 0)
    sink_.emit(Code::tracked_changes, {{"insertions", changes_.insertions}, {"deletions", changes_.deletions}});
  return std::move(builder_).finish();
}

void BodyReader::pass(Walk& walk, Element element) {
  auto const node = walk.node();
  switch (element) {
  case Element::ins:
  case Element::move_to:
    ++changes_.insertions;
    return walk.descend();
  case Element::del:
  case Element::move_from:
    ++changes_.deletions;
    return walk.skip();
  case Element::annotation:
    return is_read_annotation(node, changes_) ? walk.descend() : walk.skip();
  case Element::alternative:
    return is_first_alternative(node) ? walk.descend() : walk.skip();
  case Element::alt_chunk:
    sink_.emit(Code::damaged_part,
               {{"part", "altChunk"}, {"problem", "is a document of another format inside this one; it was not read"}});
    return walk.skip();
  case Element::skipped:
  case Element::tc_pr:
  case Element::tr_pr:
  case Element::tbl_pr:
  case Element::tbl_grid:
    return walk.skip();
  default:
    return walk.descend();
  }
}

std::string_view BodyReader::keep(std::string_view text) {
  text = without_line_ends(text);
  return is_blank(text) ? std::string_view() : builder_.own(std::string(text));
}

void BodyReader::report_depth() {
  if (!std::exchange(too_deep_, true))
    sink_.emit(Code::tables_too_deep, {{"limit", limits_.table_depth}});
}

void BodyReader::read_blocks(pugi::xml_node parent, std::uint32_t depth) {
  for (Walk walk(parent); walk.more() && !builder_.full();) {
    auto const element = element_of(walk.node());
    if (element == Element::p)
      read_paragraph(walk.node(), depth);
    else if (element == Element::tbl)
      read_table(walk.node(), depth + 1);
    else {
      pass(walk, element);
      continue;
    }
    walk.skip();
  }
  end_paragraph();
}

void BodyReader::end_paragraph() {
  builder_.paragraph({keep(scratch_)});
  scratch_.clear();
}

void BodyReader::read_paragraph(pugi::xml_node paragraph, std::uint32_t depth) {
  std::vector<pugi::xml_node> boxes;
  if (text_.append_paragraph(paragraph, scratch_, boxes))
    end_paragraph();
  if (!boxes.empty())
    read_boxes(boxes, depth);
}

void BodyReader::read_boxes(std::vector<pugi::xml_node> const& boxes, std::uint32_t depth) {
  end_paragraph();
  for (auto const box : boxes)
    if (depth < limits_.table_depth) {
      read_blocks(box, depth + 1);
    } else {
      report_depth();
      builder_.paragraph({text_of(box, nullptr)});
    }
}

void BodyReader::read_table(pugi::xml_node node, std::uint32_t depth) {
  end_paragraph();
  OpenTable table{GridCheck(grid_columns(node)), depth};
  for (Walk walk(node); walk.more() && !builder_.full();) {
    if (auto const element = element_of(walk.node()); element != Element::tr) {
      pass(walk, element);
      continue;
    }
    read_row(walk.node(), table);
    walk.skip();
  }
  end_table(table);
  read_boxes(table.boxes, depth);
}

void BodyReader::end_table(OpenTable& table) {
  if (std::exchange(table.is_open, false))
    builder_.end_table();
}

void BodyReader::read_row(pugi::xml_node row, OpenTable& table) {
  auto const place = row_place(row, changes_);
  if (place.deleted)
    return;
  if (holds_table(row)) {
    if (table.depth < limits_.table_depth)
      return read_layout_row(row, table);
    report_depth();
  }
  read_cells(row, table);
  put_row(place, table);
}

void BodyReader::read_layout_row(pugi::xml_node row, OpenTable& table) {
  end_table(table);
  for (Walk walk(row); walk.more() && !builder_.full();) {
    if (auto const element = element_of(walk.node()); element != Element::tc) {
      pass(walk, element);
      continue;
    }
    if (!cell_place(walk.node(), changes_).deleted)
      read_blocks(walk.node(), table.depth);
    walk.skip();
  }
}

void BodyReader::read_cells(pugi::xml_node row, OpenTable& table) {
  row_.clear();
  for (Walk walk(row); walk.more();) {
    auto const node = walk.node();
    if (auto const element = element_of(node); element != Element::tc) {
      pass(walk, element);
      continue;
    }
    if (auto const place = cell_place(node, changes_); !place.deleted)
      row_.push_back({place, text_of(node, &table.boxes)});
    walk.skip();
  }
}

void BodyReader::put_row(RowPlace const& place, OpenTable& table) {
  if (row_.empty())
    return;
  if (!std::exchange(table.is_open, true)) {
    builder_.begin_table();
    ++tables_;
    table.rows = 0;
  }
  table.grid.begin_row(place.skipped_columns);
  builder_.begin_row(place.skipped_columns);
  for (std::size_t i = 0; i < row_.size();) {
    auto const& origin = row_[i];
    table.grid.cell(origin.place);
    std::uint64_t columns = origin.place.columns;
    for (++i; i < row_.size() && row_[i].place.goes_on_left && row_[i].text.empty(); ++i) {
      table.grid.cell(row_[i].place);
      columns += row_[i].place.columns;
    }
    auto const span = static_cast<std::uint32_t>(std::min<std::uint64_t>(columns, 0xFFFF));
    origin.place.goes_on_above ? builder_.cell_below({origin.text}, span) : builder_.cell({origin.text}, span);
  }
  builder_.end_row();
  if (table.grid.is_off())
    report_off_grid(table);
  ++table.rows;
}

void BodyReader::report_off_grid(OpenTable const& table) {
  Location at;
  at.table = tables_ - 1;
  at.row = table.rows;
  sink_.emit(Code::row_off_grid, {{"columns", table.grid.width()}, {"grid", table.grid.columns()}}, at);
}

std::string_view BodyReader::text_of(pugi::xml_node root, std::vector<pugi::xml_node>* table_boxes) {
  scratch_.clear();
  std::vector<pugi::xml_node> found;
  append_lines(root, scratch_, found);
  // Boxes may hold boxes: what one adds to the list is read behind it.
  for (std::size_t i = 0; i < found.size(); ++i)
    if (auto const box = found[i]; table_boxes != nullptr && holds_table(box))
      table_boxes->push_back(box);
    else
      append_lines(box, scratch_, found);
  auto const kept = keep(scratch_);
  scratch_.clear();
  return kept;
}

void BodyReader::append_lines(pugi::xml_node root, std::string& out, std::vector<pugi::xml_node>& boxes) {
  for (Walk walk(root); walk.more();) {
    if (auto const element = element_of(walk.node()); element != Element::p) {
      pass(walk, element);
      continue;
    }
    if (text_.append_paragraph(walk.node(), out, boxes) && !out.empty() && out.back() != '\n')
      out.push_back('\n');
    walk.skip();
  }
}

} // namespace jixiao::docx
