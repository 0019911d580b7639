#include "recognition/findings/label_of.hpp"

namespace jixiao::recognition {

namespace {

/// The label has a role by which it leads to a field.
bool leads_to(Label const& label, FieldId field) {
  auto const name = name_of(field);
  constexpr std::string_view goals = "goals.";
  if (field == FieldId::funds)
    return label.as(Role::fund) || label.as(Role::total);
  if (name.starts_with(goals))
    return label.is(Role::goal, name.substr(goals.size()));
  return label.is(Role::pair, name);
}

bool says_itself(Claim const& claim) { return claim.kind == ClaimKind::field && claim.field == FieldId::title; }

} // namespace

std::optional<std::uint32_t> label_of(Page const& page, std::span<Claim const> claims, std::uint32_t piece) {
  auto const& claim = claims[piece];
  if (says_itself(claim))
    return std::nullopt;
  if (page.pieces[piece].label.rest > 0)
    return piece;
  std::optional<std::uint32_t> beside;
  for (auto i = piece; i-- > 0;) {
    if (claims[i].kind != ClaimKind::label || claims[i].form != claim.form)
      continue;
    if (claim.kind == ClaimKind::field && leads_to(page.pieces[i].label, claim.field))
      return i;
    if (!beside && page.pieces[i].row == page.pieces[piece].row)
      beside = i;
  }
  return beside;
}

} // namespace jixiao::recognition
