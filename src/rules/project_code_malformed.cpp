#include "rules/rules.hpp"

#include <algorithm>

namespace jixiao {

namespace {

bool is_code_digit(char c) { return c >= '0' && c <= '9'; }
bool is_code_character(char c) { return is_code_digit(c) || (c >= 'A' && c <= 'Z'); }

/// The class letter may stand behind a year of two digits or of four.
bool is_system_code(std::string_view code) {
  return code.size() == 21 && std::all_of(code.begin(), code.begin() + 6, is_code_digit) &&
         std::ranges::all_of(code, is_code_character);
}

} // namespace

/// A project code of the integrated budget system has 21 characters: region (6 digits), year (2), class (a letter) and
/// a serial of 12 (财办〔2020〕13号, 预算管理一体化规范). Breaks it: 99012025P00A1B2C3D4. Satisfies it:
/// 99012025P00A1B2C3D4E1.
void check_project_code_malformed(FormCheck& form) {
  auto const& code = form.form.project_code;
  if (!code)
    return form.needs("project_code");
  form.judged();
  if (!is_system_code(*code))
    form.report("project_code", {{"code", *code}, {"length", code->size()}});
}

} // namespace jixiao
