#include "readers/docx/body.hpp"

#include "readers/flow/page_line.hpp"
#include "text/page_number.hpp"
#include "text/characters.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace jixiao::docx {
namespace {

std::string_view without_line_ends(std::string_view text) {
  auto const first = text.find_first_not_of('\n');
  if (first == std::string_view::npos)
    return {};
  return text.substr(first, text.find_last_not_of('\n') - first + 1);
}

bool is_behind_cell(pugi::xml_node cell) {
  auto const before = cell.previous_sibling();
  return exists(before) && element_of(before) == Element::tc;
}

} // namespace

BodyReader::BodyReader(Document& document, ChunkBudget& budget, Limits const& limits, DiagnosticSink& sink,
                       ReadingBuilder& builder)
    : document_(document), budget_(budget), limits_(limits), sink_(sink), text_(document), builder_(builder),
      sections_(document.parts) {}

void BodyReader::read(pugi::xml_node body) {
  if (auto const page = jixiao::child(body.parent(), "background"); exists(page))
    text_.surroundings.background = unknown_colour;
  sections_.find(body);
  read_page_text(sections_.headers());
  read_page_text(sections_.footers());
  read_blocks(body, 0);
  auto const& changes = document_.changes;
  if (changes.insertions + changes.deletions > 0)
    sink_.emit(Code::tracked_changes, {{"insertions", changes.insertions}, {"deletions", changes.deletions}});
}

void BodyReader::pass(Walk& walk, Element element) {
  auto const node = walk.node();
  switch (element) {
  case Element::ins:
  case Element::move_to:
    ++document_.changes.insertions;
    return walk.descend();
  case Element::del:
  case Element::move_from:
    ++document_.changes.deletions;
    return walk.skip();
  case Element::annotation:
    return is_read_annotation(node, document_.changes) ? walk.descend() : walk.skip();
  case Element::alternative:
    return is_first_alternative(node) ? walk.descend() : walk.skip();
  case Element::sdt:
    text_.enter_control(node);
    return walk.descend();
  case Element::sub_document:
    end_paragraph();
    builder_.paragraph({});
    builder_.note(Code::graphic_not_read, {{"what", "a document in a file of its own"}});
    return walk.skip();
  case Element::alt_chunk:
    read_chunk(node);
    return walk.skip();
  case Element::sect_pr:
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
  for (auto& finding : text_.take_findings())
    builder_.note(finding.code, std::move(finding.arguments));
  text_.take_graphic();
  scratch_.clear();
}

void BodyReader::read_paragraph(pugi::xml_node paragraph, std::uint32_t depth) {
  std::vector<pugi::xml_node> boxes;
  if (text_.append_paragraph(paragraph, scratch_, boxes))
    end_paragraph();
  if (!boxes.empty())
    read_boxes(boxes, depth);
  if (depth != 0 || !child(child(paragraph, Element::p_pr), Element::sect_pr))
    return;
  end_paragraph();
  sections_.next();
  read_page_text(sections_.headers());
  read_page_text(sections_.footers());
}

void BodyReader::read_page_text(std::vector<pugi::xml_node> const& parts) {
  std::vector<pugi::xml_node> roots(parts.rbegin(), parts.rend());
  while (!roots.empty() && !builder_.full()) {
    auto const root = roots.back();
    roots.pop_back();
    std::vector<pugi::xml_node> boxes;
    for (Walk walk(root); walk.more();) {
      auto const element = element_of(walk.node());
      if (element == Element::p)
        read_page_line(walk.node(), boxes);
      element == Element::p || element == Element::del || element == Element::skipped ? walk.skip() : walk.descend();
    }
    roots.insert(roots.end(), boxes.rbegin(), boxes.rend());
  }
}

void BodyReader::read_page_line(pugi::xml_node paragraph, std::vector<pugi::xml_node>& boxes) {
  std::string line;
  text_.append_paragraph(paragraph, line, boxes);
  text_.take_findings(); // ornaments of a page are none of a form
  text_.take_graphic();
  if (!text_.numbers_pages() && !is_page_number(line) && page_texts_.insert(std::string(trim(line))).second)
    builder_.paragraph({keep(line)});
}

void BodyReader::read_chunk(pugi::xml_node chunk) {
  end_paragraph();
  docx::read_chunk(document_.parts.content(jixiao::attribute(chunk, "id")), budget_, limits_, sink_, builder_);
}

/// What stands in the cells and paragraphs of a document that is put into a cell, a line each.
void BodyReader::append_chunk(pugi::xml_node chunk, std::string& out) {
  ReadingBuilder inner(limits_, sink_);
  docx::read_chunk(document_.parts.content(jixiao::attribute(chunk, "id")), budget_, limits_, sink_, inner);
  auto const reading = std::move(inner).finish();
  for (auto const& cell : reading.cells)
    if (!is_blank(cell.text))
      out.append(cell.text).push_back('\n');
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
  auto const around = std::exchange(text_.surroundings, {});
  auto const properties = child(node, Element::tbl_pr);
  OpenTable table{GridCheck(grid_columns(node)), depth};
  auto const style = jixiao::attribute(child(properties, Element::tbl_style), "val");
  table.style = document_.looks.table_style(style);
  table.regions = document_.looks.table_regions_of(style);
  table.used_regions = used_regions(jixiao::child(properties, "tblLook"));
  for (auto const row : children(node))
    if (element_of(row) == Element::tr) {
      table.first_row = exists(table.first_row) ? table.first_row : row;
      table.last_row = row;
    }
  table.background = colour_of_shading(child(properties, Element::shading))
                         .value_or(table.style.background.value_or(around.background));
  table.source = node;
  for (Walk walk(node); walk.more() && !builder_.full();) {
    text_.surroundings = {table.style, table.background, false};
    if (auto const element = element_of(walk.node()); element != Element::tr) {
      pass(walk, element);
      continue;
    }
    if (walk.node() == table.first_row)
      style_region(TableRegion::first_row, table);
    if (walk.node() == table.last_row)
      style_region(TableRegion::last_row, table);
    read_row(walk.node(), table);
    walk.skip();
  }
  end_table(table);
  text_.surroundings = around;
  read_boxes(table.boxes, depth);
}

void BodyReader::style_region(TableRegion region, OpenTable const& table) {
  auto const index = static_cast<std::size_t>(region);
  if (table.used_regions[index])
    text_.surroundings.table.take_hiding(table.regions[index]);
}

void BodyReader::end_table(OpenTable& table) {
  if (std::exchange(table.is_open, false))
    builder_.end_table();
}

void BodyReader::read_row(pugi::xml_node row, OpenTable& table) {
  auto const place = row_place(row, document_.changes);
  if (place.deleted)
    return;
  if (place.hidden) {
    note_begun_cells(row, place, table);
    return report_hidden_row(row, table);
  }
  if (holds_table(row) && (!has_content_tables(table) || lays_out_grid(row))) {
    if (table.depth < limits_.table_depth)
      return read_layout_row(row, table);
    report_depth();
  }
  read_cells(row, table);
  begin_hidden_cells(place, table);
  leave_out_covered(place, table);
  put_row(place, table);
}

/// The columns of a row that nobody sees from which cells go on below.
void BodyReader::note_begun_cells(pugi::xml_node row, RowPlace const& row_place, OpenTable& table) {
  auto column = row_place.skipped_columns;
  auto changes = document_.changes; // they are counted where the row is reported
  for (auto const cell : children(row)) {
    if (element_of(cell) != Element::tc)
      continue;
    auto const place = cell_place(cell, changes);
    if (!place.goes_on_above)
      table.begun_out_of_sight.insert(column);
    column += std::min(place.columns, limits_.cells_in_row);
  }
}

/// A cell that goes on one which nobody sees must not go on the one above that.
void BodyReader::begin_hidden_cells(RowPlace const& row_place, OpenTable& table) {
  auto column = row_place.skipped_columns;
  for (auto& cell : row_) {
    if (cell.place.goes_on_above && table.begun_out_of_sight.contains(column))
      cell.place.goes_on_above = false;
    column += std::min(cell.place.columns, limits_.cells_in_row);
  }
  table.begun_out_of_sight.clear();
}

/// Word shows the text of a merged cell's first row alone.
void BodyReader::leave_out_covered(RowPlace const& row_place, OpenTable& table) {
  std::map<std::uint32_t, std::string_view> reaching_down;
  auto column = row_place.skipped_columns;
  for (auto& cell : row_) {
    auto const above = table.reaching_down.find(column);
    if (cell.place.begins_down) {
      reaching_down.emplace(column, cell.text);
    } else if (cell.place.goes_on_above && above != table.reaching_down.end()) {
      auto const covered = trim(std::exchange(cell.text, {}));
      if (!covered.empty() && covered != trim(above->second))
        cell.findings.push_back({Code::covered_text, {{"text", std::string(covered)}, {"range", "that begins above"}}});
      reaching_down.insert(*above);
    }
    column += std::min(cell.place.columns, limits_.cells_in_row);
  }
  table.reaching_down = std::move(reaching_down);
}

bool BodyReader::has_content_tables(OpenTable& table) {
  if (!table.has_content_tables)
    table.has_content_tables = inner_tables_are_smaller(table.source);
  return *table.has_content_tables;
}

void BodyReader::report_hidden_row(pugi::xml_node row, OpenTable const& table) {
  text_.surroundings.in_hidden_row = true;
  text_of(row, nullptr);
  text_.surroundings.in_hidden_row = false;
  Location at;
  if (table.is_open) {
    at.table = builder_.table();
    at.row = table.rows;
  }
  for (auto& finding : text_.take_findings())
    sink_.emit(Diagnostic{finding.code, info(finding.code).severity, std::move(finding.arguments), {}, at});
}

void BodyReader::read_layout_row(pugi::xml_node row, OpenTable& table) {
  end_table(table);
  for (Walk walk(row); walk.more() && !builder_.full();) {
    if (auto const element = element_of(walk.node()); element != Element::tc) {
      pass(walk, element);
      continue;
    }
    if (!cell_place(walk.node(), document_.changes).deleted)
      read_blocks(walk.node(), table.depth);
    walk.skip();
  }
}

void BodyReader::read_cells(pugi::xml_node row, OpenTable& table) {
  row_.clear();
  auto const first = jixiao::child(row, "tc"), last = row.last_child();
  auto const of_row = text_.surroundings.table;
  for (Walk walk(row); walk.more();) {
    auto const node = walk.node();
    if (auto const element = element_of(node); element != Element::tc) {
      pass(walk, element);
      continue;
    }
    // What a row says goes before what a column does.
    text_.surroundings.table = table.style;
    if (node == first)
      style_region(TableRegion::first_column, table);
    if (node == last)
      style_region(TableRegion::last_column, table);
    text_.surroundings.table.take_hiding(of_row);
    if (auto const place = cell_place(node, document_.changes); !place.deleted)
      row_.push_back(read_cell(node, place, table));
    walk.skip();
  }
  text_.surroundings.table = of_row;
}

BodyReader::PlacedCell BodyReader::read_cell(pugi::xml_node node, CellPlace const& place, OpenTable& table) {
  text_.surroundings.background = place.background.value_or(table.background);
  PlacedCell cell{place, text_of(node, &table.boxes), text_.take_findings()};
  text_.surroundings.background = table.background;
  if (auto what = text_.take_graphic(); !what.empty() && is_value_beside_graphic(cell.text)) {
    cell.findings.push_back({Code::text_beside_graphic, {{"text", std::string(cell.text)}, {"what", std::move(what)}}});
    cell.text = {};
  }
  return cell;
}

void BodyReader::put_row(RowPlace const& place, OpenTable& table) {
  if (row_.empty())
    return;
  if (!std::exchange(table.is_open, true)) {
    builder_.begin_table();
    table.rows = 0;
  }
  table.grid.begin_row(place.skipped_columns);
  builder_.begin_row(place.skipped_columns);
  for (std::size_t i = 0; i < row_.size();) {
    auto& origin = row_[i];
    table.grid.cell(origin.place);
    std::uint64_t columns = origin.place.columns;
    for (++i; i < row_.size() && row_[i].place.goes_on_left && row_[i].text.empty(); ++i) {
      table.grid.cell(row_[i].place);
      columns += row_[i].place.columns;
      std::ranges::move(row_[i].findings, std::back_inserter(origin.findings));
    }
    put_cell(origin, static_cast<std::uint32_t>(std::min<std::uint64_t>(columns, 0xFFFF)));
  }
  builder_.end_row();
  if (table.grid.is_off())
    report_off_grid(table);
  ++table.rows;
}

void BodyReader::put_cell(PlacedCell& cell, std::uint32_t columns) {
  cell.place.goes_on_above ? builder_.cell_below({cell.text}, columns) : builder_.cell({cell.text}, columns);
  for (auto& finding : cell.findings)
    builder_.note(finding.code, std::move(finding.arguments));
}

void BodyReader::report_off_grid(OpenTable const& table) {
  Location at;
  at.table = builder_.table();
  at.row = table.rows;
  sink_.emit(Code::row_off_grid, {{"columns", table.grid.width()}, {"grid", table.grid.columns()}}, at);
}

namespace {

bool has_text_beside_boxes(std::string_view text) {
  for (std::size_t end = 0; !text.empty(); text.remove_prefix(std::min(end, text.size()))) {
    auto const mark = std::min(text.find(TextReader::box_mark), text.size());
    if (!is_blank(text.substr(0, mark)))
      return true;
    end = mark + TextReader::box_mark.size();
  }
  return false;
}

/// The text with each mark replaced by what its box says. A box behind the text of its line is a line of its own.
std::string with_boxes_in_place(std::string_view text, std::vector<std::string> const& boxes) {
  std::string out;
  for (auto const& box : boxes) {
    auto const mark = std::min(text.find(TextReader::box_mark), text.size());
    out += text.substr(0, mark);
    text.remove_prefix(std::min(mark + TextReader::box_mark.size(), text.size()));
    bool const is_last = text.empty() || text.front() == '\n', is_first = out.empty() || out.back() == '\n';
    out.append(is_last && !is_first ? "\n" : "").append(box);
  }
  return out.append(text);
}

} // namespace

std::string_view BodyReader::text_of(pugi::xml_node root, std::vector<pugi::xml_node>* table_boxes) {
  scratch_.clear();
  std::vector<pugi::xml_node> found;
  text_.marks_boxes = true;
  append_lines(root, scratch_, found);
  text_.marks_boxes = false;
  auto const marked = found.size();
  bool const has_text = has_text_beside_boxes(scratch_);
  std::vector<std::string> in_place;
  // Boxes may hold boxes: what one adds to the list is read behind it.
  for (std::size_t i = 0; i < found.size(); ++i) {
    auto const box = found[i];
    auto const begin = scratch_.size();
    bool const floats = text_.floats(box), is_marked = i < marked && !floats;
    bool const is_table = table_boxes != nullptr && holds_table(box);
    if (is_table)
      table_boxes->push_back(box);
    else
      append_lines(box, scratch_, found);
    auto const text = std::string_view(scratch_).substr(begin);
    if (has_text && floats && !is_table)
      text_.note_box(text);
    if (is_marked)
      in_place.emplace_back(trim(text));
    if (is_marked || (has_text && floats))
      scratch_.resize(begin);
  }
  if (!in_place.empty())
    scratch_ = with_boxes_in_place(scratch_, in_place);
  auto const kept = keep(scratch_);
  scratch_.clear();
  return kept;
}

void BodyReader::append_lines(pugi::xml_node root, std::string& out, std::vector<pugi::xml_node>& boxes) {
  for (Walk walk(root); walk.more();) {
    auto const element = element_of(walk.node());
    if (element == Element::alt_chunk) {
      append_chunk(walk.node(), out);
      walk.skip();
      continue;
    }
    bool const at_line_end = !out.empty() && out.back() == '\n'; // a row of a table in a cell is a line
    if (at_line_end && element == Element::tc && is_behind_cell(walk.node()))
      out.back() = cell_gap;
    else if (at_line_end && element == Element::tr)
      out.insert(out.size() - 1, 1, cell_gap);
    if (element != Element::p) {
      pass(walk, element);
      continue;
    }
    if (text_.append_paragraph(walk.node(), out, boxes) && !out.empty() && out.back() != '\n')
      out.push_back('\n');
    walk.skip();
  }
}

} // namespace jixiao::docx
