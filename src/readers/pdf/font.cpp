#include "readers/pdf/font.hpp"

#include "readers/pdf/adobe_gb1.hpp"
#include "readers/pdf/encodings.hpp"
#include "readers/pdf/truetype.hpp"

#include <algorithm>

namespace jixiao::pdf {
namespace {

constexpr std::size_t most_widths = 100'000;

std::string name_of(Object const& object) {
  auto handle = object;
  return handle.isName() ? handle.getName().substr(1) : std::string();
}

/// "ABCDEF+SimSun" without its first part.
std::string family_of(std::string name) {
  constexpr std::size_t tag = 6;
  return name.size() > tag && name[tag] == '+' ? name.substr(tag + 1) : name;
}

/// Fonts of signs go by other names in PDFs than in documents: "Wingdings2", "SymbolMT".
std::string_view office_name(std::string_view name) {
  return name.starts_with("Wingdings2")   ? "Wingdings 2"
         : name.starts_with("Wingdings3") ? "Wingdings 3"
         : name.starts_with("SymbolMT")   ? "Symbol"
         : name.starts_with("Webdings")   ? "Webdings"
                                          : name;
}

bool names_chinese_font(std::string_view name) {
  static constexpr std::string_view families[] = {"SimSun",  "SimHei",     "FangSong", "KaiTi",   "STSong",   "STHeiti",
                                                  "STKaiti", "STFangsong", "LiSu",     "YouYuan", "DengXian", "FZ"};
  return std::ranges::any_of(name, [](char c) { return static_cast<unsigned char>(c) >= 0x80; }) ||
         std::ranges::any_of(families, [&](auto family) { return name.find(family) != std::string_view::npos; });
}

void add_width(std::vector<WidthRange>& widths, double low, double high, Object const& width) {
  if (low >= 0 && high >= low && high < 0x110000 && widths.size() < most_widths)
    widths.push_back({static_cast<std::uint32_t>(low), static_cast<std::uint32_t>(high),
                      static_cast<float>(std::clamp(number(width, 0), -10'000.0, 10'000.0))});
}

/// [first [w w w] first last w ...]
void read_composite_widths(Object const& of, Font& font) {
  font.default_width = number(value(of, "/DW"), 1000);
  auto array = value(of, "/W");
  if (!array.isArray())
    return;
  for (int i = 0, count = array.getArrayNItems(); i + 1 < count;) {
    auto const first = number(array.getArrayItem(i), -1);
    auto second = array.getArrayItem(i + 1);
    if (second.isArray()) {
      for (int k = 0; k < second.getArrayNItems(); ++k)
        add_width(font.widths, first + k, first + k, second.getArrayItem(k));
      i += 2;
    } else {
      if (i + 2 < count)
        add_width(font.widths, first, number(second, -1), array.getArrayItem(i + 2));
      i += 3;
    }
  }
  std::ranges::stable_sort(font.widths, {}, &WidthRange::low);
}

void read_simple_widths(Object const& dictionary, Font& font) {
  bool const monospaced = font.name.find("Courier") != std::string::npos;
  font.default_width = number(value(value(dictionary, "/FontDescriptor"), "/MissingWidth"), monospaced ? 600 : 0);
  auto array = value(dictionary, "/Widths");
  auto const first = number(value(dictionary, "/FirstChar"), 0);
  if (!array.isArray()) {
    font.default_width = monospaced ? 600 : 520;
    return;
  }
  for (int i = 0; i < std::min(array.getArrayNItems(), 256); ++i)
    add_width(font.widths, first + i, first + i, array.getArrayItem(i));
}

double width_of(Font const& font, std::uint32_t glyph) {
  auto const after = std::ranges::upper_bound(font.widths, glyph, {}, &WidthRange::low);
  if (after != font.widths.begin() && glyph <= (after - 1)->high)
    return (after - 1)->width;
  return font.default_width;
}

Object embedded_font(Object const& descriptor) {
  for (auto const* key : {"/FontFile2", "/FontFile3"})
    if (auto file = value(descriptor, key); !file.isNull())
      return file;
  return Object::newNull();
}

void read_encoding(Object const& dictionary, Font& font) {
  auto encoding = value(dictionary, "/Encoding");
  if (encoding.isStream()) {
    font.encoding = read_cmap(read_stream(encoding).bytes);
    font.has_own_cmap = !font.encoding.cids.empty() || !font.encoding.spaces.empty();
    font.vertical = font.encoding.vertical || number(value(encoding, "/WMode"), 0) == 1;
    if (font.encoding.cids.empty()) {
      auto const base = name_of(value(encoding, "/UseCMap"));
      font.has_own_cmap = font.has_own_cmap && base.empty();
      font.predefined = predefined_cmap(base.empty() ? "Identity-H" : base);
    }
    return;
  }
  font.predefined = predefined_cmap(encoding.isName() ? name_of(encoding) : "Identity-H");
  font.vertical = font.predefined.vertical;
}

void read_composite(Object const& dictionary, Font& font) {
  font.composite = true;
  read_encoding(dictionary, font);
  auto descendants = value(dictionary, "/DescendantFonts");
  auto const descendant =
      descendants.isArray() && descendants.getArrayNItems() > 0 ? descendants.getArrayItem(0) : descendants;
  read_composite_widths(descendant, font);
  auto ordering = value(value(descendant, "/CIDSystemInfo"), "/Ordering");
  font.adobe_gb1 = ordering.isString() && ordering.getStringValue() == "GB1";
  if (auto numbers = value(descendant, "/CIDToGIDMap"); numbers.isStream())
    font.glyph_numbers = read_stream(numbers).bytes;
  bool const named = !font.has_own_cmap && font.predefined.charset != Charset::identity;
  if (font.to_unicode.text.empty() && !font.adobe_gb1 && !named)
    font.glyphs = characters_of_glyphs(read_stream(embedded_font(value(descendant, "/FontDescriptor"))).bytes);
}

void apply_differences(Object const& encoding, Font& font) {
  auto differences = value(encoding, "/Differences");
  if (!differences.isArray())
    return;
  int code = 0;
  for (int i = 0; i < differences.getArrayNItems(); ++i) {
    auto item = differences.getArrayItem(i);
    if (item.isNumber()) {
      code = static_cast<int>(number(item, 256));
    } else if (item.isName()) {
      if (code >= 0 && code < 256)
        font.simple[static_cast<std::size_t>(code)] = character_of_name(name_of(item));
      ++code;
    }
  }
}

void read_simple(Object const& dictionary, Font& font) {
  read_simple_widths(dictionary, font);
  auto const descriptor = value(dictionary, "/FontDescriptor");
  auto encoding = value(dictionary, "/Encoding");
  auto const base = name_of(encoding.isName() ? encoding : value(encoding, "/BaseEncoding"));
  bool const embedded = !embedded_font(descriptor).isNull() || !value(descriptor, "/FontFile").isNull();
  constexpr int symbolic = 4;
  bool const own_codes =
      embedded && base.empty() && (static_cast<int>(number(value(descriptor, "/Flags"), 0)) & symbolic) != 0;
  if (!own_codes && !name_of(value(dictionary, "/Subtype")).starts_with("Type3")) {
    auto const table = base == "WinAnsiEncoding"    ? BaseEncoding::win_ansi
                       : base == "MacRomanEncoding" ? BaseEncoding::mac_roman
                                                    : BaseEncoding::standard;
    for (unsigned code = 0; code < 256; ++code)
      font.simple[code] = character_of(table, static_cast<std::uint8_t>(code));
  }
  apply_differences(encoding, font);
  font.gbk_bytes = !embedded && font.to_unicode.text.empty() && names_chinese_font(font.name);
}

bool is_private(char32_t c) { return (c >= 0xE000 && c < 0xF900) || c >= 0xF0000; }

/// Signs of fonts with a way of their own; what is for private use says nothing without them.
std::u32string settle(std::u32string text, SymbolFont symbols) {
  for (auto& c : text)
    if (is_private(c)) {
      c = symbols == SymbolFont::none ? 0 : symbol(symbols, c);
      if (c == 0)
        return {};
    }
  return text;
}

char32_t character_of_cid(Font const& font, std::uint32_t cid) {
  if (font.adobe_gb1)
    return adobe_gb1_character(cid);
  auto glyph = cid;
  if (!font.glyph_numbers.empty())
    glyph = 2 * std::size_t{cid} + 1 < font.glyph_numbers.size()
                ? code_of(std::string_view(font.glyph_numbers).substr(2 * std::size_t{cid}, 2))
                : 0;
  return glyph < font.glyphs.size() ? font.glyphs[glyph] : 0;
}

/// Widths go by the glyph's number, which a CMap by name gives for Latin letters alone; all others are an em wide.
double width_in_charset(Font const& font, char32_t c) {
  if (c < 0x20 || c > 0x7E)
    return 1000;
  constexpr std::uint32_t first_letter = 1, first_half_width = 814;
  auto const cid = c == 0x20 && font.predefined.half_width_latin ? 7716
                   : font.predefined.half_width_latin            ? first_half_width + c - 0x21
                                                                 : first_letter + c - 0x20;
  auto const width = width_of(font, cid);
  return width == font.default_width ? 500 : width;
}

ShownCode next_composite(Font const& font, std::string_view bytes) {
  ShownCode shown;
  std::uint32_t cid = 0;
  char32_t character = 0;
  if (font.has_own_cmap) {
    shown.length = font.encoding.code_length(bytes);
    shown.code = code_of(bytes.substr(0, shown.length));
    cid = font.encoding.cid(shown.code).value_or(font.encoding.cids.empty() ? shown.code : 0);
    character = character_of_cid(font, cid);
    shown.width = width_of(font, cid);
  } else {
    auto const code = read_code(font.predefined.charset, bytes);
    shown.length = code.length;
    shown.code = code_of(bytes.substr(0, shown.length));
    bool const numbered = font.predefined.charset == Charset::identity;
    character = numbered ? character_of_cid(font, shown.code) : code.character;
    shown.width = numbered ? width_of(font, shown.code) : width_in_charset(font, character);
  }
  shown.text = font.to_unicode.unicode(shown.code);
  if (shown.text.empty() && character != 0)
    shown.text.assign(1, character);
  if (font.vertical)
    shown.width = 1000;
  return shown;
}

ShownCode next_simple(Font const& font, std::string_view bytes) {
  ShownCode shown;
  if (font.gbk_bytes) {
    auto const code = read_code(Charset::gbk, bytes);
    shown.length = code.length;
    shown.code = code_of(bytes.substr(0, code.length));
    shown.width = code.length > 1 ? 1000 : font.widths.empty() ? 500 : width_of(font, shown.code);
    shown.text = code.character == 0 ? std::u32string() : std::u32string(1, code.character);
    return shown;
  }
  shown.code = static_cast<unsigned char>(bytes[0]);
  shown.width = width_of(font, shown.code);
  shown.text = font.to_unicode.unicode(shown.code);
  if (shown.text.empty() && font.symbols != SymbolFont::none)
    if (auto const sign = symbol(font.symbols, shown.code); sign != 0)
      shown.text.assign(1, sign);
  if (shown.text.empty() && font.simple[shown.code] != 0)
    shown.text.assign(1, font.simple[shown.code]);
  return shown;
}

/// Every code as the same character: what a program writes that does not know them.
bool says_one_thing(CMap const& map) {
  constexpr std::size_t fewest = 4;
  return map.text.size() >= fewest && std::ranges::all_of(map.text, [&](CodeRange const& range) {
           return range.low == range.high && range.first == map.text.front().first;
         });
}

} // namespace

ShownCode Font::next(std::string_view bytes) const {
  auto shown = composite ? next_composite(*this, bytes) : next_simple(*this, bytes);
  shown.width *= scale / 1000;
  shown.text = settle(std::move(shown.text), symbols);
  return shown;
}

Font read_font(Object const& dictionary) {
  Font font;
  font.name = family_of(name_of(value(dictionary, "/BaseFont")));
  font.symbols = symbol_font(office_name(font.name));
  if (auto map = value(dictionary, "/ToUnicode"); map.isStream())
    font.to_unicode = read_cmap(read_stream(map).bytes);
  if (says_one_thing(font.to_unicode))
    font.to_unicode = {};
  auto const kind = name_of(value(dictionary, "/Subtype"));
  if (kind == "Type0")
    read_composite(dictionary, font);
  else
    read_simple(dictionary, font);
  if (auto matrix = value(dictionary, "/FontMatrix");
      kind == "Type3" && matrix.isArray() && matrix.getArrayNItems() == 6)
    font.scale = std::clamp(number(matrix.getArrayItem(0), 0.001) * 1000, -1000.0, 1000.0),
    font.flips = number(matrix.getArrayItem(0), 1) * number(matrix.getArrayItem(3), 1) < 0;
  return font;
}

} // namespace jixiao::pdf
