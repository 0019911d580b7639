#include "rules/rules.hpp"

#include "rules/words.hpp"

#include <algorithm>
#include <string>

namespace jixiao {

namespace {

/// 3 of 3.00; nothing of a fraction.
std::string whole(Decimal value) {
  for (; value.scale > 0; --value.scale, value.coefficient /= 10)
    if (value.coefficient % 10 != 0)
      return {};
  return std::to_string(value.coefficient);
}

bool is_part_of_number(char c) { return (c >= '0' && c <= '9') || c == '.'; }

/// `amount` stands in the name as a number of its own: 3期 in 举办培训3期, not in 举办培训13期.
bool holds(std::string_view name, std::string_view amount) {
  for (auto at = name.find(amount); at != name.npos; at = name.find(amount, at + 1))
    if (at == 0 || !is_part_of_number(name[at - 1]))
      return true;
  return false;
}

/// The number, and behind it what people or things are counted in: 村组干部230人.
bool holds_counted(std::string_view name, std::string const& number) {
  constexpr std::string_view counters[] = {"人", "名", "户", "家", "场", "期", "件", "台", "套", "座"};
  return number.size() > 1 && std::ranges::any_of(counters, [&](std::string_view counter) {
           return holds(name, number + std::string(counter));
         });
}

} // namespace

/// The name says what is measured, the target how much of it: a number that stands in both has to be changed twice.
/// Breaks it: 举办培训3期 =3期. Satisfies it: 举办培训期数 =3期.
void check_name_holds_target(FormCheck& form) {
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& row = form.form.indicators[i];
    auto const& target = row.target;
    if (!row.level3 || !target || target->kind != ValueKind::quantity || !target->number || !target->unit ||
        target->unit->empty() || form.garbled(i, "level3"))
      continue;
    form.judged();
    auto const number = whole(*target->number);
    bool const subject = target->subject && !target->subject->empty();
    if (number.empty() || row.level3->find(number) == std::string::npos)
      continue;
    if (!subject && *target->unit != "年" &&
        (holds(*row.level3, number + *target->unit) || holds_counted(*row.level3, number)))
      form.report_indicator(i, "level3", {{"name", *row.level3}, {"target", target->text}});
  }
  form.needs("indicators/target with number and unit");
}

} // namespace jixiao
