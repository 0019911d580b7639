#include "readers/pdf/colours.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace jixiao::pdf {
namespace {

std::uint32_t channel(double value) {
  return static_cast<std::uint32_t>(std::lround(std::clamp(std::isfinite(value) ? value : 0, 0.0, 1.0) * 255));
}

std::uint32_t grey_rgb_or_cmyk(std::span<double const> c) {
  return c.size() == 1   ? grey(c[0])
         : c.size() == 3 ? rgb(c[0], c[1], c[2])
         : c.size() == 4 ? cmyk(c[0], c[1], c[2], c[3])
                         : 0;
}

std::string space_name(Object object) { return object.isName() ? object.getName() : std::string(); }

std::size_t components_of(Object base) {
  auto const profile = base.isArray() && base.getArrayNItems() > 1 ? base.getArrayItem(1) : Object::newNull();
  auto const name = space_name(base.isArray() && base.getArrayNItems() > 0 ? base.getArrayItem(0) : base);
  if (name == "/ICCBased")
    return static_cast<std::size_t>(std::clamp(number(value(profile, "/N"), 3), 1.0, 4.0));
  return name == "/DeviceCMYK" || name == "/CMYK"                                               ? 4
         : name == "/DeviceGray" || name == "/G" || name == "/CalGray" || name == "/Separation" ? 1
                                                                                                : 3;
}

/// The colours of an indexed space, from a string or a stream of bytes.
std::shared_ptr<std::vector<std::uint32_t> const> read_palette(Object space) {
  constexpr std::size_t most = 256;
  auto table = space.getArrayItem(3);
  auto const bytes = table.isString() ? table.getStringValue() : read_stream(table).bytes;
  auto const base = space.getArrayItem(1);
  auto const count = components_of(base);
  auto const of_base = read_colour_space(base).kind == ColourKind::ink ? ColourKind::ink : ColourKind::by_count;
  auto palette = std::make_shared<std::vector<std::uint32_t>>();
  for (std::size_t at = 0; at + count <= bytes.size() && palette->size() < most; at += count) {
    double components[4];
    for (std::size_t i = 0; i < count; ++i)
      components[i] = static_cast<unsigned char>(bytes[at + i]) / 255.0;
    palette->push_back(ColourSpace{of_base, {}}.colour({components, count}));
  }
  return palette;
}

} // namespace

std::uint32_t grey(double value) { return channel(value) * 0x010101; }

std::uint32_t rgb(double red, double green, double blue) {
  return channel(red) << 16 | channel(green) << 8 | channel(blue);
}

std::uint32_t cmyk(double cyan, double magenta, double yellow, double black) {
  return rgb((1 - cyan) * (1 - black), (1 - magenta) * (1 - black), (1 - yellow) * (1 - black));
}

std::uint32_t ColourSpace::colour(std::span<double const> components) const {
  if (components.empty())
    return 0;
  switch (kind) {
  case ColourKind::ink:
    return grey(1 - *std::ranges::max_element(components));
  case ColourKind::none:
    return 0xFFFFFF;
  case ColourKind::lab:
    return grey(components[0] / 100);
  case ColourKind::indexed: {
    auto const index = std::isfinite(components[0]) ? std::clamp(components[0], 0.0, 255.0) : 0.0;
    return palette && index < static_cast<double>(palette->size()) ? (*palette)[static_cast<std::size_t>(index)] : 0;
  }
  default:
    return grey_rgb_or_cmyk(components);
  }
}

ColourSpace read_colour_space(Object const& space) {
  auto array = space;
  auto const is_array = array.isArray() && array.getArrayNItems() > 0;
  auto const name = space_name(is_array ? array.getArrayItem(0) : array);
  if (name == "/Pattern")
    return {ColourKind::pattern, {}};
  if (!is_array)
    return {};
  if (name == "/Separation" || name == "/DeviceN") {
    bool const nowhere = array.getArrayNItems() > 1 && space_name(array.getArrayItem(1)) == "/None";
    return {nowhere ? ColourKind::none : ColourKind::ink, {}};
  }
  if (name == "/Lab")
    return {ColourKind::lab, {}};
  if ((name == "/Indexed" || name == "/I") && array.getArrayNItems() >= 4)
    return {ColourKind::indexed, read_palette(array)};
  return {};
}

} // namespace jixiao::pdf
