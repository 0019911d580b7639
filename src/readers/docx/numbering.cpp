#include "readers/docx/numbering.hpp"

#include "readers/docx/elements.hpp"
#include "readers/xml.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <utility>

namespace jixiao::docx {
namespace {

constexpr std::size_t longest_label = 768; // bytes of the 255 characters that Word allows; printed with each paragraph
constexpr int longest_numbering_chain = 32;

std::optional<std::uint32_t> value_of(pugi::xml_node property) {
  if (!property)
    return std::nullopt;
  return number_of(property, 0);
}

void append_bullet(std::string& out, std::string_view text, SymbolFont font) {
  for (std::size_t at = 0; at < text.size();) {
    auto const c = character_at(text, at);
    at += c.length;
    auto const sign = symbol(font, c.value);
    bool const is_private = c.value >= 0xE000 && c.value <= 0xF8FF;
    append_utf8(out, sign != 0 ? sign : is_private ? U'•' : c.value);
  }
}

} // namespace

ListPlace list_place(pugi::xml_node num_pr) {
  return {value_of(child(num_pr, Element::num_id)), value_of(child(num_pr, Element::ilvl))};
}

Numbering::Level Numbering::read_level(pugi::xml_node node, std::uint32_t index) {
  Level level;
  level.restart = index;
  for (auto const property : children(node)) {
    auto const name = local_name(property);
    if (name == "start")
      level.start = number_of(property, 0);
    else if (name == "numFmt")
      level.format = number_format(jixiao::attribute(property, "val"));
    else if (name == "lvlText")
      level.text = jixiao::attribute(property, "val");
    else if (name == "lvlRestart")
      level.restart = number_of(property, index);
    else if (name == "isLgl")
      level.legal = is_on(property);
    else if (name == "suff")
      level.gap = jixiao::attribute(property, "val") != "nothing";
    else if (name == "pStyle")
      level.style = jixiao::attribute(property, "val");
    else if (name == "rPr") {
      level.font = symbol_font(jixiao::attribute(child(property, Element::r_fonts), "ascii"));
      level.hidden = is_on(child(property, Element::vanish));
    }
  }
  if (level.text.size() > longest_label) {
    auto end = longest_label;
    while (end > 0 && (static_cast<unsigned char>(level.text[end]) & 0xC0) == 0x80) // within a character
      --end;
    level.text = level.text.substr(0, end), level.cut = true;
  }
  return level;
}

void Numbering::put_level(List& list, pugi::xml_node node) {
  auto const index = number_of(jixiao::attribute(node, "ilvl"), level_count);
  if (index >= level_count)
    return;
  list.levels.resize(std::max<std::size_t>(list.levels.size(), index + 1));
  list.levels[index] = read_level(node, index);
  list.starts[index] = list.levels[index].start;
}

void Numbering::read_lists(pugi::xml_node numbering) {
  std::unordered_map<std::uint32_t, std::size_t> by_id;
  std::unordered_map<std::string_view, std::size_t> by_style;
  for (auto const node : children(numbering)) {
    auto const name = local_name(node);
    if (name == "abstractNum") {
      by_id.try_emplace(number_of(jixiao::attribute(node, "abstractNumId"), 0), lists_.size());
      if (auto const style = jixiao::child(node, "styleLink"))
        by_style.try_emplace(jixiao::attribute(style, "val"), lists_.size());
      auto& list = lists_.emplace_back();
      list.link = jixiao::attribute(jixiao::child(node, "numStyleLink"), "val");
      for (auto const level : children(node))
        if (local_name(level) == "lvl")
          put_level(list, level);
    } else if (name == "num") {
      auto const list = by_id.find(number_of(jixiao::child(node, "abstractNumId"), 0));
      if (list != by_id.end())
        uses_.try_emplace(number_of(jixiao::attribute(node, "numId"), 0), Use{list->second, node});
    }
  }
  for (auto& [id, use] : uses_)
    if (auto const& link = lists_[use.list].link; !link.empty())
      if (auto const linked = by_style.find(link); linked != by_style.end())
        use.list = linked->second;
}

void Numbering::complete_from_style(ListPlace& place, std::string_view style) {
  for (int hops = 0; hops < longest_numbering_chain && !place.list; ++hops) {
    auto const node = styles_.find(style);
    if (!exists(node))
      return;
    auto const of_style = list_place(child(child(node, Element::p_pr), Element::num_pr));
    place.list = of_style.list;
    if (!place.level)
      place.level = of_style.level;
    if (place.list)
      break;
    style = jixiao::attribute(jixiao::child(node, "basedOn"), "val");
  }
  auto const use = place.list && !place.level ? uses_.find(*place.list) : uses_.end();
  if (use == uses_.end())
    return;
  auto const& levels = lists_[use->second.list].levels;
  auto const level = std::ranges::find(levels, style, &Level::style);
  if (level != levels.end())
    place.level = static_cast<std::uint32_t>(level - levels.begin());
}

/// What a list changes of its abstract list holds from its first paragraph on.
void Numbering::begin(Use& use) {
  auto& list = lists_[use.list];
  for (auto const change : children(use.source)) {
    auto const index = number_of(jixiao::attribute(change, "ilvl"), level_count);
    if (local_name(change) != "lvlOverride" || index >= level_count)
      continue;
    if (auto const level = jixiao::child(change, "lvl"))
      put_level(list, level);
    if (auto const start = jixiao::child(change, "startOverride")) {
      list.starts[index] = number_of(start, 0);
      list.begun[index] = false;
    }
  }
  use.begun = true;
}

void Numbering::count(List& list, std::size_t level) {
  for (std::size_t i = 0; i <= level; ++i)
    if (!list.begun[i])
      list.counts[i] = list.starts[i], list.begun[i] = true;
    else if (i == level)
      ++list.counts[i];
  for (auto i = level + 1; i < level_count; ++i)
    if (i >= list.levels.size() || level < list.levels[i].restart)
      list.begun[i] = false;
}

void Numbering::append_label(List const& list, Level const& level, std::string& out) {
  if (level.format == NumberFormat::bullet)
    return append_bullet(out, level.text, level.font);
  for (std::size_t at = 0; at < level.text.size(); ++at) {
    char const c = level.text[at], next = at + 1 < level.text.size() ? level.text[at + 1] : '\0';
    if (c != '%' || next < '1' || next > '9') {
      out.push_back(c);
      continue;
    }
    ++at;
    auto const place = static_cast<std::size_t>(next - '1');
    if (place < list.levels.size())
      append_number(out, list.counts[place], level.legal ? NumberFormat::decimal : list.levels[place].format);
  }
  out += level.cut ? "…" : "";
}

Gap Numbering::append_next(ListPlace place, std::string_view style, std::string& out) {
  if (!std::exchange(has_lists_, true))
    read_lists(parts_.related("numbering"));
  if (uses_.empty())
    return Gap::none;
  if (!place.list && !style.empty())
    complete_from_style(place, style);
  auto const found = place.list ? uses_.find(*place.list) : uses_.end();
  if (found == uses_.end())
    return Gap::none;
  auto& use = found->second;
  if (!use.begun)
    begin(use);
  auto& list = lists_[use.list];
  auto const level = place.level.value_or(0);
  if (level >= list.levels.size())
    return Gap::none;
  count(list, level);
  if (list.levels[level].hidden)
    return Gap::none;
  auto const before = out.size();
  append_label(list, list.levels[level], out);
  return out.size() > before && list.levels[level].gap ? Gap::some : Gap::none;
}

} // namespace jixiao::docx
