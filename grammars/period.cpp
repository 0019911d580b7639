#include "grammars/period.hpp"

#include "grammars/date.hpp"
#include "grammars/x3_support.hpp"

#include <initializer_list>
#include <utility>

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

/// Takes one of these words off the front, with a colon behind it.
void take_word(std::string_view& text, std::initializer_list<std::string_view> list) {
  for (auto const word : list)
    if (text.starts_with(word)) {
      text = trim(text.substr(word.size()));
      for (std::string_view const colon : {":", "："})
        if (text.starts_with(colon))
          text = trim(text.substr(colon.size()));
      return;
    }
}

/// What is in the brackets at the end of a text that begins with no date: 一年（2026年1月1日-12月31日）.
std::string_view bracket_behind_words(std::string_view text) {
  for (auto const& [open, close] : {std::pair<std::string_view, std::string_view>{"（", "）"}, {"(", ")"}})
    if (auto const at = text.find(open); at != text.npos && at > 0 && at <= longest_date && text.ends_with(close))
      if (!match_leading_date(text.substr(0, at)))
        return text.substr(at);
  return text;
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
  auto rest = without_brackets(bracket_behind_words(trim(text)));
  take_word(rest, {"开始", "起始", "起", "自", "从"});
  auto const first = match_leading_date(rest);
  if (!first || first->month == 0)
    return {};
  rest = trim(rest.substr(first.length));
  take_word(rest, {"起"});
  for (std::string_view const comma : {",", "，", ";", "；"})
    if (rest.starts_with(comma))
      rest = trim(rest.substr(comma.size()));
  auto const before_end = rest;
  take_word(rest, {"结束", "终止", "止"});
  bool const has_end_word = rest.size() != before_end.size();
  if (rest.ends_with("止"))
    rest = trim(rest.substr(0, rest.size() - std::string_view("止").size()));
  if ((!has_end_word && !take_sign(rest)) || rest.size() > longest_date)
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
