#include "recognition/repair/mended_headers.hpp"

#include "recognition/labels/header_words.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::recognition {

namespace {

constexpr std::size_t longest_header_text = 36; ///< bytes of a text that can be such a label
constexpr std::size_t fewest_known = 3;         ///< labels beside it
constexpr std::size_t most_known = 16;          ///< labels beside it that are looked at, on either side
constexpr std::size_t longest_character = 4;    ///< bytes
constexpr std::size_t most_unknown = 2;         ///< texts between it and such a label

/// The text is the label without one of its characters.
bool lacks_one(std::string_view text, std::string_view label) {
  if (label.size() <= text.size() || label.size() > text.size() + longest_character ||
      label.size() > longest_header_text)
    return false;
  auto const same = static_cast<std::size_t>(std::ranges::mismatch(text, label).in1 - text.begin());
  for (std::size_t at = 0; at <= same;) {
    auto const length = character_at(label, at).length;
    if (text.size() + length == label.size() && text.substr(at) == label.substr(at + length))
      return true;
    at += length;
  }
  return false;
}

class HeaderMender {
public:
  HeaderMender(Page& page, LabelFinder const& labels) : page_(page), labels_(labels) {}

  void run() {
    for (auto const role : {Role::column, Role::measure})
      for (std::uint32_t at = 0; at < page_.pieces.size(); ++at)
        if (can_be_label(at))
          mend(at, role);
  }

private:
  bool can_be_label(std::uint32_t at) const {
    auto const& piece = page_.pieces[at];
    return piece.is_text() && !piece.fused && !piece.label.known() && !piece.label.is_level() &&
           piece.text.size() <= longest_header_text &&
           std::ranges::none_of(piece.text, [](char c) { return c >= '0' && c <= '9'; });
  }

  /// What the labels next to a piece lead to, as far as they follow each other in one direction.
  void collect(std::uint32_t at, int step, Role role, std::vector<std::string_view>& targets) const {
    auto const row = page_.pieces[at].row;
    std::size_t known = 0, unknown = 0;
    for (auto next = std::int64_t{at} + step; next >= 0 && next < std::ssize(page_.pieces) && known < most_known;
         next += step) {
      auto const& piece = page_.pieces[static_cast<std::size_t>(next)];
      if (page_.has_rows() && piece.row != row)
        return;
      if (!piece.is_text())
        continue;
      auto const* meaning = piece.label.as(role);
      if (unknown < most_unknown && can_be_label(static_cast<std::uint32_t>(next))) {
        ++unknown;
        continue;
      }
      unknown = 0;
      bool const side = piece.label.as(Role::side) != nullptr;
      if (piece.label.rest > 0 || (!meaning && !side))
        return;
      if (!side)
        targets.push_back(meaning->target), ++known;
    }
  }

  void mend(std::uint32_t at, Role role) {
    std::vector<std::string_view> beside;
    collect(at, -1, role, beside);
    collect(at, 1, role, beside);
    if (beside.size() < fewest_known)
      return;
    auto& piece = page_.pieces[at];
    auto const text = folded(piece.text);
    bool const last_year =
        std::ranges::any_of(beside, [](std::string_view target) { return target.starts_with("last_"); });
    auto const told = role == Role::column ? header_meaning(piece.text) : std::nullopt; // 标准值 is no 标准分值
    std::string_view found, found_target; // the first in the order of the alphabet
    for (auto const label : labels_.labels_of_columns()) {
      if (!lacks_one(text, label))
        continue;
      auto const* meaning = meaning_of(labels_.vocabulary().find(label), role);
      bool const of_last_year = meaning && meaning->target.starts_with("last_");
      if (!meaning || (told && *told != meaning->target) || (of_last_year && !last_year) ||
          std::ranges::find(beside, meaning->target) != beside.end())
        continue;
      if (!found.empty() && found_target != meaning->target)
        return; // two columns are missing, and it may be either
      if (found.empty())
        found = label, found_target = meaning->target;
    }
    if (found.empty())
      return;
    piece.label = labels_.find_folded(found);
    page_.mended.push_back(at);
  }

  Page& page_;
  LabelFinder const& labels_;
};

} // namespace

void mend_headers(Page& page, LabelFinder const& labels) { HeaderMender(page, labels).run(); }

} // namespace jixiao::recognition
