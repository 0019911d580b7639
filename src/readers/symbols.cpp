#include "readers/symbols.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace jixiao {
namespace {

struct Sign {
  std::uint8_t code;
  char32_t character;
};

// Codes are those of the fonts' own tables; the signs that forms print, not whole fonts.
constexpr std::array symbol_signs = {
    Sign{0x22, U'∀'}, Sign{0x24, U'∃'}, Sign{0x27, U'∋'}, Sign{0x2A, U'∗'}, Sign{0x2D, U'−'}, Sign{0x40, U'≅'},
    Sign{0x41, U'Α'}, Sign{0x42, U'Β'}, Sign{0x43, U'Χ'}, Sign{0x44, U'Δ'}, Sign{0x45, U'Ε'}, Sign{0x46, U'Φ'},
    Sign{0x47, U'Γ'}, Sign{0x48, U'Η'}, Sign{0x49, U'Ι'}, Sign{0x4A, U'ϑ'}, Sign{0x4B, U'Κ'}, Sign{0x4C, U'Λ'},
    Sign{0x4D, U'Μ'}, Sign{0x4E, U'Ν'}, Sign{0x4F, U'Ο'}, Sign{0x50, U'Π'}, Sign{0x51, U'Θ'}, Sign{0x52, U'Ρ'},
    Sign{0x53, U'Σ'}, Sign{0x54, U'Τ'}, Sign{0x55, U'Υ'}, Sign{0x56, U'ς'}, Sign{0x57, U'Ω'}, Sign{0x58, U'Ξ'},
    Sign{0x59, U'Ψ'}, Sign{0x5A, U'Ζ'}, Sign{0x5B, U'['}, Sign{0x5C, U'∴'}, Sign{0x5D, U']'}, Sign{0x5E, U'⊥'},
    Sign{0x5F, U'_'}, Sign{0x61, U'α'}, Sign{0x62, U'β'}, Sign{0x63, U'χ'}, Sign{0x64, U'δ'}, Sign{0x65, U'ε'},
    Sign{0x66, U'φ'}, Sign{0x67, U'γ'}, Sign{0x68, U'η'}, Sign{0x69, U'ι'}, Sign{0x6A, U'ϕ'}, Sign{0x6B, U'κ'},
    Sign{0x6C, U'λ'}, Sign{0x6D, U'μ'}, Sign{0x6E, U'ν'}, Sign{0x6F, U'ο'}, Sign{0x70, U'π'}, Sign{0x71, U'θ'},
    Sign{0x72, U'ρ'}, Sign{0x73, U'σ'}, Sign{0x74, U'τ'}, Sign{0x75, U'υ'}, Sign{0x76, U'ϖ'}, Sign{0x77, U'ω'},
    Sign{0x78, U'ξ'}, Sign{0x79, U'ψ'}, Sign{0x7A, U'ζ'}, Sign{0x7B, U'{'}, Sign{0x7C, U'|'}, Sign{0x7D, U'}'},
    Sign{0x7E, U'∼'}, Sign{0xA0, U'€'}, Sign{0xA1, U'ϒ'}, Sign{0xA2, U'′'}, Sign{0xA3, U'≤'}, Sign{0xA4, U'⁄'},
    Sign{0xA5, U'∞'}, Sign{0xA6, U'ƒ'}, Sign{0xA7, U'♣'}, Sign{0xA8, U'♦'}, Sign{0xA9, U'♥'}, Sign{0xAA, U'♠'},
    Sign{0xAB, U'↔'}, Sign{0xAC, U'←'}, Sign{0xAD, U'↑'}, Sign{0xAE, U'→'}, Sign{0xAF, U'↓'}, Sign{0xB0, U'°'},
    Sign{0xB1, U'±'}, Sign{0xB2, U'″'}, Sign{0xB3, U'≥'}, Sign{0xB4, U'×'}, Sign{0xB5, U'∝'}, Sign{0xB6, U'∂'},
    Sign{0xB7, U'•'}, Sign{0xB8, U'÷'}, Sign{0xB9, U'≠'}, Sign{0xBA, U'≡'}, Sign{0xBB, U'≈'}, Sign{0xBC, U'…'},
    Sign{0xBD, U'∣'}, Sign{0xBE, U'—'}, Sign{0xBF, U'↵'}, Sign{0xC0, U'ℵ'}, Sign{0xC1, U'ℑ'}, Sign{0xC2, U'ℜ'},
    Sign{0xC3, U'℘'}, Sign{0xC4, U'⊗'}, Sign{0xC5, U'⊕'}, Sign{0xC6, U'∅'}, Sign{0xC7, U'∩'}, Sign{0xC8, U'∪'},
    Sign{0xC9, U'⊃'}, Sign{0xCA, U'⊇'}, Sign{0xCB, U'⊄'}, Sign{0xCC, U'⊂'}, Sign{0xCD, U'⊆'}, Sign{0xCE, U'∈'},
    Sign{0xCF, U'∉'}, Sign{0xD0, U'∠'}, Sign{0xD1, U'∇'}, Sign{0xD2, U'®'}, Sign{0xD3, U'©'}, Sign{0xD4, U'™'},
    Sign{0xD5, U'∏'}, Sign{0xD6, U'√'}, Sign{0xD7, U'⋅'}, Sign{0xD8, U'¬'}, Sign{0xD9, U'∧'}, Sign{0xDA, U'∨'},
    Sign{0xDB, U'⇔'}, Sign{0xDC, U'⇐'}, Sign{0xDD, U'⇑'}, Sign{0xDE, U'⇒'}, Sign{0xDF, U'⇓'}, Sign{0xE0, U'◊'},
    Sign{0xE1, U'⟨'}, Sign{0xE2, U'®'}, Sign{0xE3, U'©'}, Sign{0xE4, U'™'}, Sign{0xE5, U'∑'}, Sign{0xF1, U'⟩'},
    Sign{0xF2, U'∫'},
};

constexpr std::array wingdings_signs = {
    Sign{0x21, U'✏'},   Sign{0x22, U'✂'}, Sign{0x28, U'☎'},   Sign{0x2A, U'✉'},   Sign{0x36, U'⌛'}, Sign{0x3F, U'✍'},
    Sign{0x41, U'✌'},   Sign{0x43, U'👍'}, Sign{0x44, U'👎'},   Sign{0x45, U'☜'},   Sign{0x46, U'☞'}, Sign{0x47, U'☝'},
    Sign{0x48, U'☟'},   Sign{0x4A, U'☺'}, Sign{0x4C, U'☹'},   Sign{0x4E, U'☠'},   Sign{0x51, U'✈'}, Sign{0x52, U'☼'},
    Sign{0x54, U'❄'},   Sign{0x56, U'✞'}, Sign{0x58, U'✠'},   Sign{0x59, U'✡'},   Sign{0x5A, U'☪'}, Sign{0x5B, U'☯'},
    Sign{0x5D, U'☸'},   Sign{0x5E, U'♈'}, Sign{0x5F, U'♉'},   Sign{0x60, U'♊'},   Sign{0x61, U'♋'}, Sign{0x62, U'♌'},
    Sign{0x63, U'♍'},   Sign{0x64, U'♎'}, Sign{0x65, U'♏'},   Sign{0x66, U'♐'},   Sign{0x67, U'♑'}, Sign{0x68, U'♒'},
    Sign{0x69, U'♓'},   Sign{0x6C, U'●'}, Sign{0x6D, U'❍'},   Sign{0x6E, U'■'},   Sign{0x6F, U'□'}, Sign{0x70, U'□'},
    Sign{0x71, U'❑'},   Sign{0x72, U'❒'}, Sign{0x73, U'⬧'},   Sign{0x74, U'⧫'},   Sign{0x75, U'◆'}, Sign{0x76, U'❖'},
    Sign{0x77, U'⬥'},   Sign{0x78, U'☒'}, Sign{0x79, U'⍓'},   Sign{0x7A, U'⌘'},   Sign{0x7B, U'❀'}, Sign{0x7C, U'✿'},
    Sign{0x7D, U'❝'},   Sign{0x7E, U'❞'}, Sign{0x80, U'⓪'},   Sign{0x81, U'①'},   Sign{0x82, U'②'}, Sign{0x83, U'③'},
    Sign{0x84, U'④'},   Sign{0x85, U'⑤'}, Sign{0x86, U'⑥'},   Sign{0x87, U'⑦'},   Sign{0x88, U'⑧'}, Sign{0x89, U'⑨'},
    Sign{0x8A, U'⑩'},   Sign{0x8B, U'⓿'}, Sign{0x8C, U'❶'},   Sign{0x8D, U'❷'},   Sign{0x8E, U'❸'}, Sign{0x8F, U'❹'},
    Sign{0x90, U'❺'},   Sign{0x91, U'❻'}, Sign{0x92, U'❼'},   Sign{0x93, U'❽'},   Sign{0x94, U'❾'}, Sign{0x95, U'❿'},
    Sign{0x9E, U'·'},   Sign{0x9F, U'•'}, Sign{0xA0, U'▪'},   Sign{0xA1, U'○'},   Sign{0xA2, U'○'}, Sign{0xA3, U'○'},
    Sign{0xA4, U'◉'},   Sign{0xA5, U'◎'}, Sign{0xA6, U'○'},   Sign{0xA7, U'▪'},   Sign{0xA8, U'□'}, Sign{0xAA, U'✦'},
    Sign{0xAB, U'★'},   Sign{0xAC, U'✶'}, Sign{0xAD, U'✴'},   Sign{0xAE, U'✹'},   Sign{0xAF, U'✵'}, Sign{0xB1, U'⌖'},
    Sign{0xB2, U'✧'},   Sign{0xB3, U'⌑'}, Sign{0xB5, U'✪'},   Sign{0xB6, U'✰'},   Sign{0xB7, U'🕐'}, Sign{0xB8, U'🕑'},
    Sign{0xB9, U'🕒'},   Sign{0xBA, U'🕓'}, Sign{0xBB, U'🕔'},   Sign{0xBC, U'🕕'},   Sign{0xBD, U'🕖'}, Sign{0xBE, U'🕗'},
    Sign{0xBF, U'🕘'},   Sign{0xC0, U'🕙'}, Sign{0xC1, U'🕚'},   Sign{0xC2, U'🕛'},   Sign{0xD5, U'⌫'}, Sign{0xD6, U'⌦'},
    Sign{0xD7, U'⮘'}, Sign{0xD8, U'➢'}, Sign{0xD9, U'⮙'}, Sign{0xDA, U'⮛'}, Sign{0xDF, U'←'}, Sign{0xE0, U'→'},
    Sign{0xE1, U'↑'},   Sign{0xE2, U'↓'}, Sign{0xE3, U'↖'},   Sign{0xE4, U'↗'},   Sign{0xE5, U'↙'}, Sign{0xE6, U'↘'},
    Sign{0xE7, U'⬅'},   Sign{0xE8, U'➔'}, Sign{0xE9, U'⬆'},   Sign{0xEA, U'⬇'},   Sign{0xEF, U'⇦'}, Sign{0xF0, U'⇨'},
    Sign{0xF1, U'⇧'},   Sign{0xF2, U'⇩'}, Sign{0xF3, U'⬄'},   Sign{0xF4, U'⇳'},   Sign{0xF5, U'⬀'}, Sign{0xF6, U'⬁'},
    Sign{0xF7, U'⬃'},   Sign{0xF8, U'⬂'}, Sign{0xF9, U'▭'},   Sign{0xFA, U'▫'},   Sign{0xFB, U'✗'}, Sign{0xFC, U'✓'},
    Sign{0xFD, U'☒'},   Sign{0xFE, U'☑'},
};

constexpr std::array wingdings2_signs = {
    Sign{0x4F, U'✗'}, Sign{0x50, U'✓'}, Sign{0x51, U'☒'}, Sign{0x52, U'☑'}, Sign{0x53, U'☒'}, Sign{0x54, U'☒'},
    Sign{0x55, U'☒'}, Sign{0x56, U'☒'}, Sign{0x69, U'⓪'}, Sign{0x6A, U'①'}, Sign{0x6B, U'②'}, Sign{0x6C, U'③'},
    Sign{0x6D, U'④'}, Sign{0x6E, U'⑤'}, Sign{0x6F, U'⑥'}, Sign{0x70, U'⑦'}, Sign{0x71, U'⑧'}, Sign{0x72, U'⑨'},
    Sign{0x73, U'⑩'}, Sign{0x74, U'⓿'}, Sign{0x75, U'❶'}, Sign{0x76, U'❷'}, Sign{0x77, U'❸'}, Sign{0x78, U'❹'},
    Sign{0x79, U'❺'}, Sign{0x7A, U'❻'}, Sign{0x7B, U'❼'}, Sign{0x7C, U'❽'}, Sign{0x7D, U'❾'}, Sign{0x7E, U'❿'},
    Sign{0x97, U'●'}, Sign{0x98, U'•'}, Sign{0xA0, U'▪'}, Sign{0xA2, U'■'}, Sign{0xA3, U'□'}, Sign{0xAE, U'◆'},
};

constexpr std::array wingdings3_signs = {
    Sign{0x66, U'←'}, Sign{0x67, U'→'}, Sign{0x68, U'↑'}, Sign{0x69, U'↓'}, Sign{0x70, U'▲'},
    Sign{0x71, U'▼'}, Sign{0x74, U'◀'}, Sign{0x75, U'▶'}, Sign{0x7D, U'▶'},
};

constexpr std::array webdings_signs = {
    Sign{0x33, U'◀'}, Sign{0x34, U'▶'}, Sign{0x35, U'▲'}, Sign{0x36, U'▼'}, Sign{0x59, U'♥'},
    Sign{0x61, U'✓'}, Sign{0x63, U'□'}, Sign{0x67, U'■'}, Sign{0x6E, U'●'}, Sign{0x72, U'✗'},
};

constexpr std::array dingbats_signs = {
    Sign{0x33, U'✓'}, Sign{0x34, U'✔'}, Sign{0x35, U'✕'}, Sign{0x36, U'✖'}, Sign{0x37, U'✗'}, Sign{0x38, U'✘'},
    Sign{0x48, U'★'}, Sign{0x49, U'☆'}, Sign{0x6C, U'●'}, Sign{0x6D, U'○'}, Sign{0x6E, U'■'}, Sign{0x6F, U'□'},
    Sign{0x70, U'□'}, Sign{0x71, U'□'}, Sign{0x72, U'□'}, Sign{0x73, U'▲'}, Sign{0x74, U'▼'}, Sign{0x75, U'◆'},
};

struct FontName {
  std::string_view name;
  SymbolFont font;
};

constexpr std::array font_names = {
    FontName{"Symbol", SymbolFont::symbol},          FontName{"Webdings", SymbolFont::webdings},
    FontName{"Wingdings", SymbolFont::wingdings},    FontName{"Wingdings 2", SymbolFont::wingdings2},
    FontName{"Wingdings 3", SymbolFont::wingdings3}, FontName{"Wingdings2", SymbolFont::wingdings2},
    FontName{"Wingdings3", SymbolFont::wingdings3},  FontName{"Standard Symbols L", SymbolFont::symbol},
    FontName{"Symbol MT", SymbolFont::symbol},       FontName{"ZapfDingbats", SymbolFont::dingbats},
    FontName{"Dingbats", SymbolFont::dingbats},
};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

std::span<Sign const> signs_of(SymbolFont font) {
  switch (font) {
  case SymbolFont::symbol:
    return symbol_signs;
  case SymbolFont::wingdings:
    return wingdings_signs;
  case SymbolFont::wingdings2:
    return wingdings2_signs;
  case SymbolFont::wingdings3:
    return wingdings3_signs;
  case SymbolFont::webdings:
    return webdings_signs;
  case SymbolFont::dingbats:
    return dingbats_signs;
  default:
    return {};
  }
}

} // namespace

SymbolFont symbol_font(std::string_view font) {
  auto const same = [&](FontName const& known) { return std::ranges::equal(known.name, font, {}, lower, lower); };
  auto const found = std::ranges::find_if(font_names, same);
  return found == font_names.end() ? SymbolFont::none : found->font;
}

std::string_view name_of(SymbolFont font) {
  auto const found = std::ranges::find(font_names, font, &FontName::font);
  return found == font_names.end() ? std::string_view() : found->name;
}

char32_t symbol(SymbolFont font, char32_t code) {
  auto const own = code >= 0xF000 && code <= 0xF0FF ? code - 0xF000 : code;
  auto const signs = signs_of(font);
  auto const found = std::ranges::lower_bound(signs, own, {}, [](Sign const& sign) { return char32_t{sign.code}; });
  if (found != signs.end() && found->code == own)
    return found->character;
  // Symbol prints digits and ASCII punctuation as they are.
  bool const plain = font == SymbolFont::symbol && own >= 0x20 && own < 0x40;
  return plain ? own : 0;
}

} // namespace jixiao
