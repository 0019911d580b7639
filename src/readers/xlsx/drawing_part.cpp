#include "readers/xlsx/drawing_part.hpp"

#include "readers/xml.hpp"
#include "text/clean.hpp"

#include <array>
#include <charconv>

namespace jixiao {
namespace {

constexpr std::size_t most_drawings = 4096; // of a sheet

std::uint32_t whole_number(std::string_view text) {
  std::uint32_t number = 0;
  text = trim(text);
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

void read_place_of(pugi::xml_node marker, std::uint32_t& row, std::uint32_t& column) {
  row = whole_number(child(marker, "row").child_value());
  column = whole_number(child(marker, "col").child_value());
}

bool is_struck(pugi::xml_node run) {
  auto const strike = attribute(child(run, "rPr"), "strike");
  return !strike.empty() && strike != "noStrike";
}

/// The lines of a text body of DrawingML.
std::string body_text(pugi::xml_node body, LeftOut& left_out) {
  std::string text;
  for (auto const paragraph : children(body)) {
    if (local_name(paragraph) != "p")
      continue;
    std::string line;
    for (auto const run : children(paragraph))
      if (local_name(run) == "br")
        line += '\n';
      else if (is_struck(run))
        left_out.add(LeftOut::struck, child(run, "t").child_value());
      else
        line += child(run, "t").child_value();
    text.append(text.empty() || line.empty() ? "" : "\n").append(line);
  }
  left_out.end_stretch();
  return text;
}

std::string picture_name(pugi::xml_node picture) {
  auto const properties = child(child(picture, "nvPicPr"), "cNvPr");
  auto const description = attribute(properties, "descr");
  return description.empty() ? std::string("a picture") : "a picture (\"" + std::string(description) + "\")";
}

bool is_hidden_object(pugi::xml_node node) {
  for (auto const part : children(node))
    if (auto const properties = child(part, "cNvPr"); exists(properties))
      return attribute(properties, "hidden") == "1";
  return false;
}

/// What is drawn at one anchor, groups included.
void look_at_anchor(pugi::xml_node anchor, SheetDrawing& drawing) {
  LeftOut left_out;
  std::uint32_t depth = 0;
  for (auto node = anchor.first_child(); exists(node);) {
    auto const name = local_name(node);
    bool is_leaf = false;
    if (name == "sp" || name == "pic" || name == "graphicFrame") {
      is_leaf = true;
      bool const hidden = is_hidden_object(node);
      if (name == "sp" && hidden) {
        auto const text = body_text(child(node, "txBody"), left_out);
        left_out.add(LeftOut::hidden, text), left_out.end_stretch();
      } else if (name == "sp") {
        auto const text = body_text(child(node, "txBody"), left_out);
        drawing.text.append(drawing.text.empty() || text.empty() ? "" : "\n").append(text);
      } else if (!hidden && drawing.unread.empty()) {
        drawing.unread = name == "pic" ? picture_name(node) : "a chart";
      }
    } else if (name == "Choice") {
      is_leaf = attribute(node, "Requires") == "a14"; // a control or an object, which the sheet names itself
    } else if (name == "Fallback") {
      is_leaf = true;
    }
    if (is_leaf && !exists(node.next_sibling())) {
      auto up = node;
      while (exists(up) && up != anchor && !exists(up.next_sibling()))
        up = up.parent();
      node = !exists(up) || up == anchor ? pugi::xml_node() : up.next_sibling();
    } else {
      node = is_leaf ? node.next_sibling() : next_in_order(node, anchor, depth);
    }
  }
  drawing.findings = left_out.take();
}

/// All text below a node.
std::string text_below(pugi::xml_node root) {
  std::string text;
  std::uint32_t depth = 0;
  for (auto node = root; exists(node); node = next_in_order(node, root, depth))
    text += node.child_value();
  return std::string(trim(text));
}

/// "1, 15, 10, 2, 3, 31, 11, 2": column, offset and row, offset of the first and of the last corner.
void read_vml_anchor(std::string_view anchor, SheetDrawing& drawing) {
  std::array<std::uint32_t, 8> numbers{};
  for (auto& number : numbers) {
    number = whole_number(anchor.substr(0, anchor.find(',')));
    anchor.remove_prefix(std::min(anchor.find(','), anchor.size() - 1) + (anchor.empty() ? 0 : 1));
  }
  drawing.first_column = numbers[0], drawing.first_row = numbers[2];
  drawing.last_column = numbers[4], drawing.last_row = numbers[6];
}

void read_control(pugi::xml_node shape, std::string_view kind, pugi::xml_node data, SheetDrawing& drawing) {
  auto const text = text_below(child(shape, "textbox"));
  if (kind == "Checkbox" || kind == "Radio") {
    auto const checked = whole_number(child(data, "Checked").child_value());
    drawing.text = (checked == 1 ? "☑" : "☐") + text;
    drawing.is_control = true;
  } else if (!text.empty()) {
    drawing.text = text;
  } else if (kind == "Drop" || kind == "List" || kind == "Edit" || kind == "Spin") {
    drawing.unread = "a form control";
  }
}

} // namespace

std::vector<SheetDrawing> read_drawings(pugi::xml_node root) {
  std::vector<SheetDrawing> drawings;
  for (auto const anchor : children(root)) {
    if (!local_name(anchor).ends_with("Anchor") || drawings.size() >= most_drawings)
      continue;
    SheetDrawing drawing;
    read_place_of(child(anchor, "from"), drawing.first_row, drawing.first_column);
    drawing.last_row = drawing.first_row, drawing.last_column = drawing.first_column;
    if (auto const to = child(anchor, "to"); exists(to))
      read_place_of(to, drawing.last_row, drawing.last_column);
    look_at_anchor(anchor, drawing);
    drawings.push_back(std::move(drawing));
  }
  return drawings;
}

std::vector<SheetDrawing> read_vml_drawings(pugi::xml_node root) {
  std::vector<SheetDrawing> drawings;
  for (auto const shape : children(root)) {
    auto const data = child(shape, "ClientData");
    auto const kind = attribute(data, "ObjectType");
    if (!exists(data) || kind == "Note" || kind == "Pict" || drawings.size() >= most_drawings)
      continue;
    SheetDrawing drawing;
    read_vml_anchor(child(data, "Anchor").child_value(), drawing);
    read_control(shape, kind, data, drawing);
    drawings.push_back(std::move(drawing));
  }
  return drawings;
}

} // namespace jixiao
