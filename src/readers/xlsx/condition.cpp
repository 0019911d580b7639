#include "readers/xlsx/condition.hpp"

#include "readers/xlsx/reference.hpp"
#include "text/clean.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <charconv>
#include <variant>
#include <vector>

namespace jixiao {
namespace {

constexpr std::size_t deepest = 16, longest = 1000; // of formulas
struct Blank {};
struct Error {};
using Value = std::variant<Blank, Error, bool, double, std::string>;

/// "1,250.50" and "95%" as well: what is known of a cell is what it shows.
std::optional<double> shown_number(std::string_view text) {
  std::string digits(trim(text));
  std::erase(digits, ',');
  bool const is_percentage = digits.ends_with('%');
  if (is_percentage)
    digits.pop_back();
  double number = 0;
  auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  bool const is_number = error == std::errc() && !digits.empty() && end == digits.data() + digits.size();
  return is_number ? std::optional(is_percentage ? number / 100 : number) : std::nullopt;
}

Value value_of(ShownValue shown) {
  if (is_blank(shown.text))
    return Blank{};
  if (shown.text.starts_with('#'))
    return Error{};
  if (auto const number = shown.is_text ? std::nullopt : shown_number(shown.text))
    return *number;
  return std::move(shown.text);
}

bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
bool is_numeral(char c) { return c >= '0' && c <= '9'; }
char small_letter(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

std::string text_of(Value const& value) {
  auto const* const text = std::get_if<std::string>(&value);
  auto const* const number = std::get_if<double>(&value);
  return text != nullptr ? *text : number != nullptr ? std::to_string(*number) : std::string();
}

bool is_true(Value const& value) {
  auto const* const truth = std::get_if<bool>(&value);
  auto const* const number = std::get_if<double>(&value);
  return (truth != nullptr && *truth) || (number != nullptr && *number != 0);
}

std::vector<std::size_t> ends_of_characters(std::string_view text) {
  std::vector<std::size_t> ends;
  for (std::size_t at = 0; at < text.size();)
    ends.push_back(at += character_at(text, at).length);
  return ends;
}

std::string lowered(std::string text) {
  std::ranges::transform(text, text.begin(), small_letter);
  return text;
}

/// -1, 0 or 1. A blank is like the empty text and like 0; a text is greater than any number.
int compare(Value const& a, Value const& b) {
  auto const number = [](Value const& value) {
    return std::holds_alternative<Blank>(value)    ? std::optional(0.0)
           : std::holds_alternative<bool>(value)   ? std::optional(std::get<bool>(value) ? 1.0 : 0.0)
           : std::holds_alternative<double>(value) ? std::optional(std::get<double>(value))
                                                   : std::nullopt;
  };
  bool const has_text = std::holds_alternative<std::string>(a) || std::holds_alternative<std::string>(b);
  auto const left = number(a), right = number(b);
  if (!has_text && left && right)
    return *left < *right ? -1 : *left > *right ? 1 : 0;
  bool const is_numeric_left = std::holds_alternative<double>(a), is_numeric_right = std::holds_alternative<double>(b);
  if (is_numeric_left != is_numeric_right)
    return is_numeric_left ? -1 : 1;
  return lowered(text_of(a)).compare(lowered(text_of(b)));
}

class Evaluator {
public:
  Evaluator(std::string_view formula, ConditionPlace const& place, ShownAt const& shown_at)
      : rest_(formula), place_(place), shown_at_(shown_at) {}

  std::optional<bool> run() {
    auto const value = comparison();
    skip_blanks();
    if (failed_ || !rest_.empty())
      return std::nullopt;
    return is_true(value);
  }

private:
  void skip_blanks() { rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t\r\n"), rest_.size())); }

  bool take(std::string_view token) {
    skip_blanks();
    if (!rest_.starts_with(token))
      return false;
    rest_.remove_prefix(token.size());
    return true;
  }

  Value fail() { return failed_ = true, Value{Error{}}; }

  Value comparison() {
    if (depth_ >= deepest || failed_)
      return fail();
    ++depth_;
    auto const left = primary();
    for (std::string_view const sign : {"<>", "<=", ">=", "=", "<", ">"}) {
      if (failed_ || !take(sign))
        continue;
      auto const right = primary();
      --depth_;
      if (std::holds_alternative<Error>(left) || std::holds_alternative<Error>(right))
        return Error{};
      auto const order = compare(left, right);
      return (order == 0 && sign.find('=') != sign.npos) || (order < 0 && sign.front() == '<') ||
             (order > 0 && sign.find('>') != sign.npos);
    }
    --depth_;
    return left;
  }

  Value primary() {
    skip_blanks();
    if (rest_.empty())
      return fail();
    if (take("("))
      return closed(comparison());
    if (rest_.front() == '"')
      return quoted();
    if (rest_.front() == '-' || is_numeral(rest_.front()) || rest_.front() == '.')
      return number();
    return name();
  }

  Value closed(Value value) { return take(")") ? std::move(value) : fail(); }

  /// Quotes inside are doubled.
  Value quoted() {
    std::string text;
    for (std::size_t at = 1; at < rest_.size(); ++at) {
      if (rest_[at] == '"' && rest_.substr(at + 1).starts_with('"'))
        ++at;
      else if (rest_[at] == '"')
        return rest_.remove_prefix(at + 1), Value{std::move(text)};
      text += rest_[at];
    }
    return fail();
  }

  Value number() {
    double value = 0;
    auto const [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
    if (error != std::errc())
      return fail();
    rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
    return take("%") ? value / 100 : value;
  }

  Value name() {
    auto const is_part = [](char c) { return is_letter(c) || is_numeral(c) || c == '$' || c == '-' || c == '.'; };
    auto const bracketed = take("[."); // a reference of OpenDocument
    auto const end = static_cast<std::size_t>(std::ranges::find_if_not(rest_, is_part) - rest_.begin());
    auto const word = rest_.substr(0, end);
    rest_.remove_prefix(end);
    if (bracketed)
      return take("]") ? reference(word) : fail();
    if (take("("))
      return call(lowered(std::string(word)));
    if (lowered(std::string(word)) == "true")
      return true;
    if (lowered(std::string(word)) == "false")
      return false;
    return reference(word);
  }

  /// A part of a reference without a dollar moves with the cell.
  Value reference(std::string_view word) {
    auto const at = read_place(word);
    if (!at)
      return fail();
    bool const fixed_column = word.starts_with('$'), fixed_row = word.find('$', 1) != word.npos;
    auto const column = fixed_column ? at->column : at->column + (place_.column - place_.first_column);
    auto const row = fixed_row ? at->row : at->row + (place_.row - place_.first_row);
    return cell(row, column);
  }

  Value cell(std::uint32_t row, std::uint32_t column) {
    auto shown = shown_at_(row, column);
    return shown ? value_of(*std::move(shown)) : fail();
  }

  Value call(std::string const& function) {
    std::vector<Value> arguments;
    while (!failed_ && !take(")")) {
      arguments.push_back(comparison());
      if (!take(",") && !take(";") && !rest_.starts_with(')'))
        return fail();
    }
    if (function == "cell-content" && arguments.empty())
      return cell(place_.row, place_.column);
    if (failed_ || arguments.empty())
      return fail();
    return result(function, arguments);
  }

  Value result(std::string const& function, std::vector<Value> const& arguments) {
    auto const& first = arguments.front();
    if (function == "and")
      return std::ranges::all_of(arguments, is_true);
    if (function == "or")
      return std::ranges::any_of(arguments, is_true);
    if (function == "not")
      return !is_true(first);
    if (function == "isblank")
      return std::holds_alternative<Blank>(first);
    if (function == "iserror")
      return std::holds_alternative<Error>(first);
    if (function == "isnumber")
      return std::holds_alternative<double>(first);
    if (function == "istext")
      return std::holds_alternative<std::string>(first);
    return result_of_text(function, arguments);
  }

  Value result_of_text(std::string const& function, std::vector<Value> const& arguments) {
    auto const text = text_of(arguments.front());
    if (function == "trim")
      return std::string(trim(text));
    if (function == "len")
      return static_cast<double>(ends_of_characters(text).size());
    if (arguments.size() < 2)
      return fail();
    if (function == "search" || function == "find") {
      auto const within = text_of(arguments[1]);
      bool const is_found = function == "find" ? within.find(text) != within.npos
                                               : lowered(within).find(lowered(text)) != std::string::npos;
      return is_found ? Value{1.0} : Value{Error{}};
    }
    auto const* const count = std::get_if<double>(&arguments[1]);
    if ((function != "left" && function != "right") || count == nullptr || *count < 0)
      return fail();
    auto ends = ends_of_characters(text);
    ends.insert(ends.begin(), 0);
    auto const size = static_cast<std::size_t>(std::min(*count, static_cast<double>(ends.size() - 1)));
    return function == "left" ? text.substr(0, ends[size]) : text.substr(ends[ends.size() - 1 - size]);
  }

  std::string_view rest_;
  ConditionPlace const& place_;
  ShownAt const& shown_at_;
  std::size_t depth_ = 0;
  bool failed_ = false;
};

} // namespace

std::optional<bool> holds(std::string_view formula, ConditionPlace const& place, ShownAt const& shown_at) {
  if (formula.starts_with('='))
    formula.remove_prefix(1);
  return formula.size() > longest ? std::nullopt : Evaluator(formula, place, shown_at).run();
}

} // namespace jixiao
