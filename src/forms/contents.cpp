#include "forms/contents.hpp"

#include "grammars/heading.hpp"
#include "text/alike.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <charconv>
#include <unordered_set>

namespace jixiao {
namespace {

constexpr std::size_t longest_entry = 180; ///< bytes
constexpr std::size_t most_compared = 100;
constexpr std::size_t shortest_compared = 5; ///< ideographs
constexpr double nearly = 0.75;

bool ends_sentence(std::string_view text) {
  return text.ends_with("；") || text.ends_with("。") || text.ends_with(";") || text.ends_with("，");
}

int number_of(std::string_view ordinal) {
  int number = 0;
  std::from_chars(ordinal.data(), ordinal.data() + ordinal.size(), number);
  return number;
}

std::string folded(std::string_view text) {
  std::string out;
  fold_label(text, out);
  return out;
}

/// True when one of the entries is the text of a cell, or nearly so, or that of a row whose edges cut it: scraped names
/// are damaged.
bool names_a_cell(Page const& page, std::vector<std::string> const& entries) {
  std::unordered_set<std::string> wanted;
  std::vector<std::u32string> characters;
  for (auto const& entry : entries) {
    wanted.insert(folded(entry));
    if (characters.size() < most_compared)
      characters.push_back(ideographs_of(entry));
  }
  std::size_t compared = 0;
  auto const is_nearly_one = [&](std::u32string const& text) {
    return text.size() >= shortest_compared && ++compared <= most_compared * 10 &&
           std::ranges::any_of(characters,
                               [&](std::u32string const& entry) { return likeness(text, entry) >= nearly; });
  };
  for (auto const& row : page.reading->rows) {
    if (page.reading->blocks[row.block].kind != BlockKind::table)
      continue;
    std::string whole;
    for (auto const& cell : page.reading->cells_of(row)) {
      if (cell.text.empty() || cell.text.size() > longest_entry)
        continue;
      if (wanted.contains(folded(cell.text)))
        return true;
      if (is_nearly_one(ideographs_of(cell.text)))
        return true;
      whole += cell.text;
    }
    if (whole.size() <= longest_entry && is_nearly_one(ideographs_of(whole)))
      return true;
  }
  return false;
}

} // namespace

Contents find_contents(Page const& page) {
  Contents contents;
  for (std::uint32_t row = 0; row < page.rows.size(); ++row) {
    auto const cells = page.row(row);
    if (page.reading->blocks[page.reading->rows[row].block].kind == BlockKind::table)
      break;
    if (cells.empty() || page.text(cells[0]).size() > longest_entry)
      continue;
    auto const text = clean_value(page.text(cells[0]));
    auto const heading = grammars::match_heading(text);
    bool const goes_on = heading && !ends_sentence(text) && heading->style == grammars::OrdinalStyle::decimal &&
                         !heading->title.empty() &&
                         number_of(heading->ordinal) == static_cast<int>(contents.entries.size()) + 1;
    if (goes_on) {
      contents.rows.push_back(row);
      contents.entries.push_back(clean_value(heading->title));
    } else if (!contents.entries.empty()) {
      break;
    }
  }
  if (contents.entries.size() < 2 || !names_a_cell(page, contents.entries))
    return {};
  return contents;
}

} // namespace jixiao
