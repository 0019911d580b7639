#include "recognition/groups/levels.hpp"

#include "grammars/number.hpp"

#include <algorithm>
#include <utility>

namespace jixiao::recognition {

namespace {

/// The points in a bracket behind a label: 50分.
std::optional<Decimal> points_of(std::string_view annotation) {
  auto const number = grammars::match_number(annotation);
  if (!number || annotation.substr(number.length) != "分")
    return std::nullopt;
  return *number;
}

/// The name of a local group without the points in a bracket behind it: 立项必要性（20分）.
struct LocalName {
  std::string name;
  std::optional<Decimal> points;
};

LocalName local_name(std::string const& text) {
  for (auto const& [open, close] : {std::pair<std::string_view, std::string_view>{"（", "）"}, {"(", ")"}}) {
    auto const at = text.rfind(open);
    if (at == std::string::npos || at == 0 || !text.ends_with(close))
      continue;
    auto const inside = std::string_view(text).substr(at + open.size(), text.size() - at - open.size() - close.size());
    if (auto const points = points_of(inside))
      return {text.substr(0, at), points};
  }
  return {text, std::nullopt};
}

/// 可持续影响 | 制度建设: a label of level 2 in the column of level 1, beside a text in that of level 2 which is no
/// label, heads a local tree.
bool heads_local_tree(std::span<LevelCell const> cells, std::size_t at) {
  auto const& cell = cells[at];
  return cell.in_level1 && cell.level1 < 0 && cell.level2 >= 0 && at + 1 < cells.size() && !cells[at + 1].in_level1 &&
         cells[at + 1].level1 < 0 && cells[at + 1].level2 < 0;
}

} // namespace

std::int16_t Levels::only_child(int level1) const {
  std::int16_t child = -1;
  for (std::size_t i = 0; i < taxonomy_->nodes.size(); ++i)
    if (taxonomy_->nodes[i].parent == level1) {
      if (child >= 0)
        return -1;
      child = static_cast<std::int16_t>(i);
    }
  return child;
}

bool Levels::is_local_tree(int level1) const {
  return level1 >= 0 && std::ranges::none_of(taxonomy_->nodes, [&](auto const& node) { return node.parent == level1; });
}

void Levels::set_level1(LevelCell const& cell) {
  // 产出指标 behind rows of 数量指标, in the middle of its own: its group of level 2 goes on.
  bool const late = centred_ && cell.level1 >= 0 && level2_ >= 0 && level1_ != cell.level1 &&
                    taxonomy_->parent(level2_) == cell.level1;
  level1_ = cell.level1;
  auto local = cell.level1 < 0 ? local_name(cell.text) : LocalName{};
  local1_ = std::move(local.name);
  printed1_ = cell.text;
  weight_ = local.points ? local.points : points_of(cell.annotation);
  if (!late) {
    level2_ = -1;
    local2_.clear();
    printed2_.clear();
  }
  new1_ = true;
  if (cell.level1 < 0)
    unknown1_ = cell.text;
}

void Levels::set_level2(LevelCell const& cell) {
  if (cell.path) {
    auto const parent = static_cast<std::int16_t>(taxonomy_->parent(cell.level2));
    set_level1({cell.piece, parent, -1, true, false, cell.text, {}, cell.x, cell.x_end});
    level2_ = cell.level2;
    new2_ = true;
    return;
  }
  level2_ = cell.level2;
  local2_ = cell.level2 < 0 ? local_name(cell.text).name : std::string();
  printed2_ = cell.text;
  new2_ = true;
  // On a grid a group below one of the place is the place's own, too: that is told with the group above.
  bool const below_local = grid_ && !by_lines_ && (level1_ < 0 ? !local1_.empty() : is_local_tree(level1_));
  if (cell.level2 < 0 && !below_local)
    unknown2_ = cell.text;
  // 成本指标 is a group of its own tree: that of 产出指标 is the one a level-2 label means below it.
  if (level2_ >= 0 && level1_ >= 0 && taxonomy_->parent(level2_) != level1_) {
    auto const& name = taxonomy_->name(level2_);
    for (std::size_t i = 0; i < taxonomy_->nodes.size(); ++i)
      if (taxonomy_->nodes[i].name == name && taxonomy_->nodes[i].parent == level1_)
        level2_ = static_cast<int>(i);
  }
}

std::vector<bool> Levels::take(std::span<LevelCell const> cells, bool has_level2, bool grid) {
  std::vector<bool> as_level1s;
  new1_ = new2_ = false;
  grid_ = grid;
  has_level2_ = has_level2;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    auto const& cell = cells[i];
    if (in_own_column(cell)) {
      set_level2(
          {cell.piece, -1, only_child(cell.level1), false, true, cell.text, cell.annotation, cell.x, cell.x_end});
      as_level1s.push_back(false);
      continue;
    }
    if (grid && has_level2 && heads_local_tree(cells, i)) {
      set_level1({cell.piece, -1, -1, true, false, cell.text, cell.annotation, cell.x, cell.x_end});
      as_level1s.push_back(true);
      continue;
    }
    bool const both = cell.level1 >= 0 && cell.level2 >= 0;
    bool const another_behind = i + 1 < cells.size() && cells[i + 1].level2 >= 0;
    bool as_level1 = cell.in_level1;
    // 效益 | 项目效益: beside its group of level 1 another name of it is that of a local group of level 2.
    bool const named_again = cell.named_level1 && i > 0 && as_level1s.back() && cells[i - 1].level1 == cell.level1;
    // 项目绩效 | 项目产出: so is the name of another group of level 1 beside a local one.
    bool const below_local = i > 0 && as_level1s.back() && is_local_tree(level1_) && cell.level1 >= 0 &&
                             cell.level2 < 0 && !another_behind && has_level2;
    if (named_again || below_local) {
      set_level2({cell.piece, -1, -1, false, true, cell.text, cell.annotation, cell.x, cell.x_end});
      as_level1s.push_back(false);
      continue;
    }
    if (both && !another_behind && (!grid || !has_level2)) {
      // 成本指标 below 产出指标 is a level 2; 服务对象满意度 alone is the level 1 with its only group.
      auto const parent = taxonomy_->parent(cell.level2);
      auto const current = level2_ >= 0 ? taxonomy_->parent(level2_) : level1_;
      as_level1 = !(parent == current || i > 0 || cell.in_level2);
    } else if (cell.level1 < 0 && cell.level2 >= 0) {
      as_level1 = false;
    } else if (cell.level1 >= 0 && cell.level2 < 0) {
      as_level1 = true;
    }
    as_level1 ? set_level1(cell) : set_level2(cell);
    as_level1s.push_back(as_level1);
  }
  return as_level1s;
}

void Levels::put(Indicator& indicator, Certainty inferred) const {
  auto const parent = level2_ >= 0 ? taxonomy_->parent(level2_) : -1;
  auto const level1 = parent >= 0 ? parent : level1_;
  if (level1 >= 0)
    indicator.level1 = taxonomy_->name(level1);
  else if (!local1_.empty())
    indicator.level1 = local1_;
  if (level2_ >= 0)
    indicator.level2 = taxonomy_->name(level2_);
  else if (!local2_.empty())
    indicator.level2 = local2_;
  auto const only = level1_ >= 0 && has_level2_ && !indicator.level2 ? only_child(level1_) : std::int16_t{-1};
  if (only >= 0) {
    indicator.level2 = taxonomy_->name(only);
    indicator.how.push_back({"level2", How::inferred, inferred});
  }
  indicator.group_weight = weight_;
  // A label that was filled down is not printed beside the one that contradicts it, but as a merged cell.
  bool const printed = new1_ || grid_ || parent < 0 || level1_ == parent;
  if (indicator.level1 && printed && !printed1_.empty() && printed1_ != *indicator.level1)
    indicator.printed.push_back({"level1", printed1_});
  if (indicator.level2 && !printed2_.empty() && printed2_ != *indicator.level2)
    indicator.printed.push_back({"level2", printed2_});
  if (parent >= 0 && level1_ != parent) {
    bool const contradicts = level1_ >= 0 || !local1_.empty();
    indicator.how.push_back({"level1", contradicts ? How::repaired : How::inferred, inferred});
    if (contradicts)
      indicator.repaired.push_back("level1");
  } else if (indicator.level1 && !new1_) {
    indicator.how.push_back({"level1", How::filled_down, std::nullopt});
  }
  if (indicator.level2 && !new2_ && only < 0)
    indicator.how.push_back({"level2", How::filled_down, std::nullopt});
}

} // namespace jixiao::recognition
