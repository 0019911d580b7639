#include "readers/ofd/clips.hpp"

#include "readers/xml.hpp"

#include <algorithm>

namespace jixiao::ofd {
namespace {

constexpr std::size_t most_areas = 64, longest_path = 20'000;

Box around_both(Box const& a, Box const& b) {
  return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

Matrix moved_to_boundary(pugi::xml_node object) {
  auto const at = place(attribute(object, "Boundary")).value_or(Place{});
  return {1, 0, 0, 1, at.x, at.y};
}

/// The box around one area of a clip; nothing when it is not made by a path.
std::optional<Box> area_box(pugi::xml_node area, Matrix const& base) {
  auto const shape = child(area, "Path");
  std::string_view const data = child(shape, "AbbreviatedData").child_value();
  if (!exists(shape) || data.size() > longest_path)
    return std::nullopt;
  auto const own = matrix(attribute(shape, "CTM")) * moved_to_boundary(shape);
  auto const drawn = path(data, own * matrix(attribute(area, "CTM")) * base);
  auto const box = drawing::bounds_of(drawn);
  bool const is_area = drawn.points > 2 && box.width() > 0 && box.height() > 0;
  return is_area ? std::optional(box) : std::nullopt;
}

/// Of all the areas of a clip, which let be seen what lies in any of them.
std::optional<Box> clip_box(pugi::xml_node clip, Matrix const& without, Matrix const& with) {
  std::optional<Box> all;
  std::size_t areas = 0;
  for (auto const area : children(clip)) {
    if (local_name(area) != "Area")
      continue;
    auto const one = area_box(area, without), other = area_box(area, with);
    if (!one || !other || ++areas > most_areas)
      return std::nullopt;
    auto const both = around_both(*one, *other);
    all = all ? around_both(*all, both) : both;
  }
  return all;
}

} // namespace

std::optional<Box> clip_of(pugi::xml_node object, Matrix const& outer) {
  auto const clips = child(object, "Clips");
  if (!exists(clips))
    return std::nullopt;
  auto const without = moved_to_boundary(object) * outer;
  auto const with = matrix(attribute(object, "CTM")) * without;
  std::optional<Box> seen;
  for (auto const clip : children(clips))
    if (local_name(clip) == "Clip")
      seen = common_clip(seen, clip_box(clip, without, with));
  return seen;
}

std::optional<Box> common_clip(std::optional<Box> const& a, std::optional<Box> const& b) {
  return a && b ? drawing::common(*a, *b) : a ? a : b;
}

} // namespace jixiao::ofd
