#include "recognition/fields/schedule.hpp"

#include "recognition/fields/amounts.hpp"
#include "recognition/pieces/looks.hpp"

#include <algorithm>

namespace jixiao::recognition {

namespace {

using Pieces = std::vector<std::uint32_t>;

/// The texts from `at` on that are no labels: of one row, or as many as `most` where rows are not told.
Pieces take_texts(Page const& page, std::uint32_t& at, std::uint32_t end, std::size_t most, bool shares) {
  Pieces out;
  auto const row = at < end ? page.pieces[at].row : 0;
  for (; at < end && out.size() < most; ++at) {
    auto const& piece = page.pieces[at];
    if (page.has_rows() && piece.row != row)
      break;
    if (!piece.is_text())
      continue;
    auto const look = look_of(piece.text);
    if (piece.label.known() ||
        (look == Look::number || look == Look::percentage || look == Look::placeholder) != shares)
      break;
    out.push_back(at);
  }
  return out;
}

std::optional<Decimal> percent_of(std::string text) {
  for (std::string_view const sign : {"%", "％"})
    if (text.ends_with(sign))
      text.resize(text.size() - sign.size());
  return parse_decimal(text);
}

} // namespace

std::uint32_t read_schedule(Draft& draft, std::uint32_t label, std::uint32_t end) {
  auto const& page = *draft.page;
  draft.take_label(label);
  set_unit_of_amounts(draft, page.pieces[label].label.annotation, label);
  auto at = label + 1;
  auto const steps = take_texts(page, at, end, page.pieces.size(), false);
  // A merged label may be said again in front of the shares.
  for (; at < end && (!page.pieces[at].is_text() || page.pieces[at].label.as(Role::series)); ++at)
    if (page.pieces[at].is_text())
      draft.take_label(at);
  auto const shares = take_texts(page, at, end, steps.size(), true);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    auto const entry = static_cast<std::uint32_t>(draft.form.spending_schedule.size());
    auto const below =
        std::ranges::find_if(shares, [&](std::uint32_t s) { return page.pieces[s].x == page.pieces[steps[i]].x; });
    bool const by_place = page.borders <= Borders::gridded;
    auto const share = by_place            ? below
                       : i < shares.size() ? shares.begin() + static_cast<std::ptrdiff_t>(i)
                                           : shares.end();
    draft.take_field(steps[i], FieldId::spending_schedule, entry);
    ScheduleEntry step{draft.text(steps[i]), std::nullopt};
    if (share != shares.end()) {
      draft.take_field(*share, FieldId::spending_schedule, entry);
      step.percent = percent_of(draft.text(*share));
    }
    draft.form.spending_schedule.push_back(std::move(step));
  }
  if (!steps.empty())
    draft.places.push_back({"spending_schedule", steps.front()});
  return at;
}

} // namespace jixiao::recognition
