#pragma once

#include "grammars/match.hpp"

#include <jixiao/document.hpp>

#include <string_view>

namespace jixiao::grammars {

/// Reads an indicator's target or actual value. Never fails: what is neither a quantity nor a deadline
/// (deadline.hpp) is qualitative. `Value::text` is the text given, untouched.
///
///     quantity   = [ subject ] [ comparator ] [ "±" ] number measure [ sign number measure ] [ note ] [ condition ] [ stop ]
///                | number [ unit ] ( "≤" | "<" ) name ( "≤" | "<" ) number [ unit ]        or falling: a range
///     measure    = [ unit ] [ bound ]                                     (number: see number.hpp)
///     unit       = "(" words ")" | plain [ "(" character ")" ]
///     comparator = "≥" | "≤" | "=" | "不低于" | "控制在" | ...              (comparators.def)
///     bound      = "以上" | "及以上" | "以内" | ... | "内" behind a unit of time or money
///     note       = "(" words ")" | "(" ( "上年" | "含" | "其中" | ... ) text ")"     left out of the unit
///     condition  = "且" words                                             without a number: ≥98%且无投诉
///
/// `≥90.00(%)` is at_least 90.00 "%"; `图纸审查通过率≥100%` has the subject 图纸审查通过率. Words before a number are a
/// subject only with a comparator or bound; `编印首批10册` is qualitative, as is `10家企业、30名职工`: no single number
/// is judged. Text with more than one number, a stop inside, or more than 240 bytes is a sentence, hence qualitative.
Value read_indicator_value(std::string_view text);

} // namespace jixiao::grammars
