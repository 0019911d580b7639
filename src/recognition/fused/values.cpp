#include "recognition/fused/values.hpp"

#include "recognition/labels/vocabulary_file.hpp"
#include "recognition/pieces/looks.hpp"
#include "text/characters.hpp"
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

/// The words of one kind, in the order of the vocabulary.
std::vector<std::string_view> run_words(std::string_view kind) {
  std::vector<std::string_view> out;
  for (auto const& [word, key] : listed_words("runs.vocab"))
    if (key == kind)
      out.push_back(word);
  return out;
}

std::vector<std::string_view> const& signs() {
  static auto const words = run_words("sign");
  return words;
}

std::vector<std::string_view> const& limits() {
  static auto const words = run_words("limit");
  return words;
}

std::vector<std::string_view> const& date_ends() {
  static auto const words = run_words("date_end");
  return words;
}

constexpr std::array dashes = {"/"sv, "—"sv, "-"sv, "－"sv, "–"sv};

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

/// Bytes of what goes on a date behind its year or month; behind a day begins another value.
std::size_t date_rest(std::string_view text, bool day) {
  std::size_t at = 0;
  while (!day) {
    auto const digits = std::min<std::size_t>(digits_length(text.substr(at)), 2);
    auto const behind = text.substr(at + digits);
    day = behind.starts_with("日");
    if (digits == 0 || !(day || behind.starts_with("月")))
      break;
    at += digits + "月"sv.size();
  }
  return at + prefix_of(text.substr(at), date_ends());
}

/// Bytes of unit, date and words of a limit behind a number that ends at the start of `text`.
std::size_t tail_length(std::string_view text) {
  if (auto const date = prefix_of(text, std::array{"年"sv, "月"sv, "日"sv}); date > 0)
    return date + date_rest(text.substr(date), text.starts_with("日"));
  auto const unit = unit_length(text);
  return unit + prefix_of(text.substr(unit), limits());
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

bool RunColumn::is_words() const { return measure == "reason"; }

bool RunColumn::is_amount() const { return kind == ColumnKind::measure && !is_points() && !is_rate() && !is_words(); }

bool RunColumn::is_result() const {
  return kind == ColumnKind::target || kind == ColumnKind::actual || kind == ColumnKind::revised_target ||
         kind == ColumnKind::result_to_date || kind == ColumnKind::result_expected;
}

std::size_t unit_length(std::string_view text) {
  if (auto const percent = prefix_of(text, std::array{"%"sv, "％"sv, "‰"sv}); percent > 0)
    return percent;
  std::size_t longest = 0;
  auto const multiple = prefix_of(text, std::array{"万"sv, "亿"sv, "千"sv, "百"sv});
  for (std::size_t at = 0; at < text.size() && at < longest_unit && blanks_length(text.substr(at)) == 0;) {
    at += character_at(text, at).length;
    if (look_of(text.substr(0, at)) == Look::unit ||
        (at > multiple && multiple > 0 && look_of(text.substr(multiple, at - multiple)) == Look::unit))
      longest = at;
  }
  // 10万10万100%: the multiple alone, before the next number.
  auto const behind = text.substr(multiple);
  return longest == 0 && !behind.empty() && is_figure(behind.front()) ? multiple : longest;
}

bool has_column(std::span<RunColumn const> columns, ColumnKind kind) {
  return std::ranges::find(columns, kind, &RunColumn::kind) != columns.end();
}

std::vector<RunValue> values_at(std::string_view text, RunColumn const& column) {
  std::vector<RunValue> out;
  if (column.is_words())
    return out;
  auto const sign = column.is_result() ? prefix_of(text, signs()) : 0;
  auto const rest = text.substr(sign);
  auto const digits = digits_length(rest);
  for (std::size_t length = 1; length <= digits; ++length) {
    auto const number = number_of(rest.substr(0, length));
    if (!number)
      continue;
    auto const behind = rest.substr(length);
    auto const tail = length == digits ? tail_length(behind) : 0;
    bool const percent = behind.starts_with('%') || behind.starts_with("％");
    bool const ends = behind.empty() || blanks_length(behind) > 0 || prefix_of(behind, signs()) > 0;
    if (length == digits && tail == 0 && !ends)
      continue; // words that are no unit
    bool const share = percent && column.kind == ColumnKind::weight; // of all points
    if (column.is_points() ? (tail > 0 && !share) || *number > most_points
        : column.is_rate() ? tail > 0 && !percent
                           : column.is_amount() && percent)
      continue;
    auto const point = rest.substr(0, length).find('.');
    auto const decimals = point == std::string_view::npos ? 0 : static_cast<int>(length - point - 1);
    out.push_back({sign + length + tail, *number, behind.substr(0, tail), decimals});
  }
  return out;
}

std::size_t run_length(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    auto const sign = prefix_of(text.substr(at), signs());
    auto const digits = digits_length(text.substr(at + sign));
    if (digits == 0)
      break;
    at += sign + digits + tail_length(text.substr(at + sign + digits));
  }
  return at;
}

std::size_t blanks_length(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    auto const c = character_at(text, at);
    if (!is_space(c.value))
      break;
    at += c.length;
  }
  return at;
}

std::size_t dash_length(std::string_view text) {
  auto const length = prefix_of(text, dashes);
  return length == text.size() || blanks_length(text.substr(length)) > 0 ? length : 0;
}

std::size_t spaced_run_length(std::string_view text) {
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size();) {
    auto const dash = dash_length(text.substr(at));
    auto const length = dash > 0 ? dash : run_length(text.substr(at));
    bool const number_of_sentence =
        at > 0 && (text.substr(at + length).starts_with('.') || text.substr(at + length).starts_with("、"));
    if (length == 0 || number_of_sentence)
      break;
    end = at + length;
    at = end + blanks_length(text.substr(end));
    if (at == end)
      break;
  }
  return end;
}

bool is_bare_number(std::string_view text) { return std::ranges::all_of(text, is_figure); }

bool is_short_number(std::string_view text) { return text.size() <= 3 && is_bare_number(text); }

} // namespace jixiao::recognition::fused
