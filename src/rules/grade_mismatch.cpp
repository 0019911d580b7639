#include "rules/rules.hpp"

#include "rules/exact.hpp"
#include "rules/words.hpp"

#include <algorithm>
#include <utility>

namespace jixiao {

namespace {

constexpr std::pair<std::string_view, std::string_view> synonyms[] = {
    {"优秀", "优"}, {"良好", "良"}, {"中等", "中"}, {"一般", "中"}, {"合格", "中"}, {"不合格", "差"}, {"较差", "差"}};

std::string canonical(std::string_view grade) {
  auto text = bare(grade);
  for (auto const& [word, letter] : synonyms)
    if (text == word)
      return std::string(letter);
  return text;
}

} // namespace

/// A grade is that of its score: 优 from 90, 良 from 80, 中 from 60, 差 below (财预〔2020〕10号 第十七条).
/// Breaks it: 84.47 called 优. Satisfies it: 84.47 called 良.
void check_grade_mismatch(FormCheck& form) {
  if (!form.form.grade || !form.form.total_score)
    return form.needs(form.form.grade ? "total_score" : "grade");
  auto const printed = canonical(*form.form.grade);
  auto const& grades = form.profile.grades;
  auto const known = std::ranges::find(grades, printed, &GradeCutOff::grade);
  auto const earned =
      std::ranges::find_if(grades, [&](GradeCutOff const& grade) { return !less(*form.form.total_score, grade.from); });
  if (known == grades.end() || earned == grades.end())
    return form.needs("a grade that the profile knows");
  form.judged();
  if (known != earned)
    form.report(
        "grade",
        {{"grade", *form.form.grade}, {"score", to_string(*form.form.total_score)}, {"expected", earned->grade}});
}

} // namespace jixiao
