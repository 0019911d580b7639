#include "readers/ofd/drawer.hpp"

#include "readers/ofd/clips.hpp"
#include "readers/ofd/looks.hpp"
#include "readers/page/drawing.hpp"
#include "readers/xml.hpp"

#include <algorithm>

namespace jixiao::ofd {
namespace {

constexpr std::size_t deepest = 64; // page blocks in page blocks
constexpr std::size_t deepest_unit = 12;
constexpr std::size_t object_cost = 16; // looking at an object takes as long as placing so many characters
constexpr double default_line = 0.353;  // mm

/// From an object's own coordinates to those of what it is in.
Matrix own_matrix(pugi::xml_node object) {
  auto const at = place(attribute(object, "Boundary")).value_or(Place{});
  return matrix(attribute(object, "CTM")) * Matrix{1, 0, 0, 1, at.x, at.y};
}

/// Where an object may draw; a boundary without an extent bounds nothing.
std::optional<Box> bounds(pugi::xml_node object, Matrix const& matrix) {
  auto const at = place(attribute(object, "Boundary"));
  if (!at || (at->width <= 0 && at->height <= 0))
    return {};
  return drawing::box_of(matrix, at->x, at->y, at->x + at->width, at->y + at->height);
}

} // namespace

void Drawer::draw(pugi::xml_node content, Matrix const& matrix) {
  open_.push_back({content.first_child(), matrix, {}});
  while (!open_.empty()) {
    auto& frame = open_.back();
    auto const node = frame.next;
    if (!exists(node) || !budget_.spend(object_cost)) {
      open_.pop_back();
      continue;
    }
    frame.next = node.next_sibling();
    visit(node, Frame(frame));
  }
}

void Drawer::visit(pugi::xml_node node, Frame frame) {
  auto const name = local_name(node);
  bool const seen = frame.seen && is_seen(node);
  if (name == "Layer" || name == "PageBlock") {
    auto const found = resources_.draw_params.find(reference(attribute(node, "DrawParam")));
    auto const parameters = found == resources_.draw_params.end() ? frame.parameters : found->second;
    if (open_.size() < deepest)
      open_.push_back({node.first_child(), frame.matrix, parameters, seen, 0, frame.clip});
    return;
  }
  auto const matrix = own_matrix(node) * frame.matrix;
  frame.clip = common_clip(frame.clip, clip_of(node, frame.matrix));
  if (name == "TextObject")
    draw_text(node, frame, matrix, seen);
  else if (name == "CompositeObject")
    open_unit(node, frame, matrix, seen);
  else if (name == "PathObject" && seen)
    draw_path(node, frame, matrix);
  else if (name == "ImageObject" && seen)
    draw_picture(node, frame.matrix);
}

void Drawer::open_unit(pugi::xml_node node, Frame const& frame, Matrix const& matrix, bool seen) {
  auto const id = reference(attribute(node, "ResourceID"));
  auto const found = resources_.units.find(id);
  auto const depth = std::ranges::count_if(open_, [](Frame const& open) { return open.unit != 0; });
  if (found == resources_.units.end() || std::cmp_greater_equal(depth, deepest_unit) ||
      std::ranges::find(open_, id, &Frame::unit) != open_.end())
    return;
  open_.push_back({child(found->second, "Content").first_child(), matrix, frame.parameters, seen, id, frame.clip});
}

void Drawer::draw_path(pugi::xml_node node, Frame const& frame, Matrix const& matrix) {
  std::string_view const data = child(node, "AbbreviatedData").child_value();
  if (!budget_.spend(data.size() / 2))
    return;
  Looks const looks(node, frame.parameters, resources_);
  Box const whole{0, 0, page_.width, page_.height};
  auto const shape = path(data, matrix);
  auto const first = page_.rules.size();
  if (auto const colour = looks.colour("FillColor"); looks.flag("Fill", false) && colour.seen) {
    auto const clip = common_clip(bounds(node, frame.matrix), frame.clip).value_or(whole);
    drawing::fill(shape, colour.value, limits_, clip, page_);
    if (colour.alpha >= drawing::opaque)
      drawing::cover(shape, clip, shows_, limits_, page_);
  }
  if (auto const colour = looks.colour("StrokeColor"); looks.flag("Stroke", true) && colour.seen) {
    auto const width = number(looks.attribute("LineWidth"), default_line);
    drawing::stroke(shape, width * drawing::scale_of(matrix), colour.value, limits_, page_);
  }
  if (auto const clip = common_clip(bounds(node, frame.matrix), frame.clip))
    drawing::clip_rules(page_.rules, first, *clip);
}

void Drawer::draw_picture(pugi::xml_node node, Matrix const& matrix) {
  Box const whole{0, 0, page_.width, page_.height};
  auto const seen = drawing::common(bounds(node, matrix).value_or(Box{}), whole);
  add_picture(page_, limits_, seen);
}

} // namespace jixiao::ofd
