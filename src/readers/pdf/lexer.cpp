#include "readers/pdf/lexer.hpp"

#include <algorithm>

namespace jixiao::pdf {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

int hex_value(char c) {
  if (is_digit(c))
    return c - '0';
  auto const lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

bool begins_number(char c) { return is_digit(c) || c == '-' || c == '+' || c == '.'; }

bool is_regular(char c) { return !is_white(c) && !is_delimiter(c); }

} // namespace

bool is_white(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0'; }

bool is_delimiter(char c) {
  switch (c) {
  case '(':
  case ')':
  case '<':
  case '>':
  case '[':
  case ']':
  case '{':
  case '}':
  case '/':
  case '%':
    return true;
  default:
    return false;
  }
}

void Lexer::skip_space() {
  for (; at_ < text_.size(); ++at_) {
    if (text_[at_] == '%')
      at_ = std::min(text_.find_first_of("\r\n", at_), text_.size() - 1);
    else if (!is_white(text_[at_]))
      return;
  }
}

Token Lexer::next() {
  skip_space();
  if (at_ >= text_.size())
    return {};
  auto const c = text_[at_];
  if (begins_number(c))
    return number();
  auto const doubled = at_ + 1 < text_.size() && text_[at_ + 1] == c;
  switch (c) {
  case '/':
    return name();
  case '(':
    return literal_string();
  case '<':
    return doubled ? at_ += 2, Token{TokenKind::begin_dict} : hex_string();
  case '>':
    at_ += doubled ? 2 : 1;
    return {TokenKind::end_dict};
  case '[':
    ++at_;
    return {TokenKind::begin_array};
  case ']':
    ++at_;
    return {TokenKind::end_array};
  default:
    break;
  }
  auto const begin = at_++;
  while (!is_delimiter(c) && at_ < text_.size() && is_regular(text_[at_]))
    ++at_;
  return {TokenKind::word, 0, text_.substr(begin, at_ - begin)};
}

/// As readers of PDF do, "--5" is -5, and a minus inside ends the number.
Token Lexer::number() {
  bool negative = false, point = false;
  for (; at_ < text_.size() && (text_[at_] == '-' || text_[at_] == '+'); ++at_)
    negative |= text_[at_] == '-';
  double value = 0, scale = 1;
  for (; at_ < text_.size(); ++at_) {
    auto const c = text_[at_];
    if (is_digit(c)) {
      if (point)
        scale *= 0.1;
      value = point ? value + (c - '0') * scale : value * 10 + (c - '0');
    } else if (c == '.' && !point) {
      point = true;
    } else {
      break;
    }
  }
  while (at_ < text_.size() && is_regular(text_[at_]) &&
         (text_[at_] == '-' || is_digit(text_[at_]) || text_[at_] == '.'))
    ++at_;
  return {TokenKind::number, negative ? -value : value, {}, !point};
}

Token Lexer::name() {
  auto const begin = ++at_;
  while (at_ < text_.size() && is_regular(text_[at_]))
    ++at_;
  auto const raw = text_.substr(begin, at_ - begin);
  if (raw.find('#') == std::string_view::npos)
    return {TokenKind::name, 0, raw};
  scratch_.clear();
  for (std::size_t i = 0; i < raw.size(); ++i) {
    auto const high = raw[i] == '#' && i + 2 < raw.size() ? hex_value(raw[i + 1]) : -1;
    auto const low = high >= 0 ? hex_value(raw[i + 2]) : -1;
    scratch_.push_back(low < 0 ? raw[i] : static_cast<char>(high * 16 + low));
    i += low < 0 ? 0 : 2;
  }
  return {TokenKind::name, 0, scratch_};
}

/// What follows a backslash.
void Lexer::escape() {
  auto const c = text_[at_];
  if (c >= '0' && c <= '7') {
    int value = 0;
    for (int digits = 0; digits < 3 && at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '7'; ++digits)
      value = value * 8 + (text_[at_++] - '0');
    scratch_.push_back(static_cast<char>(value));
    return;
  }
  ++at_;
  constexpr std::string_view letters = "nrtbf", values = "\n\r\t\b\f";
  if (auto const known = letters.find(c); known != std::string_view::npos)
    scratch_.push_back(values[known]);
  else if (c == '\r')
    at_ += at_ < text_.size() && text_[at_] == '\n' ? 1 : 0;
  else if (c != '\n')
    scratch_.push_back(c);
}

Token Lexer::literal_string() {
  scratch_.clear();
  ++at_;
  for (std::size_t depth = 1; at_ < text_.size();) {
    auto const c = text_[at_++];
    if (c == '\\' && at_ < text_.size()) {
      escape();
      continue;
    }
    depth += c == '(' ? 1U : 0U;
    depth -= c == ')' ? 1U : 0U;
    if (depth == 0)
      break;
    scratch_.push_back(c);
  }
  return {TokenKind::string, 0, scratch_};
}

Token Lexer::hex_string() {
  scratch_.clear();
  int high = -1;
  for (++at_; at_ < text_.size() && text_[at_] != '>'; ++at_) {
    auto const value = hex_value(text_[at_]);
    if (value < 0)
      continue;
    if (high < 0)
      high = value;
    else
      scratch_.push_back(static_cast<char>(high * 16 + value)), high = -1;
  }
  at_ += at_ < text_.size() ? 1 : 0;
  if (high >= 0)
    scratch_.push_back(static_cast<char>(high * 16));
  return {TokenKind::string, 0, scratch_};
}

} // namespace jixiao::pdf
