#include "rules/rules.hpp"

#include <algorithm>

namespace jixiao {

namespace {

bool is_unit_code(std::string_view code) {
  return (code.size() == 3 || code.size() == 6 || code.size() == 9) &&
         std::ranges::all_of(code, [](char c) { return c >= '0' && c <= '9'; });
}

/// True when there is a code.
bool check_party(FormCheck& form, std::string_view field, std::optional<Party> const& party) {
  if (!party || !party->code)
    return false;
  form.judged();
  if (!is_unit_code(*party->code))
    form.report(field, {{"code", *party->code}});
  return true;
}

} // namespace

/// A department's code has 3 digits, a unit's 6 (or 9, of a unit below it).
/// Breaks it: 31020某局. Satisfies it: 310204某局.
void check_unit_code_malformed(FormCheck& form) {
  bool const of_department = check_party(form, "supervising_department", form.form.supervising_department);
  bool const of_unit = check_party(form, "implementing_unit", form.form.implementing_unit);
  if (!of_department && !of_unit)
    form.needs("implementing_unit/code");
}

} // namespace jixiao
