#include "recognition/fields/goal_rows.hpp"

#include "recognition/columns/header_row.hpp"
#include "recognition/pieces/looks.hpp"

#include <algorithm>
#include <string_view>

namespace jixiao::recognition {

RowTexts texts_of_row(Page const& page, std::uint32_t at, std::uint32_t end) {
  RowTexts out;
  auto const row = page.pieces[at].row;
  for (; at < end && page.pieces[at].row == row; ++at)
    if (!page.pieces[at].blank() && !page.pieces[at].joined)
      out.texts.push_back(at);
  out.end = at;
  return out;
}

std::uint32_t take_numbered_rows(Page const& page, std::vector<std::uint32_t>& texts, std::uint32_t at,
                                 std::uint32_t end) {
  auto const is_numbered = [&](std::vector<std::uint32_t> const& row) {
    return row.size() == 2 && page.pieces[row[0]].look() == Look::offered && !page.pieces[row[1]].label.known();
  };
  if (!is_numbered(texts))
    return at;
  while (at < end) {
    auto const row = texts_of_row(page, at, end);
    if (!is_numbered(row.texts))
      break;
    texts.insert(texts.end(), row.texts.begin(), row.texts.end());
    at = row.end;
  }
  return at;
}

bool are_left_blank(Page const& page, std::span<std::uint32_t const> labels, std::uint32_t below) {
  if (page.borders != Borders::exact || labels.empty())
    return false;
  auto const has_blank = [&](std::uint32_t label) {
    auto const& beside = page.pieces[label + 1]; // `below` is behind all labels
    return beside.blank() && beside.row == page.pieces[label].row;
  };
  auto const pair = page.row(page.pieces[below].row);
  return std::ranges::all_of(labels, has_blank) && may_be_label(pair.front()) &&
         std::ranges::count_if(pair, [](Piece const& p) { return !p.blank() && !p.joined; }) == 2;
}

bool is_number_before(Page const& page, std::uint32_t index, std::uint16_t x) {
  auto const& piece = page.pieces[index];
  return page.borders <= Borders::separated && piece.look() == Look::number && piece.x < x;
}

bool is_group_before_another(Page const& page, std::uint32_t index, std::uint32_t end) {
  auto const row = page.pieces[index].row;
  auto const is_group = [&](std::uint32_t at) {
    return at < end && page.pieces[at].row == row && page.pieces[at].label.is_level() &&
           page.pieces[at].label.rest == 0;
  };
  auto next = index + 1;
  while (next < end && (page.pieces[next].blank() || page.pieces[next].joined))
    ++next;
  return is_group(index) && is_group(next);
}

bool is_figure(Piece const& piece) { return piece.look() <= Look::money || piece.look() == Look::percentage; }

bool ends_sentence(std::string_view text) {
  return text.ends_with("。") || text.ends_with("；") || text.ends_with(";");
}

bool tells_change(Page const& page, std::span<std::uint32_t const> texts) {
  auto const first = texts.empty() ? std::string_view() : page.pieces[texts[0]].text;
  return texts.size() > 1 && (says_change("before_change", first) || says_change("behind_change", first));
}

} // namespace jixiao::recognition
