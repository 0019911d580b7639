#include "readers/ofd/looks.hpp"

#include "readers/xml.hpp"

namespace jixiao::ofd {
namespace {

constexpr double faintest = 5;           // of 255: what is fainter is not seen
constexpr std::size_t most_sources = 16; // draw parameters may refer to each other in a circle

} // namespace

Looks::Looks(pugi::xml_node object, pugi::xml_node layer_parameters, Resources const& resources) {
  sources_.push_back(object);
  auto const add = [&](pugi::xml_node parameters) {
    while (exists(parameters) && sources_.size() < most_sources) {
      sources_.push_back(parameters);
      auto const found = resources.draw_params.find(reference(jixiao::attribute(parameters, "Relative")));
      parameters = found == resources.draw_params.end() ? pugi::xml_node() : found->second;
    }
  };
  if (auto const own = resources.draw_params.find(reference(jixiao::attribute(object, "DrawParam")));
      own != resources.draw_params.end())
    add(own->second);
  add(layer_parameters);
}

std::string_view Looks::attribute(std::string_view name) const {
  for (auto const source : sources_)
    if (auto const value = jixiao::attribute(source, name); !value.empty())
      return value;
  return {};
}

Looks::Colour Looks::colour(std::string_view name) const {
  for (auto const source : sources_) {
    auto const node = child(source, name);
    if (!exists(node))
      continue;
    constexpr std::uint32_t shaded = 0x808080;
    bool const plain = node.first_child().type() != pugi::node_element;
    auto const alpha = number(jixiao::attribute(node, "Alpha"), 255);
    return {plain ? ofd::colour(jixiao::attribute(node, "Value")) : shaded, alpha > faintest, alpha / 255};
  }
  return {};
}

bool Looks::flag(std::string_view name, bool otherwise) const {
  auto const value = jixiao::attribute(sources_.front(), name);
  return value.empty() ? otherwise : value == "true" || value == "1";
}

bool is_seen(pugi::xml_node object) {
  auto const visible = jixiao::attribute(object, "Visible");
  return visible != "false" && visible != "0" && number(jixiao::attribute(object, "Alpha"), 255) > faintest;
}

} // namespace jixiao::ofd
