#include "recognition/fused/bracket_projects.hpp"

#include <algorithm>

namespace jixiao::recognition::fused {

namespace {

constexpr std::size_t longest_name_cell = 300; ///< bytes
constexpr std::size_t most_before = 6;         ///< cells of a project before its list
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
      }
      above.push_back(&items_[at]);
      above.push_back(&items_[at + 1]);
    }
  }

  std::span<BracketItem const> items_;
  std::size_t begin_, list_;
  LabelFinder const& labels_;
};

} // namespace

BracketProject find_project(std::span<BracketItem const> items, std::size_t begin, std::size_t list,
                            LabelFinder const& labels, BracketOffice& office) {
  return ProjectFinder(items, begin, list, labels).find(office);
}

} // namespace jixiao::recognition::fused
