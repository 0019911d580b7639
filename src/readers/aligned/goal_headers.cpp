#include "readers/aligned/goal_headers.hpp"

#include "readers/aligned/headers.hpp"
#include "readers/geometry/wraps.hpp"
#include "recognition/labels/header_words.hpp"

#include <algorithm>

namespace jixiao::aligned {

namespace {

using recognition::Role;

/// A label that heads a goal, or would by its words.
bool names_goal(Run const& run) {
  return run.label.as(Role::goal) || recognition::label_by_words(run.text).as(Role::goal);
}

bool is_sentence(std::string_view text) {
  return ends_sentence(text) || text.find("，") != text.npos || text.find("；") != text.npos ||
         text.find("。") != text.npos;
}

bool may_head_goal(Run const& run) {
  constexpr std::size_t longest = 10; // characters
  return run.label.rest == 0 && !is_figure(run.text) && !is_sentence(run.text) && length_of(run.text) <= longest &&
         run.text.find("：") == run.text.npos;
}

/// Reads the lines below a header down to a sentence below each of its texts, or to what is none of them.
bool have_sentences_below(Sheet const& sheet, Run const& left, Run const& right, std::vector<bool> const& taken) {
  constexpr std::uint32_t most = 8; // lines of the longer one
  constexpr double moved = 2;       // columns
  bool below_left = false, below_right = false;
  auto const end = std::min(static_cast<std::uint32_t>(sheet.text->lines.size()), right.line + 1 + most);
  for (auto line = right.line + 1; line < end && sheet.page(line) == sheet.page(right.line); ++line)
    for (auto run = sheet.begins[line]; run < sheet.begins[line + 1]; ++run) {
      auto const& text = sheet.runs[run];
      bool const beside = taken[run] || (run == sheet.begins[line] && is_side(text.label) && text.x1 <= left.x0);
      if (beside)
        continue;
      if ((text.label.known() && text.label.rest == 0) || is_figure(text.text))
        return false;
      auto& below = text.x0 + moved < right.x0 ? below_left : below_right;
      below = below || is_sentence(text.text);
      if (below_left && below_right)
        return true;
    }
  return false;
}

} // namespace

bool heads_goals_by_words(Sheet const& sheet, std::uint32_t line, std::vector<bool> const& taken) {
  std::vector<Run const*> texts;
  for (auto run = sheet.begins[line]; run < sheet.begins[line + 1]; ++run)
    if (!taken[run])
      texts.push_back(&sheet.runs[run]);
  return texts.size() == 2 && may_head_goal(*texts[0]) && may_head_goal(*texts[1]) &&
         (names_goal(*texts[0]) || names_goal(*texts[1])) && have_sentences_below(sheet, *texts[0], *texts[1], taken);
}

bool begins_goal_by_words(Sheet const& sheet, std::uint32_t run) {
  auto const& label = sheet.runs[run];
  return sheet.begins[label.line] == run && run + 2 == sheet.begins[label.line + 1] && may_head_goal(label) &&
         names_goal(label) && is_sentence(sheet.runs[run + 1].text);
}

} // namespace jixiao::aligned
