#include "rules/rules.hpp"

#include "rules/words.hpp"

#include <map>

namespace jixiao {

namespace {

constexpr std::size_t fewest_alike = 6;
constexpr std::size_t most_of_ten = 6;

} // namespace

/// Targets are set for each indicator by what it measures; one percentage in most rows was not thought about.
/// Breaks it: 11 of 15 indicators at =100.00(%). Satisfies it: targets of their own.
void check_targets_all_alike(FormCheck& form) {
  auto const& rows = form.form.indicators;
  if (rows.size() < fewest_alike)
    return form.needs("indicators");
  form.judged();
  std::map<std::string_view, std::size_t> counts;
  for (auto const& row : rows)
    if (row.target && row.target->number && row.target->unit && is_percent(*row.target->unit))
      ++counts[row.target->text];
  for (auto const& [target, count] : counts)
    if (count >= fewest_alike && count * 10 > rows.size() * most_of_ten)
      form.report("indicators", {{"count", count}, {"of", rows.size()}, {"target", target}});
}

} // namespace jixiao
