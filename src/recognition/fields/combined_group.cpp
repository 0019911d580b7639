#include "recognition/fields/combined_group.hpp"

#include "text/clean.hpp"

namespace jixiao::recognition {
namespace {

using namespace std::string_view_literals;

/// 产出指标（数量指标） and 产出指标：数量指标 as 产出指标-数量指标.
std::string as_path(std::string_view text) {
  auto path = folded(text);
  if (path.ends_with(')'))
    path.pop_back();
  if (auto const mark = path.find_first_of("(:"); mark != std::string::npos)
    path[mark] = '-';
  return path;
}

} // namespace

bool put_combined_group(Indicator& indicator, std::string_view text, LabelFinder const& labels) {
  if (indicator.level1 || indicator.level2)
    return false;
  auto label = labels.find(text);
  if (!label.path)
    label = labels.find_folded(as_path(text));
  if (!label.path)
    return false;
  auto const& taxonomy = labels.taxonomy();
  indicator.level1 = taxonomy.name(taxonomy.parent(label.level2));
  indicator.level2 = taxonomy.name(label.level2);
  return true;
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
