#include "readers/odf/body.hpp"

#include "readers/xml.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <charconv>

namespace jixiao::odf {
namespace {

constexpr std::uint32_t deepest_element = 200; // followed down by recursion
constexpr std::uint32_t most_copies = 100'000, most_continuing = 1'000'000;

std::uint32_t number(pugi::xml_node node, std::string_view name, std::uint32_t otherwise) {
  auto const digits = attribute(node, name);
  std::uint32_t value = 0;
  auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc() ? value : otherwise;
}

/// What is no text of the document: declarations, forms, and what an index would be made with.
bool is_passed_over(std::string_view name) {
  return name == "forms" || name == "sequence-decls" || name == "variable-decls" || name == "user-field-decls" ||
         name.ends_with("-source") || name == "dde-connection-decls" || name == "annotation";
}

/// A condition is not evaluated: what it last gave is stored.
bool is_hidden_section(pugi::xml_node section) {
  auto const display = attribute(section, "display");
  return display == "none" || (display == "condition" && attribute(section, "is-hidden") == "true");
}

} // namespace

BodyReader::BodyReader(Styles const& styles, Limits const& limits, DiagnosticSink& sink)
    : styles_(styles), limits_(limits), sink_(sink), text_(styles, unused_), outline_(styles.outline()) {}

flow::Blocks BodyReader::read(pugi::xml_node body) {
  flow::Blocks blocks;
  read_blocks(body, {}, blocks);
  if (too_deep_)
    sink_.emit(Code::tables_too_deep, {{"limit", limits_.table_depth}});
  if (too_many_)
    sink_.emit(Code::too_many_cells, {{"limit", most_copies}});
  if (changes_.insertions + changes_.deletions > 0)
    sink_.emit(Code::tracked_changes, {{"insertions", changes_.insertions}, {"deletions", changes_.deletions}});
  return blocks;
}

void BodyReader::read_blocks(pugi::xml_node parent, Place place, flow::Blocks& out) {
  if (++place.elements > deepest_element) {
    too_deep_ = true;
    return;
  }
  for (auto const node : children(parent)) {
    auto const name = local_name(node);
    if (name == "p" || name == "h")
      read_paragraph(node, place, out);
    else if (name == "list")
      read_list(node, place, out);
    else if (name == "table")
      read_table(node, place, out);
    else if (name == "tracked-changes")
      count_changes(node);
    else if (name == "section" && is_hidden_section(node))
      report_hidden(node, out);
    else if (node.type() == pugi::node_element && !is_passed_over(name))
      read_blocks(node, place, out);
  }
}

void BodyReader::report_hidden(pugi::xml_node section, flow::Blocks& out) {
  auto text = text_below(section);
  if (is_blank(text))
    return;
  flow::Text nothing;
  nothing.findings.push_back({Code::hidden_text, {{"text", std::string(trim(text))}, {"how", "hidden"}}});
  out.push_back({std::move(nothing)});
}

/// What was deleted stands here, and nowhere else.
void BodyReader::count_changes(pugi::xml_node node) {
  for (auto const region : children(node))
    for (auto const change : children(region)) {
      changes_.insertions += local_name(change) == "insertion" ? 1 : 0;
      changes_.deletions += local_name(change) == "deletion" ? 1 : 0;
    }
}

void BodyReader::read_paragraph(pugi::xml_node node, Place const& place, flow::Blocks& out) {
  auto* list = place.list;
  auto level = place.list_level;
  bool numbered = place.wants_number != nullptr && std::exchange(*place.wants_number, false);
  if (place.wants_number == nullptr && local_name(node) == "h" && attribute(node, "is-list-header") != "true") {
    list = &outline_;
    level = std::max(number(node, "outline-level", 1), 1U) - 1;
    numbered = true;
  }
  std::string label;
  bool gap = false;
  if (numbered && list != nullptr && list->has_level(level)) {
    label = list->next(level);
    gap = !label.empty() && list->level(level).gap;
  }
  flow::Look around;
  around.background = place.background;
  auto const look = styles_.apply("paragraph", attribute(node, "style-name"), around);
  std::vector<pugi::xml_node> boxes;
  out.push_back({text_.read(node, look, boxes, label, gap)});
  for (auto const box : boxes) {
    if (place.tables >= limits_.table_depth) {
      too_deep_ = true;
      break;
    }
    auto const first = static_cast<std::ptrdiff_t>(out.size());
    read_blocks(box, {place.tables + 1, place.elements}, out);
    std::for_each(out.begin() + first, out.end(), [&](flow::Block& block) { block.floats = floats(box); });
  }
}

/// False for a box that stands among the characters of its paragraph.
bool BodyReader::floats(pugi::xml_node box) {
  return attribute(box, "anchor-type") != "as-char" && attribute(box.parent(), "anchor-type") != "as-char";
}

/// A list counts on where it says so; else each begins anew.
flow::List* BodyReader::open_list(pugi::xml_node node, std::string_view style) {
  auto const* definition = styles_.list(style);
  if (definition == nullptr)
    return nullptr;
  auto& last = by_style_[style];
  auto* continued = attribute(node, "continue-numbering") == "true" ? last : nullptr;
  if (auto const id = attribute(node, "continue-list"); !id.empty())
    if (auto const found = by_id_.find(id); found != by_id_.end())
      continued = found->second;
  if (continued == nullptr) {
    continued = lists_.emplace_back(std::make_unique<flow::List>(*definition)).get();
    for (std::size_t level = 0; continued->has_level(level); ++level)
      if (styles_.apply("text", continued->level(level).look, {}).hidden)
        continued->hide(level);
  }
  last = continued;
  if (auto const id = attribute(node, "id"); !id.empty())
    by_id_.try_emplace(id, continued);
  return continued;
}

void BodyReader::read_list(pugi::xml_node node, Place place, flow::Blocks& out) {
  auto style = attribute(node, "style-name");
  bool const is_inner = place.list != nullptr;
  if (is_inner)
    ++place.list_level;
  if (style.empty())
    style = place.list_style;
  if (!is_inner || style != place.list_style)
    place.list = open_list(node, style);
  place.list_style = style;
  for (auto const item : children(node)) {
    bool wants_number = local_name(item) == "list-item";
    place.wants_number = &wants_number;
    if (auto const start = attribute(item, "start-value"); !start.empty() && place.list != nullptr)
      place.list->start_with(place.list_level, number(item, "start-value", 1));
    if (item.type() == pugi::node_element)
      read_blocks(item, place, out);
  }
}

Colour BodyReader::background(std::string_view family, pugi::xml_node node, Colour around) const {
  flow::Look look;
  look.background = around;
  return styles_.apply(family, attribute(node, "style-name"), look).background;
}

void BodyReader::read_table(pugi::xml_node node, Place const& place, flow::Blocks& out) {
  if (place.tables >= limits_.table_depth) {
    too_deep_ = true;
    Place inner = place;
    for (auto row : children(node))
      read_blocks(row, inner, out);
    return;
  }
  auto table = std::make_unique<flow::Table>();
  Place inside{place.tables + 1, place.elements};
  inside.background = background("table", node, place.background);
  read_rows(node, inside, *table);
  too_many_ |= !flow::set_continuing_cells(*table, most_continuing);
  out.push_back({{}, std::move(table)});
}

void BodyReader::read_rows(pugi::xml_node parent, Place const& place, flow::Table& table) {
  auto inner = place;
  if (++inner.elements > deepest_element) {
    too_deep_ = true;
    return;
  }
  for (auto const node : children(parent)) {
    auto const name = local_name(node);
    if (name == "table-row") {
      auto const copies = std::max(number(node, "number-rows-repeated", 1), 1U);
      for (std::uint32_t copy = 0; copy < copies && !too_many_; ++copy) {
        too_many_ |= copy > 0 && ++copies_ > most_copies;
        read_row(node, inner, table);
      }
    } else if (name == "table-header-rows" || name == "table-rows" || name == "table-row-group") {
      read_rows(node, inner, table);
    }
  }
}

void BodyReader::read_row(pugi::xml_node node, Place const& place, flow::Table& table) {
  flow::Row row;
  for (auto const cell : children(node)) {
    if (local_name(cell) != "table-cell") // a covered one has no text
      continue;
    auto const copies = std::min(std::max(number(cell, "number-columns-repeated", 1), 1U), limits_.cells_in_row);
    auto inside = place;
    inside.background = background("table-cell", cell, background("table-row", node, place.background));
    for (std::uint32_t copy = 0; copy < copies && !too_many_; ++copy) {
      too_many_ = copy > 0 && ++copies_ > most_copies;
      flow::Cell read;
      read.columns = std::max(number(cell, "number-columns-spanned", 1), 1U);
      read.rows = std::max(number(cell, "number-rows-spanned", 1), 1U);
      read_blocks(cell, inside, read.blocks);
      if (read.blocks.empty() && !is_blank(text_below(cell)))
        read_paragraph(cell, inside, read.blocks); // text that a program put there without a paragraph
      row.cells.push_back(std::move(read));
    }
  }
  table.rows.push_back(std::move(row));
}

} // namespace jixiao::odf
