#include "readers/odf/styles.hpp"
#include "readers/xml.hpp"

#include <algorithm>
#include <charconv>

namespace jixiao::odf {
namespace {

using docx::NumberFormat;

std::uint32_t number(std::string_view text, std::uint32_t otherwise) {
  std::uint32_t value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() ? value : otherwise;
}

/// By what style:num-format begins with: "一, 二, 三, ...".
NumberFormat format_of(std::string_view name) {
  constexpr std::pair<std::string_view, NumberFormat> formats[] = {
      {"一", NumberFormat::chinese_thousand}, {"壹", NumberFormat::chinese_legal},
      {"①", NumberFormat::enclosed_circle},   {"⑴", NumberFormat::enclosed_paren},
      {"⒈", NumberFormat::enclosed_fullstop}, {"甲", NumberFormat::heavenly_stems},
      {"子", NumberFormat::earthly_branches}, {"１", NumberFormat::full_width},
      {"01", NumberFormat::decimal_zero},     {"i", NumberFormat::lower_roman},
      {"I", NumberFormat::upper_roman},       {"a", NumberFormat::lower_letter},
      {"A", NumberFormat::upper_letter},
  };
  if (name.empty())
    return NumberFormat::none;
  for (auto const& [begin, format] : formats)
    if (name.starts_with(begin))
      return format;
  return NumberFormat::decimal;
}

/// "%1%.%2%" gives "%1.%2".
std::string pattern_of(std::string_view list_format) {
  std::string pattern;
  for (std::size_t at = 0; at < list_format.size(); ++at) {
    pattern.push_back(list_format[at]);
    if (list_format[at] != '%' || at + 2 >= list_format.size() || list_format[at + 2] != '%')
      continue;
    pattern.push_back(list_format[at + 1]);
    at += 2;
  }
  return pattern;
}

std::string pattern_of(pugi::xml_node node, std::size_t level) {
  if (auto const format = attribute(node, "num-list-format"); !format.empty())
    return pattern_of(format);
  std::string pattern(attribute(node, "num-prefix"));
  if (!attribute(node, "num-format").empty()) {
    auto const shown = std::clamp<std::size_t>(number(attribute(node, "display-levels"), 1), 1, level + 1);
    for (auto i = level + 1 - shown; i <= level; ++i)
      pattern.append(i + shown > level + 1 ? "." : "").append("%").append(std::to_string(i + 1));
  }
  return pattern.append(attribute(node, "num-suffix"));
}

flow::ListLevel read_level(pugi::xml_node node, std::size_t index) {
  flow::ListLevel level;
  auto const alignment = child(child(node, "list-level-properties"), "list-level-label-alignment");
  level.gap = attribute(alignment, "label-followed-by") != "nothing";
  level.look = attribute(node, "style-name");
  if (local_name(node) == "list-level-style-bullet") {
    auto const properties = child(node, "text-properties");
    auto const name = attribute(properties, "font-name");
    level.format = NumberFormat::bullet;
    level.font = symbol_font(name.empty() ? attribute(properties, "font-family") : name);
    level.text = attribute(node, "bullet-char");
    return level;
  }
  level.start = number(attribute(node, "start-value"), 1);
  level.format = format_of(attribute(node, "num-format"));
  level.text = pattern_of(node, index);
  return level;
}

} // namespace

flow::List read_list_style(pugi::xml_node node) {
  std::vector<flow::ListLevel> levels;
  for (auto const found : children(node)) {
    auto const index = number(attribute(found, "level"), 0);
    if (index == 0 || index > flow::List::most_levels)
      continue;
    levels.resize(std::max<std::size_t>(levels.size(), index));
    levels[index - 1] = read_level(found, index - 1);
  }
  return flow::List(std::move(levels));
}

} // namespace jixiao::odf
