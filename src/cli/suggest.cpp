#include "cli/suggest.hpp"

#include <algorithm>
#include <cctype>
#include <numeric>
#include <utility>

namespace jixiao::cli {

namespace {

bool same(char a, char b) {
  return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
}

/// Insertions, removals and replacements from one text to the other.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    auto diagonal = std::exchange(row[0], i + 1);
    for (std::size_t k = 0; k < b.size(); ++k) {
      auto const replaced = diagonal + (same(a[i], b[k]) ? 0 : 1);
      diagonal = row[k + 1];
      row[k + 1] = std::min({replaced, row[k] + 1, row[k + 1] + 1});
    }
  }
  return row.back();
}

} // namespace

std::string_view nearest(std::string_view typed, std::vector<std::string_view> const& candidates) {
  std::string_view best;
  auto least = std::max<std::size_t>(typed.size() / 2, 1) + 1;
  if (typed.size() > 100)
    return best;
  for (auto const candidate : candidates)
    if (!typed.empty() && candidate.starts_with(typed))
      return candidate;
  for (auto const candidate : candidates)
    if (auto const far = distance(typed, candidate); far < least) {
      least = far;
      best = candidate;
    }
  return best;
}

std::string did_you_mean(std::string_view typed, std::vector<std::string_view> const& candidates) {
  auto const best = nearest(typed, candidates);
  return best.empty() ? std::string() : std::string("; did you mean ").append(best).append("?");
}

} // namespace jixiao::cli
