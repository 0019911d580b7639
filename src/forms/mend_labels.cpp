#include "forms/mend_labels.hpp"

#include "text/clean.hpp"

#include <algorithm>
#include <string>

namespace jixiao {

namespace {

constexpr std::size_t shortest = 4; ///< characters; a shorter label is too easily something else
constexpr std::size_t longest_character =
    6; ///< bytes by which texts of one different character can differ, with a colon

using Characters = std::vector<std::string_view>;

Characters split(std::string_view text) {
  Characters characters;
  for (std::size_t begin = 0; begin < text.size();) {
    auto end = begin + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
      ++end;
    characters.push_back(text.substr(begin, end - begin));
    begin = end;
  }
  return characters;
}

/// True when the texts differ in just one character.
bool differ_in_one(Characters const& a, Characters const& b) {
  if (a.size() > b.size())
    return differ_in_one(b, a);
  if (b.size() - a.size() > 1 || a.size() + 1 < shortest)
    return false;
  auto const [in_a, in_b] = std::mismatch(a.begin(), a.end(), b.begin());
  auto const skip = static_cast<std::ptrdiff_t>(a.size() == b.size());
  return in_b != b.end() && (skip == 0 || in_a != a.end()) && std::equal(in_a + skip, a.end(), in_b + 1, b.end());
}

/// True when no more than one character's bytes stand between what the texts begin and end with alike. Quick, and
/// never false for texts that differ in one character.
bool may_differ_in_one(std::string_view a, std::string_view b) {
  constexpr std::size_t longest = 4;
  if (a.size() > b.size())
    std::swap(a, b);
  if (b.size() - a.size() > longest)
    return false;
  auto const begin = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin()).first - a.begin());
  auto const rest = a.substr(begin);
  auto const end =
      static_cast<std::size_t>(std::mismatch(rest.rbegin(), rest.rend(), b.rbegin()).first - rest.rbegin());
  return b.size() - begin - end <= longest;
}

/// The labels that lead to fields outside the record table.
std::vector<LabelRule const*> field_labels(FormGrammar const& grammar) {
  std::vector<LabelRule const*> rules;
  auto const add = [&](std::vector<LabelRule> const& list) {
    for (auto const& rule : list)
      rules.push_back(&rule);
  };
  for (auto const& block : grammar.pairs)
    for (auto const& panel : block.panels)
      add(panel);
  for (auto const& block : grammar.matrices) {
    add(block.rows);
    add(block.columns);
  }
  for (auto const& block : grammar.below)
    add(block.headers);
  for (auto const& block : grammar.records)
    for (auto const& column : block.columns)
      rules.push_back(&column.label);
  return rules;
}

class Mender {
public:
  Mender(Page& page, FormCandidate const& candidate, FormGrammar const& grammar) : page_(page), candidate_(candidate) {
    missing_ = field_labels(grammar);
    each_cell([&](std::uint32_t, PageCell& cell) {
      if (cell.label.lexeme < 0)
        return;
      for (auto const& use : (*page_.lexicon)[cell.label.lexeme].uses)
        std::erase(missing_, use.rule);
    });
    for (std::size_t i = 0; i < missing_.size(); ++i)
      for (auto const& text : missing_[i]->texts) {
        auto& wanted = wanted_.emplace_back(Wanted{i, text, {}});
        fold_label(text, wanted.folded);
        longest_ = std::max(longest_, text.size() + longest_character);
      }
  }

  std::vector<MendedLabel> run() {
    if (missing_.empty())
      return {};
    each_cell([&](std::uint32_t row, PageCell& cell) {
      if (cell.label.lexeme < 0 && trim(page_.text(cell)).size() <= longest_)
        try_cell(row, cell);
    });
    return std::move(mended_);
  }

private:
  template <class Visit> void each_cell(Visit visit) {
    for (auto row = candidate_.first_row; row < candidate_.end_row; ++row)
      for (std::uint32_t i = 0; i < page_.rows[row].count; ++i)
        visit(row, page_.cells[page_.rows[row].first + i]);
  }

  void try_cell(std::uint32_t row, PageCell& cell) {
    folded_.clear();
    auto const printed = fold_label(page_.text(cell), folded_);
    for (auto const& [index, text, wanted] : wanted_) {
      bool const too_short = printed.size() + longest_character < text.size(),
                 too_long = text.size() + longest_character < printed.size();
      if (missing_[index] == nullptr || too_short || too_long || !may_differ_in_one(printed, wanted) ||
          !differ_in_one(split(printed), split(wanted)))
        continue;
      cell.label = {page_.lexicon->find(wanted), LabelFit::whole, 0};
      mended_.push_back({row, cell.cell, text});
      missing_[index] = nullptr;
      return;
    }
  }

  /// A text of a label that is not there.
  struct Wanted {
    std::size_t index = 0; ///< in missing_
    std::string_view text;
    std::string folded;
  };

  Page& page_;
  FormCandidate const& candidate_;
  std::vector<LabelRule const*> missing_;
  std::vector<Wanted> wanted_;
  std::vector<MendedLabel> mended_;
  std::string folded_;      ///< scratch
  std::size_t longest_ = 0; ///< bytes of a cell that can be a missing label
};

} // namespace

std::vector<MendedLabel> mend_labels(Page& page, FormCandidate const& candidate, FormGrammar const& grammar) {
  return Mender(page, candidate, grammar).run();
}

} // namespace jixiao
