#pragma once

#include <jixiao/document.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace jixiao {

/// A JSON Pointer taken apart: /forms/3/indicators/7/target.
struct PathParts {
  std::optional<std::size_t> form, row; ///< `row` of the list `list`
  std::string_view list;                ///< "indicators" or "funds"
  std::string_view field;               ///< the rest: "target", "goals/annual"
};

PathParts parts_of(std::string_view path);

/// A field for a person: "goals/annual" is 年度总体目标.
std::string name_of_field(std::string_view field, Language language);

} // namespace jixiao
