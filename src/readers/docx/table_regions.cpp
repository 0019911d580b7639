#include "readers/docx/table_regions.hpp"

#include "readers/xml.hpp"

#include <charconv>

namespace jixiao::docx {
namespace {

struct Region {
  std::string_view name;
  unsigned bit;
};

constexpr std::array<Region, table_regions> regions = {Region{"firstColumn", 0x80}, Region{"lastColumn", 0x100},
                                                       Region{"firstRow", 0x20}, Region{"lastRow", 0x40}};

} // namespace

TableRegion table_region_of(std::string_view type) {
  if (type == "firstCol")
    return TableRegion::first_column;
  if (type == "lastCol")
    return TableRegion::last_column;
  return type == "firstRow" ? TableRegion::first_row : type == "lastRow" ? TableRegion::last_row : TableRegion::none;
}

UsedRegions used_regions(pugi::xml_node look) {
  UsedRegions used{};
  unsigned bits = 0;
  auto const value = jixiao::attribute(look, "val");
  std::from_chars(value.data(), value.data() + value.size(), bits, 16);
  for (std::size_t i = 0; i < regions.size(); ++i) {
    auto const said = jixiao::attribute(look, regions[i].name);
    used[i] = said.empty() ? (bits & regions[i].bit) != 0 : said != "0" && said != "false" && said != "off";
  }
  return used;
}

} // namespace jixiao::docx
