#pragma once

#include "recognition/fused/bracket_items.hpp"

#include <span>
#include <string_view>

/// The projects that lists in brackets are of.
namespace jixiao::recognition::fused {

/// What stands before a list: [code] name amount [what it is for], below rows of offices and of kinds of projects.
struct BracketProject {
  BracketItem const* code = nullptr;
  BracketItem const* name = nullptr; ///< null: nothing before the list is a project, and no other member is set
  BracketItem const* amount = nullptr;
  std::span<BracketItem const> purpose;
  std::vector<BracketItem const*> above; ///< texts of rows over several projects
};

struct BracketOffice {
  BracketItem const* name = nullptr;
  std::string_view code;
};

/// The project of the list at `list`; no text before `begin` is of it. `office` becomes that of the rows above the
/// project, where there are any.
BracketProject find_project(std::span<BracketItem const> items, std::size_t begin, std::size_t list,
                            LabelFinder const& labels, BracketOffice& office);

} // namespace jixiao::recognition::fused
