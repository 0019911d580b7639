#pragma once

#include <cstdint>
#include <string_view>

/// Characters of fonts that number their signs in ways of their own.
namespace jixiao {

enum class SymbolFont : std::uint8_t { none, symbol, wingdings, wingdings2, wingdings3, webdings, dingbats };

/// By the font's name, without regard to case.
SymbolFont symbol_font(std::string_view font);

std::string_view name_of(SymbolFont font);

/// What a code of the font prints, as a Unicode character: a code in 0x20..0xFF, or the same in the private use area
/// from U+F000 on. 0 when the font has nothing there that Unicode has.
char32_t symbol(SymbolFont font, char32_t code);

} // namespace jixiao
