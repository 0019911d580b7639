#include "recognition/labels/behind_label.hpp"

#include "grammars/amount.hpp"
#include "recognition/labels/labels.hpp"
#include "recognition/labels/vocabulary_file.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <utility>

namespace jixiao::recognition {

namespace {

constexpr std::size_t farthest_amount = 150; ///< bytes of words before it; longer ones are prose

/// Whether the brackets hold what says where the seal goes.
bool is_seal(std::string_view inside) {
  static auto const seals = vocabulary_words("furniture.vocab", "seal");
  return std::ranges::find(seals, trim(inside)) != seals.end();
}

} // namespace

std::size_t behind_colon(std::string_view text) {
  std::size_t from = 0;
  for (std::string_view const part : {"其中:", "其中："})
    if (text.starts_with(part))
      from = part.size();
  auto const ascii = text.find(':', from), wide = text.find("：", from);
  if (ascii == std::string_view::npos && wide == std::string_view::npos)
    return 0;
  return ascii < wide ? ascii + 1 : wide + 3;
}

std::size_t seal_length(std::string_view text) {
  for (auto const& [open, close] : {std::pair<std::string_view, std::string_view>{"（", "）"}, {"(", ")"}}) {
    auto const end = text.starts_with(open) ? text.find(close) : text.npos;
    if (end != text.npos && is_seal(text.substr(open.size(), end - open.size())))
      return end + close.size();
  }
  return 0;
}

std::size_t points_length(std::string_view text) {
  for (auto const& [open, close] : {std::pair<std::string_view, std::string_view>{"（", "分）"}, {"(", "分)"}}) {
    auto const end = text.starts_with(open) ? text.find(close) : text.npos;
    if (end != text.npos && end > open.size() &&
        text.substr(open.size(), end - open.size()).find_first_not_of("0123456789") == text.npos)
      return end + close.size();
  }
  return 0;
}

std::size_t amount_behind(std::string_view text) {
  auto const at = text.find_first_of("0123456789");
  if (at == std::string_view::npos || at < 6 || at > farthest_amount)
    return 0;
  auto const amount = grammars::match_amount(text.substr(at));
  return amount && amount.length == text.size() - at ? at : 0;
}

bool begins_with_amount(std::string_view text) {
  auto const is_amount = [](std::string_view part) {
    auto const amount = grammars::match_amount(part);
    return amount && amount.length == part.size();
  };
  static constexpr std::string_view unit = "元";
  auto const end = text.find(unit);
  return is_amount(text) || (end != text.npos && is_amount(text.substr(0, end + unit.size())));
}

std::string_view without_seal(std::string_view text) {
  for (auto const& [open, close] : {std::pair<std::string_view, std::string_view>{"（", "）"}, {"(", ")"}}) {
    auto const begin = text.ends_with(close) ? text.rfind(open) : text.npos;
    if (begin != text.npos && begin > 0 &&
        is_seal(text.substr(begin + open.size(), text.size() - close.size() - begin - open.size())))
      return trim(text.substr(0, begin));
  }
  return text;
}

} // namespace jixiao::recognition
