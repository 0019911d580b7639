#include "readers/number_format/number_format.hpp"

#include <algorithm>
#include <array>

namespace jixiao {
namespace {

struct Builtin {
  unsigned id;
  std::string_view code;
};

constexpr std::array builtins = {
    Builtin{0, "General"},
    Builtin{1, "0"},
    Builtin{2, "0.00"},
    Builtin{3, "#,##0"},
    Builtin{4, "#,##0.00"},
    Builtin{5, R"("¥"#,##0;"¥"\-#,##0)"},
    Builtin{6, R"("¥"#,##0;[Red]"¥"\-#,##0)"},
    Builtin{7, R"("¥"#,##0.00;"¥"\-#,##0.00)"},
    Builtin{8, R"("¥"#,##0.00;[Red]"¥"\-#,##0.00)"},
    Builtin{9, "0%"},
    Builtin{10, "0.00%"},
    Builtin{11, "0.00E+00"},
    Builtin{12, "# ?/?"},
    Builtin{13, "# ?\?/?\?"},
    Builtin{14, "yyyy/m/d"},
    Builtin{15, "d-mmm-yy"},
    Builtin{16, "d-mmm"},
    Builtin{17, "mmm-yy"},
    Builtin{18, "h:mm AM/PM"},
    Builtin{19, "h:mm:ss AM/PM"},
    Builtin{20, "h:mm"},
    Builtin{21, "h:mm:ss"},
    Builtin{22, "yyyy/m/d h:mm"},
    Builtin{27, R"(yyyy"年"m"月")"},
    Builtin{28, R"(m"月"d"日")"},
    Builtin{29, R"(m"月"d"日")"},
    Builtin{30, "m-d-yy"},
    Builtin{31, R"(yyyy"年"m"月"d"日")"},
    Builtin{32, R"(h"时"mm"分")"},
    Builtin{33, R"(h"时"mm"分"ss"秒")"},
    Builtin{34, R"(上午/下午h"时"mm"分")"},
    Builtin{35, R"(上午/下午h"时"mm"分"ss"秒")"},
    Builtin{36, R"(yyyy"年"m"月")"},
    Builtin{37, R"(#,##0;\-#,##0)"},
    Builtin{38, R"(#,##0;[Red]\-#,##0)"},
    Builtin{39, R"(#,##0.00;\-#,##0.00)"},
    Builtin{40, R"(#,##0.00;[Red]\-#,##0.00)"},
    Builtin{41, R"(_ * #,##0_ ;_ * \-#,##0_ ;_ * "-"_ ;_ @_ )"},
    Builtin{42, R"(_ "¥"* #,##0_ ;_ "¥"* \-#,##0_ ;_ "¥"* "-"_ ;_ @_ )"},
    Builtin{43, R"(_ * #,##0.00_ ;_ * \-#,##0.00_ ;_ * "-"??_ ;_ @_ )"},
    Builtin{44, R"(_ "¥"* #,##0.00_ ;_ "¥"* \-#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ )"},
    Builtin{45, "mm:ss"},
    Builtin{46, "[h]:mm:ss"},
    Builtin{47, "mm:ss.0"},
    Builtin{48, "##0.0E+0"},
    Builtin{49, "@"},
    Builtin{50, R"(yyyy"年"m"月")"},
    Builtin{51, R"(m"月"d"日")"},
    Builtin{52, R"(yyyy"年"m"月")"},
    Builtin{53, R"(m"月"d"日")"},
    Builtin{54, R"(m"月"d"日")"},
    Builtin{55, R"(上午/下午h"时"mm"分")"},
    Builtin{56, R"(上午/下午h"时"mm"分"ss"秒")"},
    Builtin{57, R"(yyyy"年"m"月")"},
    Builtin{58, R"(m"月"d"日")"},
};

} // namespace

std::string_view builtin_number_format(unsigned id) {
  auto const found = std::ranges::find(builtins, id, &Builtin::id);
  return found == builtins.end() ? std::string_view() : found->code;
}

} // namespace jixiao
