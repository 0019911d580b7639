#include "recognition/fields/combined_group.hpp"

#include "text/clean.hpp"

#include <algorithm>

namespace jixiao::recognition {
namespace {

using namespace std::string_view_literals;

/// The group of level 2 below one of level 1 that a label names; -1 where it names none there.
int group_below(int level1, Label const& label, Taxonomy const& taxonomy) {
  if (label.level2 < 0 || taxonomy.parent(label.level2) == level1)
    return label.level2;
  auto const& nodes = taxonomy.nodes;
  auto const same = std::ranges::find_if(
      nodes, [&](auto const& node) { return node.parent == level1 && node.name == taxonomy.name(label.level2); });
  return same == nodes.end() ? -1 : static_cast<int>(same - nodes.begin());
}

} // namespace

bool put_combined_group(Indicator& indicator, std::string_view text, LabelFinder const& labels) {
  if (indicator.level1 || indicator.level2)
    return false;
  for (auto const close : {")"sv, "）"sv})
    if (text.ends_with(close))
      text.remove_suffix(close.size());
  for (auto const dash :
       {"-"sv, "—"sv, "－"sv, "–"sv, "/"sv, "_"sv, "("sv, "（"sv, ":"sv, "："sv, "·"sv, "→"sv, ">"sv}) {
    auto const cut = text.find(dash);
    if (cut == std::string_view::npos)
      continue;
    auto const first = labels.find(trim(text.substr(0, cut)));
    auto const second = labels.find(trim(text.substr(text.rfind(dash) + dash.size())));
    auto const below = first.level1 < 0 ? -1 : group_below(first.level1, second, labels.taxonomy());
    if (below < 0)
      continue;
    indicator.level1 = labels.taxonomy().name(first.level1);
    indicator.level2 = labels.taxonomy().name(below);
    return true;
  }
  return false;
}

bool part_group_from_name(Indicator& indicator, std::string& name, LabelFinder const& labels) {
  if (indicator.level1 || indicator.level2)
    return false;
  for (auto const dash : {"-"sv, "—"sv, "－"sv, "–"sv, "/"sv, "·"sv, ">"sv}) {
    auto const cut = name.rfind(dash);
    if (cut == std::string::npos || !put_combined_group(indicator, std::string_view(name).substr(0, cut), labels))
      continue;
    indicator.printed.push_back({"level3", name});
    name = trim(std::string_view(name).substr(cut + dash.size()));
    return true;
  }
  return false;
}

} // namespace jixiao::recognition
