#include "readers/rtf/scanner.hpp"

#include <algorithm>

namespace jixiao::rtf {
namespace {

constexpr std::int64_t largest_number = 0x7FFFFFFF;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_line_end(char c) { return c == '\r' || c == '\n'; }
bool is_text(char c) { return c != '{' && c != '}' && c != '\\' && !is_line_end(c); }

/// -1 for what is no digit.
int hex_digit(char c) {
  if (is_digit(c))
    return c - '0';
  auto const letter = static_cast<char>(c | 0x20);
  return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

} // namespace

Token Scanner::next() {
  while (at_ < bytes_.size() && is_line_end(bytes_[at_]))
    ++at_;
  if (at_ >= bytes_.size())
    return {};
  switch (bytes_[at_]) {
  case '{':
    return ++at_, Token{TokenKind::open};
  case '}':
    return ++at_, Token{TokenKind::close};
  case '\\':
    return ++at_, backslash();
  default:
    break;
  }
  auto const begin = at_;
  while (at_ < bytes_.size() && is_text(bytes_[at_]))
    ++at_;
  return {TokenKind::text, bytes_.substr(begin, at_ - begin)};
}

Token Scanner::backslash() {
  if (at_ >= bytes_.size())
    return {};
  if (is_letter(bytes_[at_]))
    return word();
  auto const symbol = bytes_.substr(at_++, 1);
  if (symbol != "'")
    return {TokenKind::symbol, symbol};
  int value = 0;
  for (int digits = 0; digits < 2 && at_ < bytes_.size() && hex_digit(bytes_[at_]) >= 0; ++digits)
    value = value * 16 + hex_digit(bytes_[at_++]);
  return {TokenKind::byte, {}, value};
}

/// A space behind a word belongs to it; \bin is followed by as many bytes as it says.
Token Scanner::word() {
  Token token{TokenKind::word};
  auto const begin = at_;
  while (at_ < bytes_.size() && is_letter(bytes_[at_]))
    ++at_;
  token.text = bytes_.substr(begin, at_ - begin);
  bool const negative = at_ + 1 < bytes_.size() && bytes_[at_] == '-' && is_digit(bytes_[at_ + 1]);
  at_ += negative ? 1 : 0;
  std::int64_t number = 0;
  for (; at_ < bytes_.size() && is_digit(bytes_[at_]); ++at_, token.has_number = true)
    number = std::min(number * 10 + (bytes_[at_] - '0'), largest_number);
  token.number = static_cast<std::int32_t>(negative ? -number : number);
  at_ += at_ < bytes_.size() && bytes_[at_] == ' ' ? 1 : 0;
  if (token.text == "bin")
    at_ += std::min(static_cast<std::size_t>(std::max(token.number, 0)), bytes_.size() - at_);
  return token;
}

} // namespace jixiao::rtf
