#include "grammars/period.hpp"

#include "grammars/date.hpp"
#include "grammars/x3_support.hpp"

namespace jixiao::grammars {
namespace {

auto const period_year = x3::lexeme[digit >> digit >> digit >> digit >> !digit];
auto const period_month = x3::lexeme[digit >> -digit] >> "月";
auto const period_date = x3::omit[via<match_leading_date>];
auto const period_time =
    (period_date >> -x3::lit("度")) | (period_year >> range_sign >> period_year >> "年" >> -x3::lit("度"));
auto const span = period_time >> -(range_sign >> (period_time | period_month));
auto const period = x3::rule<struct period_, Slice>{"period"} = -open_bracket >> slice[span] >> -close_bracket;

std::string without_spaces(std::string_view text) {
  std::string result;
  char const* const last = text.data() + text.size();
  for (char const* at = text.data(); at != last;) {
    if (auto const length = space_length(at, last))
      at += length;
    else
      result += *at++;
  }
  return result;
}

} // namespace

Match<std::string> match_period(std::string_view text) {
  Slice printed;
  if (!read_whole(text, period, printed))
    return {};
  return matched(without_spaces(printed.text), text.size());
}

} // namespace jixiao::grammars
