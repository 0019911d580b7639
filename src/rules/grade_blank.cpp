#include "rules/rules.hpp"

#include <algorithm>

namespace jixiao {

/// A form that other forms of the document grade is graded as well. Breaks it: 评分等级 blank in one form of ten.
/// Satisfies it: 优.
void check_grade_blank(FormCheck& form) {
  auto const& in = form.form;
  bool const scored = std::ranges::any_of(in.indicators, [](Indicator const& one) { return one.score.has_value(); });
  bool const others = scored && (in.grade || std::ranges::any_of(form.document.forms, [&](Form const& other) {
                                   return other.grade.has_value() && other.layout == in.layout;
                                 }));
  if (!others || form.lost("grade"))
    return form.needs("grade");
  form.judged();
  if (!in.grade)
    form.report("grade", {});
}

} // namespace jixiao
