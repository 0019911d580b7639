#include "recognition/fields/adopted_unit.hpp"

#include "grammars/code_name.hpp"
#include "recognition/pieces/looks.hpp"

#include <algorithm>
#include <string>

namespace jixiao::recognition {

std::optional<std::size_t> adopt_unit(Form& form, LabelFinder const& labels) {
  auto& unit = form.implementing_unit;
  if (unit && unit->name)
    return std::nullopt;
  auto const printed = std::ranges::find_if(form.other, [&](auto const& other) {
    return labels.find(other.label.front()).is(Role::pair, "unit_of_party") && look_of(other.text) != Look::unit;
  });
  if (printed == form.other.end())
    return std::nullopt;
  if (auto const party = grammars::match_code_name(without_seal(printed->text))) {
    auto const code = party->code.empty() ? Text() : std::string(party->code);
    unit = Party{unit && unit->code ? unit->code : code, std::string(party->name)};
  }
  return static_cast<std::size_t>(printed - form.other.begin());
}

bool names_unit(std::string_view text) {
  auto const party = grammars::match_code_name(text);
  // 2299999-其他支出, 50602-资本性支出(基本建设): lines of the classifications of budgets.
  constexpr std::size_t by_function = 7, by_economy = 5;
  if (!party || party->code.size() == by_function || party->code.size() == by_economy || party->name.ends_with("支出"))
    return false;
  return !party->code.empty() && party->code.data() < party->name.data() && party->name.size() >= 9 &&
         text.size() < 120;
}

} // namespace jixiao::recognition
