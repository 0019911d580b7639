#include "recognition/fused/values.hpp"

#include "recognition/looks.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>

namespace jixiao::recognition::fused {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t longest_unit = 24; ///< bytes
constexpr double most_points = 100;

constexpr std::array signs = {"大于等于"sv, "小于等于"sv, "不低于"sv, "不少于"sv, "不超过"sv, "不高于"sv,
                              "≥"sv,        "≤"sv,        "≧"sv,      "≦"sv,      "＝"sv,     "＞"sv,
                              "＜"sv,       ">="sv,       "<="sv,     "="sv,      ">"sv,      "<"sv};
constexpr std::array limits = {"以上"sv, "以下"sv, "以内"sv, "左右"sv};
constexpr std::array date_ends = {"底之前"sv, "底前"sv, "之前"sv, "以前"sv, "前"sv, "底"sv, "初"sv};

bool is_figure(char c) { return c >= '0' && c <= '9'; }

/// Bytes of the first of the words that the text begins with.
template <class Words> std::size_t prefix_of(std::string_view text, Words const& words) {
  auto const found = std::ranges::find_if(words, [&](std::string_view word) { return text.starts_with(word); });
  return found == words.end() ? 0 : found->size();
}

/// Bytes of the digits at the start, with points and commas among them.
std::size_t digits_length(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && (is_figure(text[end]) || ((text[end] == '.' || text[end] == ',') && end > 0 &&
                                                        end + 1 < text.size() && is_figure(text[end + 1]))))
    ++end;
  return end;
}

/// Bytes of the unit at the start: the longest measure word.
std::size_t unit_length(std::string_view text) {
  if (auto const percent = prefix_of(text, std::array{"%"sv, "％"sv}); percent > 0)
    return percent;
  std::size_t longest = 0;
  for (std::size_t at = 0; at < text.size() && at < longest_unit;) {
    at += character_at(text, at).length;
    if (look_of(text.substr(0, at)) == Look::unit)
      longest = at;
  }
  return longest;
}

/// Bytes of what goes on a date behind its year or month.
std::size_t date_rest(std::string_view text) {
  std::size_t at = 0;
  for (;;) {
    auto const digits = std::min<std::size_t>(digits_length(text.substr(at)), 2);
    auto const behind = text.substr(at + digits);
    if (digits == 0 || !(behind.starts_with("月") || behind.starts_with("日")))
      break;
    at += digits + "月"sv.size();
  }
  return at + prefix_of(text.substr(at), date_ends);
}

/// Bytes of unit, date and words of a limit behind a number that ends at the start of `text`.
std::size_t tail_length(std::string_view text) {
  if (auto const date = prefix_of(text, std::array{"年"sv, "月"sv, "日"sv}); date > 0)
    return date + date_rest(text.substr(date));
  auto const unit = unit_length(text);
  return unit + prefix_of(text.substr(unit), limits);
}

/// Digits without the commas that part them in threes; nothing when they part them otherwise.
std::optional<std::string> without_separators(std::string_view digits) {
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (digits[i] != ',')
      out += digits[i];
    else if (std::min(digits.find_first_of(",.", i + 1), digits.size()) - i != 4 || digits.find(',') > 3)
      return std::nullopt;
  }
  return out;
}

/// The number, where digits make one: no zero in front, at most one point.
std::optional<double> number_of(std::string_view digits) {
  if (digits.empty() || !is_figure(digits.back()) || (digits.size() > 1 && digits[0] == '0' && digits[1] != '.'))
    return std::nullopt;
  auto const plain = without_separators(digits);
  if (!plain)
    return std::nullopt;
  double out = 0;
  auto const* const last = plain->data() + plain->size();
  auto const [end, error] = std::from_chars(plain->data(), last, out);
  return error == std::errc() && end == last ? std::optional(out) : std::nullopt;
}

} // namespace

bool RunColumn::is_points() const {
  return kind == ColumnKind::weight || kind == ColumnKind::score || measure == "weight" || measure == "score";
}

bool RunColumn::is_rate() const { return measure == "execution_rate" || measure == "rate_to_date"; }

bool RunColumn::is_amount() const { return kind == ColumnKind::measure && !is_points() && !is_rate(); }

bool RunColumn::is_result() const {
  return kind == ColumnKind::target || kind == ColumnKind::actual || kind == ColumnKind::revised_target ||
         kind == ColumnKind::result_to_date || kind == ColumnKind::result_expected;
}

bool has_column(std::span<RunColumn const> columns, ColumnKind kind) {
  return std::ranges::find(columns, kind, &RunColumn::kind) != columns.end();
}

std::vector<RunValue> values_at(std::string_view text, RunColumn const& column) {
  std::vector<RunValue> out;
  auto const sign = column.is_result() ? prefix_of(text, signs) : 0;
  auto const rest = text.substr(sign);
  auto const digits = digits_length(rest);
  for (std::size_t length = 1; length <= digits; ++length) {
    auto const number = number_of(rest.substr(0, length));
    if (!number)
      continue;
    auto const behind = rest.substr(length);
    auto const tail = length == digits ? tail_length(behind) : 0;
    bool const percent = behind.starts_with('%') || behind.starts_with("％");
    if (length == digits && tail == 0 && !behind.empty() && prefix_of(behind, signs) == 0)
      continue; // words that are no unit
    if (column.is_points() ? tail > 0 || *number > most_points
        : column.is_rate() ? tail > 0 && !percent
                           : column.is_amount() && percent)
      continue;
    out.push_back({sign + length + tail, *number, behind.substr(0, tail)});
  }
  return out;
}

std::size_t run_length(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    auto const sign = prefix_of(text.substr(at), signs);
    auto const digits = digits_length(text.substr(at + sign));
    if (digits == 0)
      break;
    at += sign + digits + tail_length(text.substr(at + sign + digits));
  }
  return at;
}

bool is_short_number(std::string_view text) { return text.size() <= 3 && std::ranges::all_of(text, is_figure); }

} // namespace jixiao::recognition::fused
