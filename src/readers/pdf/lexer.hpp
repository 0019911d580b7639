#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// Tokens of content streams and CMaps, which are written alike.
namespace jixiao::pdf {

enum class TokenKind : std::uint8_t { end, number, name, string, begin_array, end_array, begin_dict, end_dict, word };

struct Token {
  TokenKind kind = TokenKind::end;
  double number = 0;
  std::string_view text; ///< of a name, string or word, decoded; it holds until the next token
  bool is_integer = false;
};

/// Takes tokens off a text, one after the other. Whatever the text is, each call moves on; all of it is linear.
class Lexer {
public:
  explicit Lexer(std::string_view text) : text_(text) {}

  Token next();

  std::size_t position() const { return at_; }
  void move_to(std::size_t position) { at_ = position < text_.size() ? position : text_.size(); }
  std::string_view text() const { return text_; }

private:
  void skip_space();
  Token number();
  Token name();
  Token literal_string();
  Token hex_string();
  void escape();

  std::string_view text_;
  std::size_t at_ = 0;
  std::string scratch_;
};

bool is_white(char c);
bool is_delimiter(char c);

} // namespace jixiao::pdf
