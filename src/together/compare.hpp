#pragma once

#include "together/trace.hpp"

#include <jixiao/together.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao {

/// Takes the findings of comparisons.
class AcrossSink {
public:
  AcrossSink(std::vector<AcrossFinding>& findings, std::size_t most) : findings_(findings), most_(most) {}

  void report(Code code, std::vector<Argument> arguments, AcrossPlace here, AcrossPlace there);
  void add(std::vector<AcrossFinding> findings);

private:
  std::vector<AcrossFinding>& findings_;
  std::size_t most_; ///< further ones are dropped
};

AcrossPlace place_of(FormTrace const& form);
AcrossPlace place_of(FormTrace const& form, TracedIndicator const& row, std::string printed);
AcrossPlace place_of(FormTrace const& form, TracedAmount const& amount);
AcrossPlace place_of(FormTrace const& form, TracedText const& goal);

/// Which rows of two forms are one indicator.
struct RowMatch {
  TracedIndicator const* here = nullptr;  ///< nullptr: only there
  TracedIndicator const* there = nullptr; ///< nullptr: only here
  bool renamed = false;
};

/// By name and group; then, of what is left, by group, value and a name that is nearly the same. In the order of
/// `here`, then of `there`.
std::vector<RowMatch> match_rows(FormTrace const& here, FormTrace const& there);

/// True where both are numbers, or both times, of one kind and they differ.
bool differ(Value const& a, Value const& b);

/// The names, some of them and how many more.
std::string list_of(std::vector<std::string_view> const& names);

/// A row with the target and the actual value of others, for what the rules know of the two.
Indicator indicator_of(TracedIndicator const& row, std::optional<Value> target, std::optional<Value> actual);

/// The text without the years in it: ideographs, letters and digits.
std::string without_years(std::string_view text);

/// What two names of projects have in common, 0 to 1, of the shorter one: of what tells them from others, without
/// years.
double name_share(std::string_view a, std::string_view b);

/// Two forms of one kind, project and year.
void compare_twins(FormTrace const& first, FormTrace const& second, AcrossSink& sink);

/// A target table and its declaration; an evaluation and its plan.
void compare_with_plan(FormTrace const& form, FormTrace const& plan, AcrossSink& sink);

/// The forms of one project, a plan and a result a year.
struct ProjectYear {
  int year = 0;
  FormTrace const *plan = nullptr, *result = nullptr;
};
void compare_years(std::span<ProjectYear const> years, AcrossSink& sink);

} // namespace jixiao
