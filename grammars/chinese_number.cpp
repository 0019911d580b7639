#include "grammars/chinese_number.hpp"

#include <array>
#include <cstdint>

namespace jixiao::grammars {
namespace {

struct Numeral {
  std::string_view character;
  std::int64_t value;
};

constexpr std::array numeral_digits = {
    Numeral{"零", 0}, Numeral{"〇", 0}, Numeral{"壹", 1}, Numeral{"一", 1}, Numeral{"贰", 2}, Numeral{"貳", 2},
    Numeral{"二", 2}, Numeral{"两", 2}, Numeral{"叁", 3}, Numeral{"叄", 3}, Numeral{"三", 3}, Numeral{"肆", 4},
    Numeral{"四", 4}, Numeral{"伍", 5}, Numeral{"五", 5}, Numeral{"陆", 6}, Numeral{"陸", 6}, Numeral{"六", 6},
    Numeral{"柒", 7}, Numeral{"七", 7}, Numeral{"捌", 8}, Numeral{"八", 8}, Numeral{"玖", 9}, Numeral{"九", 9},
};

constexpr std::array places = {
    Numeral{"拾", 10},  Numeral{"十", 10},   Numeral{"佰", 100},
    Numeral{"百", 100}, Numeral{"仟", 1000}, Numeral{"千", 1000},
};

constexpr std::array groups = {Numeral{"万", 10'000}, Numeral{"萬", 10'000}, Numeral{"亿", 100'000'000},
                               Numeral{"億", 100'000'000}};

constexpr std::array yuan = {Numeral{"元", 1}, Numeral{"圆", 1}, Numeral{"圓", 1}};

/// Takes one of the characters off the front.
template <std::size_t size> Numeral const* take(std::string_view& text, std::array<Numeral, size> const& table) {
  for (auto const& numeral : table)
    if (text.starts_with(numeral.character)) {
      text.remove_prefix(numeral.character.size());
      return &numeral;
    }
  return nullptr;
}

/// Hundredths behind the unit: 伍角, 伍角贰分.
std::int64_t take_hundredths(std::string_view& text) {
  std::int64_t hundredths = 0;
  for (auto const& [name, value] : {Numeral{"角", 10}, Numeral{"分", 1}}) {
    auto rest = text;
    auto const* digit = take(rest, numeral_digits);
    if (digit != nullptr && digit->value == 0) // 零伍分
      digit = take(rest, numeral_digits);
    if (digit == nullptr || !rest.starts_with(name))
      continue;
    hundredths += digit->value * value;
    text = rest.substr(name.size());
  }
  return hundredths;
}

} // namespace

Match<Decimal> match_capitals(std::string_view text) {
  constexpr std::int64_t most = 1'000'000'000'000'000;
  if (text.empty() || static_cast<unsigned char>(text.front()) < 0xE3) // U+3007 〇 is the first of all numerals
    return {};
  auto rest = text;
  std::int64_t total = 0, group = 0, digit = 0;
  bool any = false;
  for (;;) {
    if (auto const* const found = take(rest, numeral_digits)) {
      if (digit != 0)
        return {}; // numeral_digits in a row are no number of this kind
      digit = found->value;
    } else if (auto const* const place = take(rest, places)) {
      group += (digit == 0 ? 1 : digit) * place->value;
      digit = 0;
    } else if (auto const* const unit = take(rest, groups)) {
      if (total + group + digit > most / unit->value)
        return {};
      total = unit->value == 10'000 ? total + (group + digit) * unit->value : (total + group + digit) * unit->value;
      group = digit = 0;
    } else {
      break;
    }
    any = true;
    if (total > most || group > most)
      return {};
  }
  if (!any || take(rest, yuan) == nullptr)
    return {};
  auto const whole = total + group + digit;
  auto const hundredths = take_hundredths(rest);
  for (std::string_view const end : {"整", "正"})
    if (rest.starts_with(end))
      rest.remove_prefix(end.size());
  auto const value = hundredths == 0 ? Decimal{whole, 0} : Decimal{whole * 100 + hundredths, 2};
  return matched(value, text.size() - rest.size());
}

} // namespace jixiao::grammars
