#include "readers/pdf/encodings.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace jixiao::pdf {
namespace {

// U+FFFD: nothing there.
constexpr std::u32string_view win_ansi_upper = // 0x80 to 0x9F, then Latin-1
    U"€�‚ƒ„…†‡ˆ‰Š‹Œ�Ž��‘’“”•–—˜™š›œ�žŸ";
constexpr std::u32string_view mac_roman_upper = // from 0x80
    U"ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00A0ÀÃÕŒœ"
    U"–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ�ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";
constexpr std::u32string_view standard_upper = // from 0xA0
    U"�¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ�–†‡·�¶•‚„”»…‰�¿�`´ˆ˜¯˘˙¨�˚¸�˝˛ˇ—����������������Æ�ª����ŁØŒº�����æ���ı��łøœß����";

static_assert(win_ansi_upper.size() == 32 && mac_roman_upper.size() == 128 && standard_upper.size() == 96);

struct Name {
  std::string_view name;
  char32_t character;
};

// Sorted. A letter's name is the letter.
constexpr std::array names = {
    Name{"AE", U'Æ'},
    Name{"Aacute", U'Á'},
    Name{"Acircumflex", U'Â'},
    Name{"Adieresis", U'Ä'},
    Name{"Agrave", U'À'},
    Name{"Aring", U'Å'},
    Name{"Atilde", U'Ã'},
    Name{"Ccedilla", U'Ç'},
    Name{"Delta", U'∆'},
    Name{"Eacute", U'É'},
    Name{"Ecircumflex", U'Ê'},
    Name{"Edieresis", U'Ë'},
    Name{"Egrave", U'È'},
    Name{"Eth", U'Ð'},
    Name{"Euro", U'€'},
    Name{"Iacute", U'Í'},
    Name{"Icircumflex", U'Î'},
    Name{"Idieresis", U'Ï'},
    Name{"Igrave", U'Ì'},
    Name{"Lslash", U'Ł'},
    Name{"Ntilde", U'Ñ'},
    Name{"OE", U'Œ'},
    Name{"Oacute", U'Ó'},
    Name{"Ocircumflex", U'Ô'},
    Name{"Odieresis", U'Ö'},
    Name{"Ograve", U'Ò'},
    Name{"Omega", U'Ω'},
    Name{"Oslash", U'Ø'},
    Name{"Otilde", U'Õ'},
    Name{"Scaron", U'Š'},
    Name{"Thorn", U'Þ'},
    Name{"Uacute", U'Ú'},
    Name{"Ucircumflex", U'Û'},
    Name{"Udieresis", U'Ü'},
    Name{"Ugrave", U'Ù'},
    Name{"Yacute", U'Ý'},
    Name{"Ydieresis", U'Ÿ'},
    Name{"Zcaron", U'Ž'},
    Name{"aacute", U'á'},
    Name{"acircumflex", U'â'},
    Name{"acute", U'´'},
    Name{"adieresis", U'ä'},
    Name{"ae", U'æ'},
    Name{"agrave", U'à'},
    Name{"ampersand", U'&'},
    Name{"approxequal", U'≈'},
    Name{"aring", U'å'},
    Name{"asciicircum", U'^'},
    Name{"asciitilde", U'~'},
    Name{"asterisk", U'*'},
    Name{"at", U'@'},
    Name{"atilde", U'ã'},
    Name{"backslash", U'\\'},
    Name{"bar", U'|'},
    Name{"braceleft", U'{'},
    Name{"braceright", U'}'},
    Name{"bracketleft", U'['},
    Name{"bracketright", U']'},
    Name{"breve", U'˘'},
    Name{"brokenbar", U'¦'},
    Name{"bullet", U'•'},
    Name{"caron", U'ˇ'},
    Name{"ccedilla", U'ç'},
    Name{"cedilla", U'¸'},
    Name{"cent", U'¢'},
    Name{"checkbullet", U'✓'},
    Name{"checkmark", U'✓'},
    Name{"circle", U'○'},
    Name{"circumflex", U'ˆ'},
    Name{"colon", U':'},
    Name{"comma", U','},
    Name{"copyright", U'©'},
    Name{"currency", U'¤'},
    Name{"dagger", U'†'},
    Name{"daggerdbl", U'‡'},
    Name{"degree", U'°'},
    Name{"dieresis", U'¨'},
    Name{"divide", U'÷'},
    Name{"dollar", U'$'},
    Name{"dotaccent", U'˙'},
    Name{"dotlessi", U'ı'},
    Name{"eacute", U'é'},
    Name{"ecircumflex", U'ê'},
    Name{"edieresis", U'ë'},
    Name{"egrave", U'è'},
    Name{"eight", U'8'},
    Name{"ellipsis", U'…'},
    Name{"emdash", U'—'},
    Name{"endash", U'–'},
    Name{"equal", U'='},
    Name{"eth", U'ð'},
    Name{"exclam", U'!'},
    Name{"exclamdown", U'¡'},
    Name{"fi", U'ﬁ'},
    Name{"filledbox", U'■'},
    Name{"five", U'5'},
    Name{"fl", U'ﬂ'},
    Name{"florin", U'ƒ'},
    Name{"four", U'4'},
    Name{"fraction", U'⁄'},
    Name{"germandbls", U'ß'},
    Name{"grave", U'`'},
    Name{"greater", U'>'},
    Name{"greaterequal", U'≥'},
    Name{"guillemotleft", U'«'},
    Name{"guillemotright", U'»'},
    Name{"guilsinglleft", U'‹'},
    Name{"guilsinglright", U'›'},
    Name{"hungarumlaut", U'˝'},
    Name{"hyphen", U'-'},
    Name{"iacute", U'í'},
    Name{"icircumflex", U'î'},
    Name{"idieresis", U'ï'},
    Name{"igrave", U'ì'},
    Name{"infinity", U'∞'},
    Name{"integral", U'∫'},
    Name{"less", U'<'},
    Name{"lessequal", U'≤'},
    Name{"logicalnot", U'¬'},
    Name{"lozenge", U'◊'},
    Name{"lslash", U'ł'},
    Name{"macron", U'¯'},
    Name{"middot", U'·'},
    Name{"minus", U'−'},
    Name{"mu", U'µ'},
    Name{"multiply", U'×'},
    Name{"nbspace", U' '},
    Name{"nine", U'9'},
    Name{"nonbreakingspace", U' '},
    Name{"notequal", U'≠'},
    Name{"ntilde", U'ñ'},
    Name{"numbersign", U'#'},
    Name{"oacute", U'ó'},
    Name{"ocircumflex", U'ô'},
    Name{"odieresis", U'ö'},
    Name{"oe", U'œ'},
    Name{"ogonek", U'˛'},
    Name{"ograve", U'ò'},
    Name{"one", U'1'},
    Name{"onehalf", U'½'},
    Name{"onequarter", U'¼'},
    Name{"onesuperior", U'¹'},
    Name{"ordfeminine", U'ª'},
    Name{"ordmasculine", U'º'},
    Name{"oslash", U'ø'},
    Name{"otilde", U'õ'},
    Name{"paragraph", U'¶'},
    Name{"parenleft", U'('},
    Name{"parenright", U')'},
    Name{"partialdiff", U'∂'},
    Name{"percent", U'%'},
    Name{"period", U'.'},
    Name{"periodcentered", U'·'},
    Name{"perthousand", U'‰'},
    Name{"pi", U'π'},
    Name{"plus", U'+'},
    Name{"plusminus", U'±'},
    Name{"product", U'∏'},
    Name{"question", U'?'},
    Name{"questiondown", U'¿'},
    Name{"quotedbl", U'"'},
    Name{"quotedblbase", U'„'},
    Name{"quotedblleft", U'“'},
    Name{"quotedblright", U'”'},
    Name{"quoteleft", U'‘'},
    Name{"quoteright", U'’'},
    Name{"quotesinglbase", U'‚'},
    Name{"quotesingle", U'\''},
    Name{"radical", U'√'},
    Name{"registered", U'®'},
    Name{"ring", U'˚'},
    Name{"scaron", U'š'},
    Name{"section", U'§'},
    Name{"semicolon", U';'},
    Name{"seven", U'7'},
    Name{"sfthyphen", U'-'},
    Name{"six", U'6'},
    Name{"slash", U'/'},
    Name{"softhyphen", U'-'},
    Name{"space", U' '},
    Name{"square", U'□'},
    Name{"sterling", U'£'},
    Name{"summation", U'∑'},
    Name{"thorn", U'þ'},
    Name{"three", U'3'},
    Name{"threequarters", U'¾'},
    Name{"threesuperior", U'³'},
    Name{"tilde", U'˜'},
    Name{"trademark", U'™'},
    Name{"triangle", U'△'},
    Name{"two", U'2'},
    Name{"twosuperior", U'²'},
    Name{"uacute", U'ú'},
    Name{"ucircumflex", U'û'},
    Name{"udieresis", U'ü'},
    Name{"ugrave", U'ù'},
    Name{"underscore", U'_'},
    Name{"yacute", U'ý'},
    Name{"ydieresis", U'ÿ'},
    Name{"yen", U'¥'},
    Name{"zcaron", U'ž'},
    Name{"zero", U'0'},
};

static_assert(std::ranges::is_sorted(names, {}, &Name::name));

char32_t at(std::u32string_view table, std::size_t index) { return table[index] == 0xFFFD ? 0 : table[index]; }

/// "uni4E2D" and "u4E2D"; more than one character is read as the first.
char32_t numbered(std::string_view name) {
  bool const fixed = name.starts_with("uni");
  auto const digits = fixed ? name.substr(3, 4) : name.substr(name.starts_with("u") ? 1 : name.size());
  std::uint32_t value = 0;
  auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  bool const whole = error == std::errc{} && end == digits.data() + digits.size() && digits.size() >= 4;
  return whole && value < 0x110000 && (value < 0xD800 || value >= 0xE000) ? value : 0;
}

} // namespace

char32_t character_of(BaseEncoding encoding, std::uint8_t code) {
  if (code < 0x20 || code == 0x7F)
    return 0;
  if (encoding == BaseEncoding::standard) {
    if (code == 0x27 || code == 0x60)
      return code == 0x27 ? U'’' : U'‘';
    return code < 0x80 ? code : code < 0xA0 ? 0 : at(standard_upper, code - 0xA0U);
  }
  if (code < 0x80)
    return code;
  if (encoding == BaseEncoding::mac_roman)
    return at(mac_roman_upper, code - 0x80U);
  return code < 0xA0 ? at(win_ansi_upper, code - 0x80U) : char32_t{code};
}

char32_t character_of_name(std::string_view name) {
  name = name.substr(0, name.find('.'));
  if (name.size() == 1)
    return static_cast<unsigned char>(name[0]) < 0x80 ? static_cast<unsigned char>(name[0]) : 0U;
  auto const found = std::ranges::lower_bound(names, name, {}, &Name::name);
  return found != names.end() && found->name == name ? found->character : numbered(name);
}

} // namespace jixiao::pdf
