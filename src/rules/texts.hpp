#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Prose of a form compared by pairs of neighbouring characters: what two texts are about, not how they say it.
namespace jixiao {

/// Pairs of neighbouring ideographs, each once, in rising order.
using Pairs = std::vector<std::uint64_t>;

Pairs pairs_of(std::string_view text);

std::size_t common(Pairs const& a, Pairs const& b);

/// Which of several texts have a pair: common() of one with all of them at once.
class PairIndex {
public:
  explicit PairIndex(std::vector<Pairs> const& texts);

  /// For each text how many of its pairs are among these.
  std::vector<std::size_t> common_with(Pairs const& pairs) const;

private:
  using Entry = std::pair<std::uint64_t, std::size_t>;

  std::size_t texts_;
  std::vector<Entry> entries_; ///< pair and text, in rising order
};

/// Puts the pairs of `more` in.
void merge(Pairs& pairs, Pairs const& more);

/// The parts of a text between its marks of punctuation, without white space around.
std::vector<std::string_view> clauses_of(std::string_view text);

/// What tells a project from others: its name without 项目, 经费, 专项 and the like at its end.
std::string core_of(std::string_view project_name);

/// True for a name that is an item of the accounts (劳务费) or fits any office (工作经费): it says nothing of the
/// project.
bool is_general_name(std::string_view project_name);

/// True when two texts of some length say the same in nearly the same words.
bool nearly_same(std::string_view a, std::string_view b);

} // namespace jixiao
