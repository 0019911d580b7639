#include "recognition/repair/cut_goals.hpp"

#include "text/alike.hpp"

#include <algorithm>
#include <utility>

namespace jixiao::recognition {

namespace {

constexpr std::size_t longest_side_piece = 36; ///< bytes of a piece of a label down the side

} // namespace

CutGoals::CutGoals(Page& page, LabelFinder const& labels, LabelsOver const& over) : page_(page), over_(over) {
  labels.vocabulary().visit_labels([&](std::string const& text, auto const&) {
    if (labels.find_folded(text).is(Role::side, "goal"))
      sides_.push_back(ideographs_of(text));
  });
}

/// Of each piece a character may be another, and half of them lost.
bool CutGoals::is_left_of(std::u32string const& label, Page const& page, std::span<std::uint32_t const> texts) {
  constexpr std::size_t fewest = 2;
  std::u32string left;
  for (auto const i : texts)
    left += ideographs_of(page.pieces[i].text);
  auto const common = common_subsequence(left, label);
  return common >= fewest && 2 * common >= label.size() && left.size() <= common + texts.size();
}

void CutGoals::mend_header(std::uint32_t row) {
  constexpr std::size_t most_pieces = 8;
  if (open_ || known_.size() != 2)
    return;
  auto texts = texts_of(page_, row);
  std::erase_if(texts, [&](std::uint32_t i) { return page_.pieces[i].x == 0 && is_of_side(page_.pieces[i]); });
  auto const is_other = [&](std::uint32_t i) {
    auto const& label = page_.pieces[i].label;
    return label.is_level() || label.rest > 0 || (label.known() && !label.as(Role::goal));
  };
  if (texts.size() < 2 || texts.size() > most_pieces || std::ranges::any_of(texts, is_other))
    return;
  auto const first = ideographs_of(known_[0].text), second = ideographs_of(known_[1].text);
  for (std::size_t border = 1; border < texts.size(); ++border) {
    auto const left = std::span(texts).first(border), right = std::span(texts).subspan(border);
    if (!is_left_of(first, page_, left) || !is_left_of(second, page_, right))
      continue;
    for (auto const& [pieces, label] : {std::pair(left, known_[0]), std::pair(right, known_[1])}) {
      if (pieces.size() == 1 && page_.pieces[pieces.front()].label.as(Role::goal))
        continue;
      join_pieces(page_, pieces, label);
      if (ideographs_of(page_.pieces[pieces.front()].text) != ideographs_of(label.text))
        page_.mended.push_back(pieces.front());
    }
    return;
  }
}

bool CutGoals::begin(Texts const& header) {
  open_ = LabelsOver::heads_goals(page_, header);
  if (!open_)
    return false;
  auto const is_goal = [&](std::uint32_t i) { return page_.pieces[i].label.as(Role::goal) != nullptr; };
  first_.clear();
  known_.clear();
  for (auto const i : header)
    if (is_goal(i))
      known_.push_back(page_.pieces[i].label);
  block_ = block_of(header.front());
  first_x_ = page_.pieces[*std::ranges::find_if(header, is_goal)].x;
  drop_side(header);
  return true;
}

void CutGoals::widen_labels() {
  if (!open_)
    return;
  for (auto const& [first, end] : over_.ranges())
    if (auto const label = over_.label_over(first); label && page_.pieces[*label].label.as(Role::goal))
      page_.pieces[*label].x = first, page_.pieces[*label].x_end = end;
}

void CutGoals::drop_side_lines() {
  constexpr std::size_t reach = 4; // lines
  auto const is_line_of_goal = [](Piece const& piece) {
    return piece.paragraph && piece.label.rest == 0 && piece.label.as(Role::goal);
  };
  for (std::size_t i = 0; i < page_.pieces.size(); ++i) {
    auto& piece = page_.pieces[i];
    if (!piece.paragraph || piece.joined || names_something(piece) || !is_of_side(piece))
      continue;
    auto const next = std::span(page_.pieces).subspan(i + 1, std::min(reach, page_.pieces.size() - i - 1));
    piece.joined = std::ranges::count_if(next, is_line_of_goal) >= 2;
  }
}

/// Characters of such a label in their order, whichever are lost.
bool CutGoals::is_of_side(Piece const& piece) const {
  if (piece.text.size() > longest_side_piece)
    return false;
  auto const text = ideographs_of(piece.text);
  return !text.empty() && std::ranges::any_of(sides_, [&](std::u32string const& side) {
    return text.size() <= side.size() && common_subsequence(text, side) == text.size();
  });
}

void CutGoals::drop_side(Texts const& texts) {
  for (auto const i : texts)
    if (auto const& piece = page_.pieces[i];
        piece.x == 0 && first_x_ > 0 && is_of_side(piece) && !piece.label.is(Role::side, "goal"))
      page_.pieces[i].joined = true;
}

bool CutGoals::take(Texts const& texts) {
  if (!open_)
    return false;
  if (texts.empty())
    return true;
  if (block_of(texts.front()) != block_ || LabelsOver::is_header(page_, texts) || over_.begins_pairs(texts)) {
    open_ = false;
    return false;
  }
  drop_side(texts);
  std::map<std::uint32_t, std::vector<std::uint32_t>> lines;
  for (auto const i : texts)
    if (!page_.pieces[i].joined && !page_.pieces[i].label.is(Role::side, "goal"))
      if (auto const label = over_.label_over(page_.pieces[i].x))
        lines[*label].push_back(i);
  for (auto const& [label, pieces] : lines) {
    std::vector<Piece const*> parts;
    for (auto const i : pieces)
      parts.push_back(&page_.pieces[i]);
    auto text = scraped_text(parts);
    auto const [known, is_first] = first_.try_emplace(label, pieces.front());
    auto& whole = page_.pieces[known->second];
    if (!is_first)
      text.insert(0, whole.text);
    for (auto const i : pieces) {
      if (i != known->second) {
        page_.cut_texts.push_back({known->second, i, {}});
        page_.pieces[i].joined = true;
        page_.pieces[i].text = {};
      }
      page_.pieces[i].label = {};
    }
    whole.text = page_.own.emplace_back(std::move(text));
    whole.known_look.reset();
  }
  return true;
}

} // namespace jixiao::recognition
