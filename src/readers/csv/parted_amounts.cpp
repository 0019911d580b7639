#include "readers/csv/parted_amounts.hpp"

#include "grammars/comparators.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <utility>

namespace jixiao {
namespace {

constexpr std::string_view amount_digits = "0123456789";

bool is_all_digits(std::string_view text) { return text.find_first_not_of(amount_digits) == std::string_view::npos; }

/// What may stand around the digits: a minus alone, or also signs, marks of currency, brackets and units.
enum class Around { bare, marked };

constexpr std::string_view marks[] = {"¥", "￥", "$", "＄", "人民币", "RMB", "CNY", "(", "（", "[", "【", "±",
                                      "+", "＋", "-", "−",  "－",     "–",   "约",  " ", "　", ":", "："};

/// Signs, comparators and marks of currency alone; what is none of them is a text that ends in a number: 指标1, A1.
bool is_of_marks(std::string_view prefix) {
  while (!prefix.empty()) {
    std::size_t longest = 0;
    for (auto const mark : marks)
      longest = std::max(longest, prefix.starts_with(mark) ? mark.size() : 0);
    for (auto const& comparator : grammars::comparators())
      if (std::string_view const word = comparator.text; prefix.starts_with(word))
        longest = std::max(longest, word.size());
    if (longest == 0)
      return false;
    prefix.remove_prefix(longest);
  }
  return true;
}

/// 1 to 3 digits at the end of the field.
bool begins_amount(CsvField const& field, Around around) {
  auto const before = field.text.find_last_not_of(amount_digits) + 1;
  auto const prefix = field.text.substr(0, before), number = field.text.substr(before);
  bool const is_marked = around == Around::bare ? prefix.empty() || prefix == "-" : is_of_marks(prefix);
  return !field.is_quoted && is_marked && !number.empty() && number.size() <= 3 && number.front() != '0';
}

/// 100%, 100分制: shares and points, of which none is over a thousand.
bool is_share_or_points(std::string_view unit) {
  auto const is_any = [&](std::initializer_list<std::string_view> texts) {
    return std::ranges::any_of(texts, [&](std::string_view text) { return unit.starts_with(text); });
  };
  unit.remove_prefix(std::min(unit.find_first_not_of(" .0123456789(（"), unit.size()));
  return is_any({"%", "％", "﹪", "‰", "分"}) && !is_any({"分钟"});
}

/// 3 digits at the beginning of the field, and decimals, a unit or nothing.
bool goes_on(CsvField const& field, Around around) {
  auto behind = field.text;
  if (field.is_quoted || behind.size() < 3 || !is_all_digits(behind.substr(0, 3)))
    return false;
  behind.remove_prefix(3);
  if (around == Around::marked)
    return behind.empty() || (!is_all_digits(behind.substr(0, 1)) && !is_share_or_points(behind));
  return behind.empty() || (behind.size() > 1 && behind.front() == '.' && is_all_digits(behind.substr(1)));
}

bool is_behind(CsvField const& field, CsvField const& before) {
  return field.begin == before.begin + before.text.size() + 1;
}

/// The fields with `next` put on the last of them.
void put_on(CsvField& last, CsvField const& next) {
  last.text = {last.text.data(), last.text.size() + 1 + next.text.size()};
  last.ends_record = next.ends_record;
  last.is_joined = true;
}

std::vector<CsvField> joined_amounts(std::vector<CsvField> const& fields, Around around) {
  std::vector<CsvField> joined;
  bool may_go_on = false;
  for (auto const& field : fields) {
    if (may_go_on && goes_on(field, around) && is_behind(field, joined.back())) {
      put_on(joined.back(), field);
      may_go_on = field.text.size() == 3;
      continue;
    }
    may_go_on = begins_amount(field, around);
    joined.push_back(field);
  }
  return joined;
}

} // namespace

void join_parted_amounts(std::vector<CsvField>& fields, std::size_t width) {
  if (width == 0 || fields.size() <= width)
    return;
  for (auto const around : {Around::bare, Around::marked})
    if (auto joined = joined_amounts(fields, around); joined.size() == width) {
      fields = std::move(joined);
      return;
    }
}

} // namespace jixiao
