#include "recognition/repair/column_numbers.hpp"

#include "recognition/labels/vocabulary_file.hpp"
#include "recognition/pieces/looks.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

namespace jixiao::recognition {

namespace {

constexpr std::size_t fewest_numbers = 3;
constexpr std::size_t longest = 24; ///< bytes of a number with its formula

/// The 3 of 3＝1+2, with what stands behind it.
std::optional<std::pair<int, std::string_view>> number_of(std::string_view text) {
  int number = 0;
  auto const [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
  auto const rest = text.substr(static_cast<std::size_t>(end - text.data()));
  bool const formula =
      rest.starts_with('=') && rest.find_first_not_of("=0123456789+-*/×÷()%") == std::string_view::npos;
  if (failed != std::errc() || text.size() > longest || (!rest.empty() && !formula))
    return std::nullopt;
  return std::pair{number, rest};
}

} // namespace

bool are_column_numbers(std::span<Cell const> cells) {
  static auto const words = vocabulary_words("furniture.vocab", "column_numbers");
  bool word = false, formula = false;
  std::optional<int> last;
  std::size_t numbers = 0;
  for (auto const& cell : cells) {
    auto const printed = trim(cell.text);
    if (printed.empty())
      continue;
    if (printed.size() > longest)
      return false;
    auto const text = folded(printed);
    if (!word && !last && std::ranges::find(words, text) != words.end()) {
      word = true;
      continue;
    }
    auto const number = number_of(text);
    if (!number || (last && number->first != *last + 1) || (!last && !word && number->first != 1))
      return false;
    last = number->first;
    formula = formula || !number->second.empty();
    ++numbers;
  }
  return numbers >= fewest_numbers && (word || formula);
}

} // namespace jixiao::recognition
