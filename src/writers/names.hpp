#pragma once

#include "diagnostics/shared_api.hpp"

#include <jixiao/document.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

/// How the model's enumerations and places are written, in every format.
namespace jixiao JIXIAO_BETWEEN_LIBRARIES {

constexpr std::string_view name_of(ValueKind kind) {
  constexpr std::string_view names[] = {"quantity", "deadline", "qualitative"};
  return names[static_cast<std::size_t>(kind)];
}

constexpr std::string_view name_of(How how) {
  constexpr std::string_view names[] = {"filled_down", "joined", "repaired", "inferred", "unreadable"};
  return names[static_cast<std::size_t>(how)];
}

/// Empty for Comparator::none.
constexpr std::string_view sign_of(Comparator op) {
  constexpr std::string_view signs[] = {"", "=", ">=", "<=", ">", "<"};
  return signs[static_cast<std::size_t>(op)];
}

/// The form that a diagnostic's path is in or names: 3 for "/forms/3/funds".
std::optional<std::size_t> form_index(std::string_view path);

} // namespace jixiao
