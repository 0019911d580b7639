#pragma once

#include <cstdint>
#include <string_view>

namespace jixiao::rtf {

enum class TokenKind : std::uint8_t {
  end,
  open,   ///< {
  close,  ///< }
  word,   ///< \name, \nameN
  symbol, ///< \ and a character that is no letter; `text` is that character
  byte,   ///< \'hh: `number` is the byte
  text,   ///< bytes that stand for themselves
};

struct Token {
  TokenKind kind = TokenKind::end;
  std::string_view text; ///< of a word: its name
  std::int32_t number = 0;
  bool has_number = false;
};

/// Parts an RTF file into its tokens (RTF specification 1.9.1, "RTF Syntax"). Takes any bytes.
class Scanner {
public:
  explicit Scanner(std::string_view bytes) : bytes_(bytes) {}

  Token next();

private:
  Token backslash();
  Token word();

  std::string_view bytes_;
  std::size_t at_ = 0;
};

} // namespace jixiao::rtf
