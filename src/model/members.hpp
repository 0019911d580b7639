#pragma once

#include <jixiao/document.hpp>

#include <string_view>
#include <type_traits>
#include <vector>

/// The fields of forms and indicators by their names, made of members.def.
namespace jixiao {

template <class T> constexpr bool is_field_type = false;
template <class T> constexpr bool is_field_type<std::optional<T>> = true;
template <> inline constexpr bool is_field_type<std::vector<ScheduleEntry>> = true;

template <class T> bool is_empty(std::optional<T> const& field) { return !field; }
template <class T> bool is_empty(std::vector<T> const& field) { return field.empty(); }

/// Calls `each` with the name ("goals.annual") and the field itself, for each field that a form may leave blank: texts,
/// numbers, parties, the schedule and the goals. Of a constant form the fields are constant.
template <class AForm, class Each>
requires std::is_same_v<std::remove_const_t<AForm>, Form>
void for_each_field(AForm& form, Each const& each) {
  auto const if_field = [&](std::string_view name, auto& member) {
    if constexpr (is_field_type<std::remove_cvref_t<decltype(member)>>)
      each(name, member);
  };
#define JIXIAO_FORM(member, presence, description) if_field(#member, form.member);
#define JIXIAO_GOALS(member, presence, description) if_field("goals." #member, form.goals.member);
#include "model/members.def"
#undef JIXIAO_FORM
#undef JIXIAO_GOALS
}

/// The same for an indicator.
template <class ARow, class Each>
requires std::is_same_v<std::remove_const_t<ARow>, Indicator>
void for_each_field(ARow& row, Each const& each) {
  auto const if_field = [&](std::string_view name, auto& member) {
    if constexpr (is_field_type<std::remove_cvref_t<decltype(member)>>)
      each(name, member);
  };
#define JIXIAO_INDICATOR(member, presence, description) if_field(#member, row.member);
#include "model/members.def"
#undef JIXIAO_INDICATOR
}

} // namespace jixiao
