#pragma once

#include "forms/layout_table.hpp"
#include "recognition/draft.hpp"

#include <string>
#include <string_view>

namespace jixiao::recognition {

/// What the labels of a form tell of its layout.
struct LayoutChoice {
  std::string_view name; ///< empty: none fits
  std::string nearest;   ///< then: those that fit best, each with what differs: `NAME (−得分 +项目来源)`
};

/// The layout of a draft whose kind is settled: of those with its kind and its title the one whose labels and columns
/// are printed, where hardly one is missing and hardly another is printed. A layout of `own` takes the place of the
/// built-in one of its name. Linear in the labels that are printed and in the places that they have in layouts.
LayoutChoice choose_layout(Draft const& draft, LayoutTable const& builtin, LayoutTable const& own);

} // namespace jixiao::recognition
