#include "recognition/repair/cut_goals.hpp"

#include "text/alike.hpp"

#include <algorithm>

namespace jixiao::recognition {

namespace {

constexpr std::size_t longest_side_piece = 36; ///< bytes of a piece of a label down the side

} // namespace

CutGoals::CutGoals(Page& page, LabelFinder const& labels, LabelsOver const& over) : page_(page), over_(over) {
  labels.vocabulary().visit_labels([&](std::string const& text) {
    if (labels.find_folded(text).is(Role::side, "goal"))
      sides_.push_back(ideographs_of(text));
  });
}

void CutGoals::begin(Texts const& header) {
  auto const is_goal = [&](std::uint32_t i) { return page_.pieces[i].label.as(Role::goal) != nullptr; };
  open_ = std::ranges::count_if(header, is_goal) >= 2 && std::ranges::none_of(header, [&](std::uint32_t i) {
            return page_.pieces[i].label.as(Role::column) && !is_goal(i);
          });
  if (!open_)
    return;
  first_.clear();
  block_ = block_of(header.front());
  first_x_ = page_.pieces[*std::ranges::find_if(header, is_goal)].x;
  drop_side(header);
}

/// Characters of such a label in their order, whichever are lost.
bool CutGoals::is_of_side(Piece const& piece) const {
  if (piece.x > 0 || piece.x >= first_x_ || piece.text.size() > longest_side_piece)
    return false;
  auto const text = ideographs_of(piece.text);
  return !text.empty() && std::ranges::any_of(sides_, [&](std::u32string const& side) {
    return text.size() <= side.size() && common_subsequence(text, side) == text.size();
  });
}

void CutGoals::drop_side(Texts const& texts) {
  for (auto const i : texts)
    if (is_of_side(page_.pieces[i]) && !page_.pieces[i].label.is(Role::side, "goal"))
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
