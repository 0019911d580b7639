#include "text/characters.hpp"

#include <unicode/unorm2.h>

#include <array>
#include <string_view>

namespace jixiao {
namespace {

// By Unicode's EquivalentUnifiedIdeograph, in order of the code points. A radical without an equivalent, or with one
// beyond U+FFFF, which no document prints, stands for itself.
constexpr char32_t first_supplement = 0x2E80;
constexpr std::u16string_view supplement =
    u"⺀厂乛乚乙亻冂⺇刀刂卜㔾小小兀尣尢⺑巳幺彑⺕忄心扌攵⺚旡日月歺母"
    u"民氵氺灬爫爫丬牛犭王⺪目示礻⺮糹纟罓罒㓁冗⺵羊⺷⺸耂肀聿肉⺽艹艹"
    u"艹虎衤覀西见角⻇讠贝⻊车辶辶辶邑钅長镸长门⻕阝雨青韦页风飞食⻞飠"
    u"饣⻡马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟";

constexpr char32_t first_kangxi = 0x2F00;
constexpr std::u16string_view kangxi = u"一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土"
                                       u"士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈户手"
                                       u"支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉"
                                       u"瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳"
                                       u"聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛"
                                       u"辰辵邑酉釆里金長門阜隶隹雨青非面革韋韭音頁風飛食首香馬骨高髟鬥鬯"
                                       u"鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

static_assert(supplement.size() == 116 && kangxi.size() == 214);

/// The unified ideograph that is canonically the same; the few compatibility ideographs that are characters in their
/// own right have none.
char32_t unified(char32_t compatibility) {
  UErrorCode status = U_ZERO_ERROR;
  auto const* const nfc = unorm2_getNFCInstance(&status);
  std::array<UChar, 4> units{};
  if (U_FAILURE(status))
    return compatibility;
  auto const count = unorm2_getDecomposition(nfc, static_cast<UChar32>(compatibility), units.data(),
                                             static_cast<std::int32_t>(units.size()), &status);
  if (U_FAILURE(status) || count < 1 || count > 2)
    return compatibility;
  return count == 1 ? char32_t{units[0]}
                    : 0x10000 + ((char32_t{units[0]} & 0x3FF) << 10) + (char32_t{units[1]} & 0x3FF);
}

} // namespace

char32_t fold_radical(char32_t c) {
  if (is_compatibility_ideograph(c))
    return unified(c);
  if (c >= first_kangxi && c < first_kangxi + kangxi.size())
    return kangxi[c - first_kangxi];
  if (c >= first_supplement && c < first_supplement + supplement.size())
    return supplement[c - first_supplement];
  return c;
}

} // namespace jixiao
