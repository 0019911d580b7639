#include "recognition/fields/goal_rows.hpp"

#include "recognition/columns/header_row.hpp"
#include "grammars/heading.hpp"
#include "jixiao/decimal.hpp"
#include "recognition/labels/header_words.hpp"
#include "recognition/fields/goal_meaning.hpp"
#include "recognition/pieces/looks.hpp"

#include <algorithm>
#include <string_view>

namespace jixiao::recognition {

bool is_line_of_goal(Piece const& piece) { return piece.paragraph && is_goal_label(piece) && piece.label.rest == 0; }

bool begin_lines_of_goals(Page const& page, std::uint32_t at, std::uint32_t end) {
  int goals = 0;
  for (; at < end && is_line_of_goal(page.pieces[at]); ++at)
    goals += !heads_goals(page.pieces[at]);
  return goals >= 2;
}

RowTexts texts_of_row(Page const& page, std::uint32_t at, std::uint32_t end) {
  return {filled_cells(page, at, end), std::min(page.rows[page.pieces[at].row + 1], end)};
}

/// 2.培训后就业率不低于40%。 below 1.举办培训班6期。 in the cell beside the label, which goes down both rows.
static std::uint32_t take_numbered_texts(Page const& page, std::vector<std::uint32_t>& texts, std::uint32_t at,
                                         std::uint32_t end) {
  auto const number_of = [&](std::uint32_t text) {
    auto const heading = grammars::match_heading(page.pieces[text].text);
    auto const number = heading && !heading->title.empty() ? parse_decimal(heading->ordinal) : std::nullopt;
    return number ? to_double(*number) : 0;
  };
  while (at < end && number_of(texts.back()) > 0) {
    auto const row = texts_of_row(page, at, end);
    auto const& above = page.pieces[texts.back()];
    bool const goes_on = row.texts.size() == 1 && row.texts[0] > at && page.pieces[row.texts[0]].x == above.x &&
                         number_of(row.texts[0]) == number_of(texts.back()) + 1;
    if (!goes_on)
      break;
    texts.push_back(row.texts[0]);
    at = row.end;
  }
  return at;
}

std::uint32_t take_numbered_rows(Page const& page, std::vector<std::uint32_t>& texts, std::uint32_t at,
                                 std::uint32_t end) {
  if (texts.size() == 1)
    return take_numbered_texts(page, texts, at, end);
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
         std::ranges::count_if(pair, &Piece::is_text) == 2;
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
  return is_group(index) && is_group(page.text_from(index + 1, end));
}

bool is_figure(Piece const& piece) { return piece.look() <= Look::money || piece.look() == Look::percentage; }

bool ends_sentence(std::string_view text) {
  return text.ends_with("。") || text.ends_with("；") || text.ends_with(";");
}

std::size_t blanks_between(Page const& page, std::uint32_t label, std::uint32_t text) {
  auto const row_of_label = page.pieces[label].row;
  bool const below = page.pieces[text].row != row_of_label;
  std::size_t blanks = 0;
  for (auto at = text; at > label + 1 && (page.pieces[at - 1].blank() || page.pieces[at - 1].joined); --at)
    blanks += page.pieces[at - 1].blank() && !(below && page.pieces[at - 1].row == row_of_label) ? 1 : 0;
  return blanks;
}

bool is_sentence(std::string_view text) {
  return ends_sentence(text) || text.size() > longest_unknown_header || text.find("，") != std::string_view::npos ||
         text.find("；") != std::string_view::npos;
}

namespace {

bool may_name_goal(Piece const& piece) {
  return piece.label.rest == 0 && !is_sentence(piece.text) && !says_change("before_change", piece.text) &&
         !says_change("behind_change", piece.text) &&
         (may_be_label(piece) || is_goal_label(piece) || !goal_by_words(piece).empty() || tells_result(piece));
}

/// True for two labels over a row of two sentences.
bool stand_over_sentences(Page const& page, Piece const& first, Piece const& second) {
  if (!may_name_goal(first) || !may_name_goal(second) || first.row + 2 >= page.rows.size())
    return false;
  auto const below = page.row(first.row + 1);
  auto const is_its_text = [](Piece const& p) { return is_sentence(p.text) && !p.label.known(); };
  return std::ranges::count_if(below, &Piece::is_text) == 2 &&
         std::ranges::all_of(below, [&](Piece const& p) { return !p.is_text() || is_its_text(p); });
}

} // namespace

bool are_labels_of_goals(Page const& page, std::span<std::uint32_t const> texts) {
  if (texts.size() != 2)
    return false;
  auto const &first = page.pieces[texts[0]], &second = page.pieces[texts[1]];
  auto const asked = goal_target(first);
  bool const asks = asked == "expected" || asked == "annual", reached = goal_target(second) == "actual";
  return first.label.rest == 0 && second.label.rest == 0 &&
         ((asks && reached) || ((asks || reached) && stand_over_sentences(page, first, second)));
}

bool is_label_between_texts(Page const& page, std::uint32_t index, std::uint32_t end) {
  auto const& label = page.pieces[index];
  auto const row = texts_of_row(page, index, end);
  return page.has_rows() && row.texts.size() == 2 && may_name_goal(label) && goal_target(label) == "actual" &&
         !label.blank() && is_sentence(page.pieces[row.texts[1]].text);
}

bool are_goals_by_words(Page const& page, std::uint32_t at, std::uint32_t end) {
  if (!page.has_rows() || goal_by_words(page.pieces[at]) != "expected")
    return false;
  auto const row = texts_of_row(page, at, end);
  auto const below =
      row.texts.size() == 2 && row.end < end ? texts_of_row(page, row.end, end).texts : std::vector<std::uint32_t>();
  auto texts = row.texts;
  texts.insert(texts.end(), below.begin(), below.end());
  return texts.size() == 4 && is_sentence(page.pieces[texts[1]].text) &&
         goal_target(page.pieces[texts[2]]) == "actual" && is_sentence(page.pieces[texts[3]].text);
}

bool tells_change(Page const& page, std::span<std::uint32_t const> texts) {
  auto const first = texts.empty() ? std::string_view() : page.pieces[texts[0]].text;
  return texts.size() > 1 && (says_change("before_change", first) || says_change("behind_change", first));
}

} // namespace jixiao::recognition
