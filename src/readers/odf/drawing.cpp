#include "readers/odf/drawing.hpp"

#include "readers/odf/controls.hpp"
#include "readers/odf/text.hpp"
#include "readers/xlsx/reference.hpp"
#include "readers/xml.hpp"
#include "text/clean.hpp"

namespace jixiao::odf {
namespace {

constexpr std::size_t most_drawings = 256; // of one cell

/// "Sheet1.C12", the cell that a drawing ends in.
std::optional<SheetPlace> end_place(pugi::xml_node drawing) {
  auto const address = attribute(drawing, "end-cell-address");
  return read_place(address.substr(address.rfind('.') + 1));
}

std::string_view unread_kind(std::string_view name) {
  if (name == "image")
    return "a picture";
  return name == "object" || name == "object-ole" || name == "plugin" ? "an embedded object" : "";
}

/// The paragraphs of a drawing, a line each, and what it shows beside them.
void read_shown(pugi::xml_node root, SheetDrawing& drawing) {
  std::uint32_t depth = 0;
  for (auto node = root.first_child(); exists(node); node = next_in_order(node, root, depth)) {
    auto const name = local_name(node);
    if (name == "p")
      drawing.text.append(drawing.text.empty() ? "" : "\n").append(trim(text_below(node)));
    else if (drawing.unread.empty()) // a picture behind an object stands in for it
      drawing.unread = unread_kind(name);
  }
}

bool is_drawing(std::string_view name) {
  return name == "frame" || name == "custom-shape" || name == "rect" || name == "ellipse" || name == "caption" ||
         name == "g" || name == "control";
}

} // namespace

std::vector<SheetDrawing> sheet_drawings(pugi::xml_node parent, std::uint32_t row, std::uint32_t column) {
  std::vector<SheetDrawing> drawings;
  for (auto const node : children(parent)) {
    if (!is_drawing(local_name(node)) || drawings.size() == most_drawings)
      continue;
    SheetDrawing drawing{row, column, row, column};
    if (local_name(node) == "control") {
      auto control = control_of(node);
      drawing.is_control = control.is_known;
      drawing.text = std::move(control.text);
      drawing.unread = control.is_known ? "" : "a form control";
    }
    if (auto const end = end_place(node))
      drawing.last_row = end->row, drawing.last_column = end->column;
    read_shown(node, drawing);
    drawings.push_back(std::move(drawing));
  }
  return drawings;
}

} // namespace jixiao::odf
