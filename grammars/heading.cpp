#include "grammars/heading.hpp"

#include "grammars/x3_support.hpp"

#include <boost/fusion/include/adapt_struct.hpp>
#include <boost/spirit/home/x3/directive/repeat.hpp>

namespace jixiao::grammars {
namespace {

struct HeadingParts {
  Slice ordinal;
  OrdinalStyle style = OrdinalStyle::none;
  Slice title;
};

} // namespace
} // namespace jixiao::grammars

BOOST_FUSION_ADAPT_STRUCT(jixiao::grammars::HeadingParts, ordinal, style, title)

namespace jixiao::grammars {
namespace {

auto const numeral_character = words({"一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百"});
auto const numeral = x3::repeat(1, 4)[numeral_character];
auto const digits = x3::lexeme[x3::repeat(1, 3)[digit] >> !digit];
auto const ordinal_number = slice[numeral | digits];

auto const heading_year = x3::repeat(4)[digit] >> "年";
auto const heading_point = (x3::lit('.') | "．") >> ((!digit) | &heading_year);
auto const after_digits = heading_point | "、" | close_bracket;
auto const after_numeral = x3::lit("、") | '.' | "．";
auto const part_name = x3::lit("部分") | "章" | "节" | "篇";

auto const title = slice[x3::omit[+character]];
auto const heading = x3::rule<struct heading_, HeadingParts>{"heading"} =
    (slice[digits] >> after_digits >> x3::attr(OrdinalStyle::decimal) >> title) |
    (slice[numeral] >> after_numeral >> x3::attr(OrdinalStyle::chinese) >> title) |
    (open_bracket >> ordinal_number >> close_bracket >> x3::attr(OrdinalStyle::bracketed) >> title) |
    ("第" >> ordinal_number >> part_name >> x3::attr(OrdinalStyle::part) >> -title);

} // namespace

Match<Heading> match_heading(std::string_view text) {
  HeadingParts parts;
  if (!read_whole(text, heading, parts))
    return {};
  return matched(Heading{parts.ordinal.text, parts.title.text, parts.style}, text.size());
}

} // namespace jixiao::grammars
