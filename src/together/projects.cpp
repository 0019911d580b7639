#include "together/projects.hpp"

#include "rules/words.hpp"
#include "together/compare.hpp"

#include <algorithm>

namespace jixiao {

namespace {

constexpr std::size_t shortest_code = 10;   ///< bytes; shorter ones are running numbers
constexpr std::size_t telling_name = 6 * 3; ///< bytes of a name that tells a project without its unit
constexpr double one_name = 0.5;            ///< share that names of one project have, where its code says so
constexpr std::size_t most_units = 256;     ///< of one name that are looked through for a unit written otherwise

bool is_code(std::string_view code) {
  return code.size() >= shortest_code && std::ranges::any_of(code, [](char c) { return c >= '0' && c <= '9'; });
}

/// 水务局 and 石桥湾区水务局 may be one unit; two that are not printed are, within one document or with a telling name.
bool may_be_one(std::string_view a, std::string_view b) {
  return a == b || (!a.empty() && !b.empty() && (a.find(b) != a.npos || b.find(a) != b.npos));
}

} // namespace

std::size_t Projects::project_of(FormTrace const& form, std::size_t number, std::optional<std::size_t>& same_code) {
  auto const code = bare(form.code);
  if (!is_code(code))
    return by_name(form);
  auto const found = by_code_.find(code);
  if (found == by_code_.end()) {
    auto const project = by_name(form);
    by_code_.try_emplace(code, Coded{project, number, form.project});
    return project;
  }
  if (form.project.empty() || found->second.name.empty() || name_share(form.project, found->second.name) >= one_name)
    return found->second.project;
  same_code = found->second.form;
  return by_name(form);
}

std::size_t Projects::by_name(FormTrace const& form) {
  auto const name = without_years(form.project);
  if (name.empty())
    return count_++;
  auto const unit = bare(form.unit);
  auto& of_name = by_name_[name];
  auto const found = std::ranges::find_if(of_name, [&](Named const& one) {
    if (unit.empty() != one.unit.empty() || unit.empty())
      return one.document == form.document || (name.size() >= telling_name && of_name.size() == 1);
    return may_be_one(unit, one.unit);
  });
  if (found != of_name.end())
    return found->project;
  if (of_name.size() < most_units)
    of_name.push_back({unit, form.document, count_});
  return count_++;
}

} // namespace jixiao
