#include "recognition/fused/bracket_projects.hpp"

#include "text/clean.hpp"

#include <algorithm>
#include <utility>

namespace jixiao::recognition::fused {

namespace {

constexpr std::size_t longest_name_cell = 300; ///< bytes
constexpr std::size_t most_before = 6;         ///< cells of a project before its list
constexpr std::size_t longest_category = 60;   ///< bytes
constexpr std::size_t shortest_code = 5, longest_code = 12;

bool is_code(std::string_view text) {
  return text.size() >= shortest_code && text.size() <= longest_code &&
         std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

class ProjectFinder {
public:
  ProjectFinder(std::span<BracketItem const> items, std::size_t begin, std::size_t list, LabelFinder const& labels)
      : items_(items), begin_(begin), list_(list), labels_(labels) {}

  BracketProject find(BracketOffice& office) const {
    BracketProject out;
    auto const amount = amount_before_list();
    if (amount == list_ || amount == begin_)
      return out;
    auto const name = amount - 1;
    if (is_label(name) || items_[name].text.size() > longest_name_cell)
      return out;
    bool const coded = name > begin_ && is_code_at(name - 1);
    out.name = &items_[name];
    out.amount = &items_[amount];
    out.code = coded ? &items_[name - 1] : nullptr;
    out.purpose = items_.subspan(amount + 1, list_ - amount - 1);
    read_above(coded ? name - 1 : name, out.above, office);
    return out;
  }

private:
  bool is_label(std::size_t at) const { return labels_.find(items_[at].text).known(); }

  /// The list itself where there is none.
  std::size_t amount_before_list() const {
    for (auto at = list_; at-- > begin_ && list_ - at <= most_before;)
      if (items_[at].is_amount() && !is_code_of_project(at))
        return at;
    return list_;
  }

  /// A code in front of a text is no amount.
  bool is_code_of_project(std::size_t at) const {
    return is_code(items_[at].text) && at + 2 < items_.size() && !items_[at + 1].list && !items_[at + 1].is_amount() &&
           items_[at + 2].is_amount();
  }

  /// Digits that no name stands before, of which they would be the amount.
  bool is_code_at(std::size_t at) const {
    if (!is_code(items_[at].text))
      return false;
    if (at == begin_)
      return true;
    auto const& before = items_[at - 1];
    return before.is_amount() || before.list || before.row == items_[at].row || is_label(at - 1);
  }

  /// Rows of offices and of kinds of projects: [code] name amount, over the rows of their projects.
  void read_above(std::size_t end, std::vector<BracketItem const*>& above, BracketOffice& office) const {
    for (auto at = begin_; at + 1 < end; ++at) {
      if (!items_[at + 1].is_amount() || items_[at].is_amount() || is_label(at))
        continue;
      if (at > begin_ && is_code_at(at - 1)) {
        office = {&items_[at], items_[at - 1].text};
        above.push_back(&items_[at - 1]);
      } else if (!office.name) {
        office.name = &items_[at];
      } else if (is_alone(at) && items_[at].text.size() <= longest_category) {
        office.category = &items_[at];
      }
      above.push_back(&items_[at]);
      above.push_back(&items_[at + 1]);
    }
  }

  /// Nothing but an amount stands beside it.
  bool is_alone(std::size_t at) const {
    auto const row = items_[at].row;
    return items_[at + 1].row == row && (at == 0 || items_[at - 1].row != row) &&
           (at + 2 == items_.size() || items_[at + 2].row != row);
  }

  std::span<BracketItem const> items_;
  std::size_t begin_, list_;
  LabelFinder const& labels_;
};

} // namespace

namespace {

/// What stands before the first bracket and in it, where the bracket ends the text and a stroke parts what it holds.
std::optional<BracketNames> part_at_bracket(std::string_view text) {
  for (auto const& [open, close] : {std::pair<std::string_view, std::string_view>{"（", "）"}, {"(", ")"}}) {
    auto const begin = text.find(open), stroke = text.find('/', begin == text.npos ? 0 : begin);
    if (begin == text.npos || begin == 0 || stroke == text.npos || !text.ends_with(close))
      continue;
    auto const category = begin + open.size(), project = stroke + 1, end = text.size() - close.size();
    if (category < stroke && project < end)
      return BracketNames{trim(text.substr(0, begin)), trim(text.substr(category, stroke - category)),
                          trim(text.substr(project, end - project))};
  }
  return std::nullopt;
}

} // namespace

bool heads_bracket_names(std::string_view text, LabelFinder const& labels) {
  auto const parts = text.size() <= longest_name_cell ? part_at_bracket(trim(text)) : std::nullopt;
  return parts && labels.find(parts->unit).as(Role::pair) &&
         labels.find(parts->category).is(Role::pair, "project_category");
}

std::optional<BracketNames> part_bracket_names(std::string_view text) {
  auto const parts = part_at_bracket(trim(text));
  return parts && parts->category.size() <= longest_category ? parts : std::nullopt;
}

BracketProject find_project(std::span<BracketItem const> items, std::size_t begin, std::size_t list,
                            LabelFinder const& labels, BracketOffice& office) {
  return ProjectFinder(items, begin, list, labels).find(office);
}

} // namespace jixiao::recognition::fused
