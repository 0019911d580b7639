#include "recognition/records/listed_cells.hpp"

#include "grammars/indicator_value.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

namespace jixiao::recognition {

namespace {

constexpr std::size_t most_items = 16; ///< that one cell lists

/// Where the number of an item begins from `from` on: 指标2：, 指标2、
std::size_t next_item(std::string_view text, std::size_t from) {
  constexpr std::string_view word = "指标";
  for (auto at = text.find(word, from); at != std::string_view::npos; at = text.find(word, at + word.size())) {
    auto const rest = text.substr(at + word.size());
    auto const digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
    auto const behind = rest.substr(digits);
    if (digits > 0 && digits <= 2 &&
        (behind.starts_with(":") || behind.starts_with("：") || behind.starts_with("、") || behind.starts_with(".")))
      return at;
  }
  return std::string_view::npos;
}

/// 指标1：… 指标2：…, from the first character on; empty where there are not several.
std::vector<std::string_view> numbered_items(std::string_view text) {
  text = trim(text);
  std::vector<std::string_view> items;
  for (auto at = next_item(text, 0); at == 0 && items.size() < most_items;) {
    auto const next = next_item(text, 1);
    items.push_back(trim(text.substr(0, next)));
    if (next == std::string_view::npos)
      break;
    text.remove_prefix(next);
  }
  return items.size() > 1 ? items : std::vector<std::string_view>{};
}

/// The lines of a cell, or its words where the carrier has no lines; as many as `count`, else none.
std::vector<std::string_view> parts_of(std::string_view text, std::size_t count) {
  for (std::string_view const separators : {"\n", " \t\n"}) {
    std::vector<std::string_view> parts;
    for (auto rest = trim(text); !rest.empty() && parts.size() <= count;) {
      auto const end = std::min(rest.find_first_of(separators), rest.size());
      if (auto const part = trim(rest.substr(0, end)); !part.empty())
        parts.push_back(part);
      rest.remove_prefix(std::min(rest.size(), end + 1));
    }
    if (parts.size() == count)
      return parts;
  }
  return {};
}

/// The text of the only piece of a column.
std::optional<std::string_view> text_in(Draft const& draft, RecordCells const& cells, ColumnKind kind) {
  auto const* entry = cells.find(kind);
  return entry && entry->pieces.size() == 1 ? std::optional(draft.page->pieces[entry->pieces[0]].text) : std::nullopt;
}

} // namespace

std::vector<Indicator> part_listed(Draft& draft, RecordCells const& cells, Indicator& indicator,
                                   std::string const& path) {
  auto const names = text_in(draft, cells, ColumnKind::level3);
  auto const items = names ? numbered_items(*names) : std::vector<std::string_view>{};
  auto const values = text_in(draft, cells, ColumnKind::target);
  if (items.empty() || !values)
    return {};
  auto const targets = parts_of(*values, items.size());
  if (targets.empty()) {
    draft.remark(Code::cells_fused, {{"what", clean_value(items[0])}, {"cells", *indicator.level3}},
                 cells.find(ColumnKind::level3)->pieces[0], path);
    return {};
  }
  auto const result = text_in(draft, cells, ColumnKind::actual);
  auto const results = result ? parts_of(*result, items.size()) : std::vector<std::string_view>{};
  std::vector<Indicator> out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    Indicator each;
    if (i > 0) {
      each.level1 = indicator.level1, each.level2 = indicator.level2;
      each.group_weight = indicator.group_weight;
    }
    auto& part = i == 0 ? indicator : out.emplace_back(std::move(each));
    part.level3 = clean_value(items[i]);
    part.target = grammars::read_indicator_value(clean_value(targets[i]));
    if (!results.empty())
      part.actual = grammars::read_indicator_value(clean_value(results[i]));
  }
  return out;
}

} // namespace jixiao::recognition
