#include "forms/form_language_suggest.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <numeric>
#include <utility>

namespace jixiao::form_language {
namespace {

constexpr std::size_t longest_word = 48;

// Levenshtein distance of two words of at most `longest_word` bytes.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::array<std::size_t, longest_word + 1> row{};
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    auto diagonal = std::exchange(row[0], i + 1);
    for (std::size_t j = 0; j < b.size(); ++j) {
      auto const replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, diagonal + 1});
    }
  }
  return row[b.size()];
}

} // namespace

std::string_view nearest(std::string_view word, std::span<std::string_view const> candidates) {
  if (word.size() > longest_word)
    return {};
  // One slip in four letters is a misspelling; more than that is another word.
  auto best_distance = std::max<std::size_t>(word.size() / 4, 1) + 1;
  std::string_view best;
  for (auto const candidate : candidates) {
    auto const distance = candidate.size() > longest_word ? best_distance : edit_distance(word, candidate);
    if (distance < best_distance) {
      best_distance = distance;
      best = candidate;
    }
  }
  return best;
}

std::string did_you_mean(std::string_view word, std::span<std::string_view const> candidates) {
  auto const candidate = nearest(word, candidates);
  return candidate.empty() ? "" : "; did you mean \"" + std::string(candidate) + "\"?";
}

} // namespace jixiao::form_language
