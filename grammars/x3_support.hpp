#pragma once

#include "grammars/match.hpp"
#include "grammars/spacing.hpp"

#include <boost/spirit/home/x3.hpp>

#include <cstddef>
#include <initializer_list>
#include <string_view>
#include <type_traits>
#include <utility>

/// What the grammars share. Only .cpp files include this: their headers stay free of Spirit.
///
/// Choice: grammars call each other through their facades (`via`), so no rule or context type has to match at
/// link time. Price: an inner grammar is a function call.
namespace jixiao::grammars {

namespace x3 = boost::spirit::x3;

/// A part of the text as an attribute. (X3 would take a bare string_view for a container to fill.)
struct Slice {
  std::string_view text;
};

/// slice[p] matches what p matches; its attribute is the matched text, without white space at its ends.
template <class Subject> struct SliceDirective : x3::unary_parser<Subject, SliceDirective<Subject>> {
  using base_type = x3::unary_parser<Subject, SliceDirective<Subject>>;
  using attribute_type = Slice;
  static bool const has_attribute = true;

  constexpr SliceDirective(Subject const& subject) : base_type(subject) {}

  template <class Context, class RuleContext, class Attribute>
  bool parse(char const*& first, char const* const& last, Context const& context, RuleContext& rule_context,
             Attribute& attribute) const {
    x3::skip_over(first, last, context);
    char const* end = first;
    if (!this->subject.parse(end, last, context, rule_context, x3::unused))
      return false;
    x3::traits::move_to(Slice{trim({first, static_cast<std::size_t>(end - first)})}, attribute);
    first = end;
    return true;
  }
};

struct SliceGenerator {
  template <class Subject> constexpr auto operator[](Subject const& subject) const {
    return SliceDirective<typename x3::extension::as_parser<Subject>::value_type>{x3::as_parser(subject)};
  }
};
inline constexpr SliceGenerator slice{};

/// via<match_x> is the grammar behind a facade that matches at the start of a text. Malformed is a mismatch here.
template <auto match> struct ViaParser : x3::parser<ViaParser<match>> {
  using attribute_type = std::remove_cvref_t<decltype(*match(std::string_view{}))>;
  static bool const has_attribute = true;

  template <class Context, class RuleContext, class Attribute>
  bool parse(char const*& first, char const* const& last, Context const& context, RuleContext&,
             Attribute& attribute) const {
    x3::skip_over(first, last, context);
    auto result = match({first, static_cast<std::size_t>(last - first)});
    if (!result)
      return false;
    first += result.length;
    x3::traits::move_to(std::move(result.value), attribute);
    return true;
  }
};
template <auto match> inline constexpr ViaParser<match> via{};

/// One white space character.
struct SpaceParser : x3::parser<SpaceParser> {
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;

  template <class Context, class RuleContext, class Attribute>
  bool parse(char const*& first, char const* const& last, Context const&, RuleContext&, Attribute&) const {
    auto const length = space_length(first, last);
    first += length;
    return length != 0;
  }
};
inline constexpr SpaceParser space{};

/// Reads `parser` from the start of `text`, white space skipped between its parts. Returns the bytes consumed;
/// 0 when it does not match.
template <class Parser, class Attribute>
std::size_t read_prefix(std::string_view text, Parser const& parser, Attribute& attribute) {
  char const* at = text.data();
  if (!x3::phrase_parse(at, text.data() + text.size(), parser, space, attribute, x3::skip_flag::dont_post_skip))
    return 0;
  return static_cast<std::size_t>(at - text.data());
}

/// True when `parser` takes the whole text, white space around and between its parts included.
template <class Parser, class Attribute>
bool read_whole(std::string_view text, Parser const& parser, Attribute& attribute) {
  char const* at = text.data();
  char const* const end = at + text.size();
  return x3::phrase_parse(at, end, parser, space, attribute) && at == end;
}

/// Matches the longest of these words. No attribute.
inline auto words(std::initializer_list<char const*> list) {
  x3::symbols<x3::unused_type> table;
  for (auto const* word : list)
    table.add(word);
  return table;
}

/// Which characters are digits: ASCII and full-width.
inline auto const digit = x3::omit[x3::char_('0', '9') | (x3::lit("\xEF\xBC") >> x3::char_('\x90', '\x99'))];

/// The value of a few such digits.
inline int to_int(std::string_view digits) {
  int value = 0;
  for (char c : digits) {
    auto const byte = static_cast<unsigned char>(c);
    bool const leads_full_width = byte == 0xEF || byte == 0xBC;
    if (!leads_full_width)
      value = value * 10 + (byte < 0x80 ? byte - '0' : byte - 0x90);
  }
  return value;
}

/// One UTF-8 character, or one byte where the text is damaged.
inline auto const character = x3::lexeme[x3::omit[x3::char_ >> *x3::char_('\x80', '\xBF')]];

inline auto const open_bracket = x3::lit('(') | "（";
inline auto const close_bracket = x3::lit(')') | "）";

/// Between the ends of a range or span: 5-10, 5—10, 5~10, 5至10.
inline auto const range_sign = +words({"-", "－", "–", "—", "―", "−"}) | words({"~", "～", "〜", "∼", "至", "到"});

} // namespace jixiao::grammars
