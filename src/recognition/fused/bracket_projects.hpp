#pragma once

#include "recognition/fused/bracket_items.hpp"

#include <optional>
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
  BracketItem const* category = nullptr; ///< of the projects below it
};

/// 某局（特定目标类/机房运维), below 单位名称（项目类别/支出项目): all in one cell.
struct BracketNames {
  std::string_view unit, category, project;
};

/// The header of a column of such cells.
bool heads_bracket_names(std::string_view text, LabelFinder const& labels);

std::optional<BracketNames> part_bracket_names(std::string_view text);

/// The project of the list at `list`; no text before `begin` is of it. `office` becomes that of the rows above the
/// project, where there are any.
BracketProject find_project(std::span<BracketItem const> items, std::size_t begin, std::size_t list,
                            LabelFinder const& labels, BracketOffice& office);

} // namespace jixiao::recognition::fused
