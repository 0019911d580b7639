#pragma once

#include "forms/layout_table.hpp"
#include "recognition/fields/draft.hpp"
#include "recognition/layouts/layout_match.hpp"

#include <list>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace jixiao::recognition {

/// What the labels of a form tell of its layout.
struct LayoutChoice {
  std::string_view name; ///< empty: none fits
  std::string nearest;   ///< then: those that fit best, each with what differs: `NAME (−得分 +项目来源)`

  /// Then, too: a layout that is of another kind than the form and whose labels are those that are printed.
  Layout const* of_another_kind = nullptr;
};

/// The labels of a form, and the layouts that they were matched with.
struct MatchedLabels {
  std::vector<PrintedLabel> labels;
  LayoutMatch builtin, own;

  MatchedLabels(std::vector<PrintedLabel> printed, LayoutTable const& builtin_layouts, LayoutTable const& own_layouts)
      : labels(std::move(printed)), builtin(builtin_layouts, labels), own(own_layouts, labels) {}
  MatchedLabels(MatchedLabels const&) = delete; // the matches speak of these labels
  MatchedLabels& operator=(MatchedLabels const&) = delete;
};

/// Those that were matched last, the latest in front: a document prints the forms of few layouts again and again.
using LastLabels = std::list<MatchedLabels>;

/// The layout of a draft whose kind is settled: of those with its kind and its title the one whose labels and columns
/// are printed, where hardly one is missing and hardly another is printed. A layout of `own` takes the place of the
/// built-in one of its name. Forms of one title keep the layout of the ones `before` them in the document where one
/// label more or less is all that speaks against it. Linear in the labels that are printed and in the places that they
/// have in layouts.
LayoutChoice choose_layout(Draft const& draft, std::span<Form const> before, LayoutTable const& builtin,
                           LayoutTable const& own, LastLabels& last);

} // namespace jixiao::recognition
