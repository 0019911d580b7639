#include "grammars/fiscal_year.hpp"

#include "grammars/x3_support.hpp"

namespace jixiao::grammars {
namespace {

auto const year = slice[x3::lexeme[digit >> digit >> digit >> digit]];
auto const bracketed_year = open_bracket >> year >> close_bracket;
auto const fiscal_year = x3::rule<struct fiscal_year_, Slice>{"fiscal year"} =
    (bracketed_year | (-open_bracket >> (bracketed_year | year))) >> (x3::lit("年度") | "年") >> -close_bracket;

} // namespace

Match<int> match_fiscal_year(std::string_view text) {
  Slice printed;
  if (!read_whole(text, fiscal_year, printed)) return {};
  int const value = to_int(printed.text);
  if (value >= 1990 && value <= 2099) return matched(value, text.size());
  return malformed<int>(static_cast<std::size_t>(printed.text.data() - text.data()));
}

} // namespace jixiao::grammars
