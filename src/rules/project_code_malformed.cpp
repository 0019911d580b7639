#include "rules/rules.hpp"

#include <algorithm>

namespace jixiao {

namespace {

constexpr std::size_t shortest_code = 18, longest_code = 24; ///< characters of a code of 21 that lost or doubled some

bool is_code_digit(char c) { return c >= '0' && c <= '9'; }
bool is_code_character(char c) { return is_code_digit(c) || (c >= 'A' && c <= 'Z'); }

/// The class letter may stand behind a year of two digits or of four.
bool is_system_code(std::string_view code) {
  return code.size() == 21 && std::all_of(code.begin(), code.begin() + 6, is_code_digit) &&
         std::ranges::all_of(code, is_code_character);
}

/// One of the integrated budget system, whole or damaged: other codes (P23410900-0016, W2023-017) are the office's own.
bool may_be_system_code(std::string_view code) {
  return code.size() >= shortest_code && code.size() <= longest_code &&
         std::all_of(code.begin(), code.begin() + 4, is_code_digit) && std::ranges::all_of(code, is_code_character);
}

} // namespace

/// A project code of the integrated budget system has 21 characters: region (6 digits), year (2), class (a letter) and
/// a serial of 12 (财办〔2020〕13号, 预算管理一体化规范). Breaks it: 99012025P00A1B2C3D4. Satisfies it:
/// 99012025P00A1B2C3D4E1.
void check_project_code_malformed(FormCheck& form) {
  auto const& code = form.form.project_code;
  if (!code || !may_be_system_code(*code))
    return form.needs("project_code");
  form.judged();
  if (!is_system_code(*code))
    form.report("project_code", {{"code", *code}, {"length", code->size()}});
}

} // namespace jixiao
