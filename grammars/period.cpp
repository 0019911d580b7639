#include "grammars/period.hpp"

#include "grammars/date.hpp"
#include "grammars/x3_support.hpp"

namespace jixiao::grammars {
namespace {

constexpr std::size_t longest_date = 40; ///< bytes

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

/// Takes the sign off the front of `text`; false when there is none.
bool take_sign(std::string_view& text) {
  bool taken = false;
  for (bool more = true; more;) {
    more = false;
    for (std::string_view const sign : {"-", "－", "—", "–", "−", "~", "～", "至", "到"})
      if (text.starts_with(sign)) {
        text = trim(text.substr(sign.size()));
        taken = more = true;
      }
  }
  return taken;
}

std::string_view without_brackets(std::string_view text) {
  for (std::string_view const open : {"(", "（"})
    if (text.starts_with(open))
      text.remove_prefix(open.size());
  for (std::string_view const close : {")", "）"})
    if (text.ends_with(close))
      text.remove_suffix(close.size());
  return trim(text);
}

} // namespace

Match<DateSpan> match_date_span(std::string_view text) {
  auto rest = without_brackets(trim(text));
  auto const first = match_leading_date(rest);
  if (!first || first->month == 0)
    return {};
  rest = trim(rest.substr(first.length));
  if (!take_sign(rest) || rest.size() > longest_date)
    return {};
  auto last = match_date(rest);
  if (!last && rest.find("月") != std::string_view::npos)
    last = match_date(std::to_string(first->year) + "年" + std::string(rest));
  if (!last || last->month == 0)
    return {};
  return matched(DateSpan{*first, *last}, text.size());
}

Match<std::string> match_period(std::string_view text) {
  Slice printed;
  if (!read_whole(text, period, printed))
    return {};
  return matched(without_spaces(printed.text), text.size());
}

} // namespace jixiao::grammars
