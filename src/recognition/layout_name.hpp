#pragma once

#include "forms/layout_table.hpp"
#include "recognition/draft.hpp"
#include "recognition/layout_match.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::recognition {

/// What the labels of a form tell of its layout.
struct LayoutChoice {
  std::string_view name; ///< empty: none fits
  std::string nearest;   ///< then: those that fit best, each with what differs: `NAME (−得分 +项目来源)`

  /// Then, too: a layout that is of another kind than the form and whose labels are those that are printed.
  Layout const* of_another_kind = nullptr;
};

/// The labels that were matched last: forms that follow each other print the same ones.
struct LastLabels {
  std::vector<PrintedLabel> labels;
  std::optional<LayoutMatch> builtin, own; ///< of these labels
};

/// The layout of a draft whose kind is settled: of those with its kind and its title the one whose labels and columns
/// are printed, where hardly one is missing and hardly another is printed. A layout of `own` takes the place of the
/// built-in one of its name. Forms of one title keep the layout of the ones `before` them in the document where one
/// label more or less is all that speaks against it. Linear in the labels that are printed and in the places that they
/// have in layouts.
LayoutChoice choose_layout(Draft const& draft, std::span<Form const> before, LayoutTable const& builtin,
                           LayoutTable const& own, LastLabels& last);

} // namespace jixiao::recognition
