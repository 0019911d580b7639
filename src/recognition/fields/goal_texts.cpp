#include "recognition/fields/goal_texts.hpp"

#include "recognition/columns/header_row.hpp"
#include "recognition/fields/fields.hpp"
#include "recognition/fields/goal_meaning.hpp"
#include "recognition/fields/pairs.hpp"

#include <algorithm>
#include <span>
#include <array>
#include <iterator>
#include <string>
#include <utility>

namespace jixiao::recognition {

namespace {

/// The number that an item of a list begins with: 1、…, 2.…, 目标1：…, 一是…; 0 where there is none.
std::size_t item_number(Draft const& draft, std::uint32_t index) {
  static constexpr std::array numerals = {"一", "二", "三", "四", "五", "六", "七", "八", "九"};
  auto const whole = draft.text(index);
  std::string_view text = whole;
  for (std::string_view const word : {"目标", "（", "(", "第"})
    if (text.starts_with(word))
      text.remove_prefix(word.size());
  for (std::size_t i = 0; i < numerals.size(); ++i)
    if (text.starts_with(numerals[i]))
      return i + 1;
  auto const digits = std::min(text.find_first_not_of("0123456789"), text.size());
  bool const numbers = digits > 0 && digits <= 2 &&
                       (whole != text || text.substr(digits).starts_with(".") ||
                        text.substr(digits).starts_with("、") || text.substr(digits).starts_with("．"));
  return numbers ? static_cast<std::size_t>(std::stoul(std::string(text.substr(0, digits)))) : 0;
}

/// 目标1 | 目标1 | 目标2 | 目标2: the lists of two goals stand beside each other, line by line.
bool stand_in_pairs(std::vector<std::size_t> const& numbers) {
  for (std::size_t i = 0; i + 1 < numbers.size(); i += 2)
    if (numbers[i] != i / 2 + 1 || numbers[i + 1] != numbers[i])
      return false;
  return numbers.size() > 2 && numbers.size() % 2 == 0;
}

} // namespace

std::vector<std::vector<std::uint32_t>> texts_by_goal(Draft const& draft, std::vector<std::uint32_t> const& texts,
                                                      std::size_t count) {
  if (count <= 1)
    return {texts};
  std::vector<std::vector<std::uint32_t>> out;
  std::vector<std::size_t> numbers;
  std::ranges::transform(texts, std::back_inserter(numbers), [&](std::uint32_t i) { return item_number(draft, i); });
  if (count == 2 && stand_in_pairs(numbers)) {
    out.resize(count);
    for (std::size_t i = 0; i < texts.size(); ++i)
      out[i % count].push_back(texts[i]);
    return out;
  }
  for (std::size_t i = 0; i < texts.size(); ++i) {
    bool const restarts = i > 0 && numbers[0] == 1 && numbers[i] == 1;
    if (texts.size() > count && i > 0 && !restarts)
      out.back().push_back(texts[i]);
    else if (out.size() < count)
      out.push_back({texts[i]});
    else
      out.back().push_back(texts[i]);
  }
  return out;
}

bool ends_goals(Page const& page, std::uint32_t index) {
  auto const& piece = page.pieces[index];
  auto const row = page.row(piece.row);
  auto const first = std::ranges::find_if(row, &Piece::is_text);
  if (page.borders != Borders::soft || &*first != &piece)
    return false;
  auto const next = std::ranges::find_if(first + 1, row.end(), &Piece::is_text);
  if (next == row.end() || piece.text.size() > longest_unlisted_label)
    return false;
  bool const colon = piece.text.ends_with(":") || piece.text.ends_with("：");
  return colon || (may_be_label(piece) && next->label.known() && next->label.rest == 0 && !next->label.as(Role::goal));
}

bool has_revised_goal_alone(Draft const& draft, std::uint32_t end) {
  auto const& goals = draft.form.goals;
  auto const asks = [](Piece const& piece) {
    auto const target = goal_target(piece);
    return (piece.label.as(Role::goal) || heads_goals(piece)) && target != "revised" && target != "other";
  };
  auto const pieces = std::span(draft.page->pieces).subspan(draft.first_piece, end - draft.first_piece);
  return !goals.annual && !goals.expected && !goals.project && std::ranges::none_of(pieces, asks);
}

bool is_of_plan(Form const& form) {
  std::string_view const kind = form.kind;
  return kind.ends_with("declaration") || kind.ends_with("target") || kind == "target_table";
}

void add_to_annual(Draft& draft, std::vector<std::uint32_t> const& texts, std::size_t rest) {
  draft.form.goals.annual->append("\n").append(joined_text(draft, texts, rest));
  for (auto const text : texts)
    draft.take_field(text, FieldId::goals_annual);
}

void rename_goal(Draft& draft, FieldId from, FieldId to) {
  for (auto i = draft.first_piece; i <= draft.last_piece; ++i)
    if (auto const& claim = draft.claim_of(i);
        claim.form == draft.number && claim.kind == ClaimKind::field && claim.field == from)
      draft.take_field(i, to);
  for (auto& [field, place] : draft.places)
    if (field == name_of(from))
      field = name_of(to);
}

void settle_expected_goal(Draft& draft) {
  auto& goals = draft.form.goals;
  if (!goals.expected || goals.actual || goals.annual || !is_of_plan(draft.form))
    return;
  goals.annual = std::exchange(goals.expected, std::nullopt);
  rename_goal(draft, FieldId::goals_expected, FieldId::goals_annual);
}

} // namespace jixiao::recognition
