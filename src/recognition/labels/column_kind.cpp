#include "recognition/labels/column_kind.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace jixiao::recognition {

namespace {

constexpr std::array kinds = {
    std::pair{std::string_view("level1"), ColumnKind::level1},
    std::pair{std::string_view("level2"), ColumnKind::level2},
    std::pair{std::string_view("level3"), ColumnKind::level3},
    std::pair{std::string_view("definition"), ColumnKind::definition},
    std::pair{std::string_view("basis"), ColumnKind::basis},
    std::pair{std::string_view("standard"), ColumnKind::standard},
    std::pair{std::string_view("comparator"), ColumnKind::comparator},
    std::pair{std::string_view("direction"), ColumnKind::direction},
    std::pair{std::string_view("target"), ColumnKind::target},
    std::pair{std::string_view("revised_target"), ColumnKind::revised_target},
    std::pair{std::string_view("unit"), ColumnKind::unit},
    std::pair{std::string_view("actual"), ColumnKind::actual},
    std::pair{std::string_view("result_to_date"), ColumnKind::result_to_date},
    std::pair{std::string_view("result_expected"), ColumnKind::result_expected},
    std::pair{std::string_view("weight"), ColumnKind::weight},
    std::pair{std::string_view("score"), ColumnKind::score},
    std::pair{std::string_view("coefficient"), ColumnKind::coefficient},
    std::pair{std::string_view("remark"), ColumnKind::remark},
    std::pair{std::string_view("core"), ColumnKind::core},
    std::pair{std::string_view("likelihood"), ColumnKind::likelihood},
    std::pair{std::string_view("reasons"), ColumnKind::reasons},
    std::pair{std::string_view("choice"), ColumnKind::choice},
    std::pair{std::string_view("other"), ColumnKind::other},
    std::pair{std::string_view("project_name"), ColumnKind::project_name},
    std::pair{std::string_view("project_code"), ColumnKind::project_code},
    std::pair{std::string_view("unit_code"), ColumnKind::unit_code},
    std::pair{std::string_view("implementing_unit"), ColumnKind::implementing_unit},
    std::pair{std::string_view("supervising_department"), ColumnKind::supervising_department},
    std::pair{std::string_view("project_category"), ColumnKind::project_category},
    std::pair{std::string_view("budget"), ColumnKind::budget},
    std::pair{std::string_view("goal"), ColumnKind::goal},
};

} // namespace

std::optional<ColumnKind> column_kind_named(std::string_view name) {
  auto const found = std::ranges::find(kinds, name, &std::pair<std::string_view, ColumnKind>::first);
  return found == kinds.end() ? std::nullopt : std::optional(found->second);
}

} // namespace jixiao::recognition
