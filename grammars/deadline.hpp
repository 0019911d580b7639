#pragma once

#include <string_view>

namespace jixiao::grammars {

/// True when the whole text is a time by or at which something is done.
///
///     deadline = [ lead ] time { sign time } [ part ] [ by [ words ] | [ manner ] done [ words ] ]
///     lead     = "每年" | "每月" | "截至" | "当年" | ...
///     time     = date [ time_of_year ] | month [ day ] | month sign month | quarter | time_of_year
///     quarter  = [ "第" ] ( "1" .. "4" | "一" .. "四" ) "季度"
///     month    = ( "1" .. "12" | "一" .. "十二" ) "月" [ "份" ]
///     time_of_year = "年底" | "年末" | "上半年" | "月底" | ...
///     part     = "底" | "末" | "初" | "上旬" | ...
///     by       = "前" | "之前" | "以前" | "内" | ...
///     done     = "完成" | "到位" | "验收" | ...
///
/// `2025年12月底前全部完成` and `4 季度前` are deadlines. A length of time (`1年`, `30日内`, `3个月`) is none, nor is a
/// word for no certain time (`全年`, `及时`); `10日前` is one, as is `2025年`.
bool is_deadline(std::string_view text);

} // namespace jixiao::grammars
