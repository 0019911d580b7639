#include "forms/form_language_grammar.hpp"

#include "forms/form_language_recovery.hpp"

#include <boost/spirit/home/x3.hpp>

#include <functional>
#include <string>
#include <utility>

// "expected …" names a parser by its rule, also where an action or a sequence is wrapped around that.
namespace boost::spirit::x3 {

template <class Subject, class Action> struct get_info<action<Subject, Action>> {
  std::string operator()(action<Subject, Action> const& parser) const { return what(parser.subject); }
};

template <class Left, class Right> struct get_info<sequence<Left, Right>> {
  std::string operator()(sequence<Left, Right> const& parser) const { return what(parser.left); }
};

template <class Subject> struct get_info<plus<Subject>> {
  std::string operator()(plus<Subject> const& parser) const { return what(parser.subject); }
};

} // namespace boost::spirit::x3

namespace jixiao::form_language {
namespace {

namespace x3 = boost::spirit::x3;

using Iterator = char const*;
using Raw = boost::iterator_range<Iterator>;

struct Reading {
  std::vector<FormSyntax> forms;
  ErrorList& errors;
  Iterator statement; ///< where the present statement begins
};

struct reading_tag;

template <class Context> Reading& reading_of(Context const& context) { return x3::get<reading_tag>(context).get(); }

// What an action does with the value of its parser: it goes into a member of the rule's value, or of the form.

Token value_of(Raw& raw) { return {raw.begin(), raw.end()}; }
template <class T> T&& value_of(T& value) { return std::move(value); }

template <class Owner, class T> auto set(T Owner::*member) {
  return [member](auto const& context) { x3::_val(context).*member = value_of(x3::_attr(context)); };
}

template <class Owner, class T> auto push(std::vector<T> Owner::*member) {
  return [member](auto const& context) { (x3::_val(context).*member).push_back(value_of(x3::_attr(context))); };
}

template <class T> auto in_form(std::vector<T> FormSyntax::*member) {
  return [member](auto const& context) {
    (reading_of(context).forms.back().*member).push_back(value_of(x3::_attr(context)));
  };
}

auto const raise_optional = [](auto const& context) { x3::_val(context).optional = true; };
auto const raise_range = [](auto const& context) { x3::_val(context).range = true; };

// Words. A rule's string is what "expected …" names.

auto const blank = x3::char_(" \t\r") | "\u3000" | ('#' >> *(x3::char_ - '\n'));
auto const skipper = x3::char_('\n') | blank;

auto const word_start = x3::char_("A-Za-z_");
auto const word_rest = x3::char_("A-Za-z0-9_");
auto const name_rest = x3::char_("A-Za-z0-9_-");

auto keyword(char const* text) { return x3::lexeme[x3::lit(text) >> !name_rest]; }
auto kept_keyword(char const* text) { return x3::raw[keyword(text)]; }

template <class Parser> auto punctuation(char const* name, Parser const& parser) {
  return x3::rule<struct punctuation_, Raw>{name} = x3::raw[parser];
}

auto const open = punctuation("\"{\"", x3::lit('{'));
auto const arrow = punctuation("\"->\"", x3::lit("->"));

auto const name = x3::rule<struct name_, Raw>{"a name of letters, digits, _ and -"} =
    x3::raw[x3::lexeme[x3::char_("A-Za-z") >> *name_rest]];
auto const word = x3::rule<struct word_, Raw>{"a word"} = x3::raw[x3::lexeme[word_start >> *word_rest]];
auto const field = x3::rule<struct field_, Raw>{"a field name"} =
    x3::raw[x3::lexeme[word_start >> *word_rest >> *('.' >> +word_rest)]];
auto const number = x3::rule<struct number_, Raw>{"a year"} = x3::raw[x3::lexeme[+x3::char_("0-9")]];

auto const closing_quote = x3::rule<struct closing_quote_>{"a closing quote"} = x3::lit('"');
auto const escaped = x3::rule<struct escaped_>{"\\\" or \\\\ (no other escape)"} = x3::omit[x3::char_("\"\\")];
auto const plain = ~x3::char_("\"\\\x01-\x08\x0A-\x1F\x7F") - '\0';
auto const quoted = x3::lexeme['"' > *(('\\' > escaped) | x3::omit[plain]) > closing_quote];
auto const text = x3::rule<struct text_, Raw>{"a text in double quotes"} = x3::raw[quoted];

// Labels and where they lead.

auto const synonyms = text[push(&LabelSyntax::texts)] >> *('|' > text[push(&LabelSyntax::texts)]);
auto const printed = synonyms >> -(keyword("with") > field[set(&LabelSyntax::annotation)]);
auto const leads_to = arrow > field[set(&LabelSyntax::destination)];

auto const known_label = x3::rule<struct known_label_, LabelSyntax>{"a label in double quotes"} = synonyms;
// Where no arrow stands, only what may follow a label: anything else is a forgotten arrow.
auto const behind_label =
    x3::lit("->") | '"' | '}' | keyword("side") | keyword("panel") | keyword("column") | keyword("total");
auto const arrow_or_end = punctuation("\"->\"", &behind_label);

auto const strict_entry = x3::rule<struct strict_entry_, LabelSyntax>{"a label in double quotes"} = printed > leads_to;
auto const entry = x3::rule<struct entry_, LabelSyntax>{"a label in double quotes"} =
    (printed > arrow_or_end) >> -leads_to;
auto const side_label = x3::rule<struct side_label_, LabelSyntax>{"a label in double quotes"} = printed >> -leads_to;
auto const column_label = x3::rule<struct column_label_, LabelSyntax>{"a label in double quotes"} =
    ((-(keyword("optional")[raise_optional]) >> printed) > arrow_or_end) >> -leads_to;

auto const side = keyword("side") > side_label;
auto const column = keyword("column") > column_label;

// Blocks. The white space before a closing brace is skipped first, so that an error stands at the next word.

template <class Parser> auto closed_by(char const* expected, Parser const& parser) {
  return x3::eps > punctuation(expected, parser);
}

auto const close_group = closed_by("a label in double quotes or \"}\"", x3::lit('}'));

auto group(char const* word) {
  return x3::rule<struct group_, GroupSyntax>{"a group"} =
             kept_keyword(word)[set(&GroupSyntax::keyword)] > open > *entry[push(&GroupSyntax::labels)] > close_group;
}

auto const sides = side[push(&BlockSyntax::sides)];
auto const entries = entry[push(&BlockSyntax::labels)];

auto const pairs = x3::rule<struct pairs_, BlockSyntax>{"a block of pairs"} =
    kept_keyword("pairs")[set(&BlockSyntax::keyword)] > open >
    *(sides | entries | group("panel")[push(&BlockSyntax::groups)]) >
    closed_by("a label in double quotes, \"side\", \"panel\" or \"}\"", x3::lit('}'));

auto const matrix = x3::rule<struct matrix_, BlockSyntax>{"a matrix"} =
    kept_keyword("matrix")[set(&BlockSyntax::keyword)] > open >
    *(sides | group("rows")[push(&BlockSyntax::groups)] | group("columns")[push(&BlockSyntax::groups)]) >
    closed_by("\"side\", \"rows\", \"columns\" or \"}\"", x3::lit('}'));

auto const below = x3::rule<struct below_, BlockSyntax>{"a block of headers"} =
    kept_keyword("below")[set(&BlockSyntax::keyword)] > open > *(sides | entries) >
    closed_by("a label in double quotes, \"side\" or \"}\"", x3::lit('}'));

auto const series = x3::rule<struct series_, BlockSyntax>{"a series"} =
    kept_keyword("series")[set(&BlockSyntax::keyword)] > strict_entry[push(&BlockSyntax::labels)];

auto const field_pair = x3::rule<struct field_pair_, FieldPairSyntax>{"a field name"} =
    field[set(&FieldPairSyntax::from)] > arrow > field[set(&FieldPairSyntax::to)];

auto const total = x3::rule<struct total_, TotalSyntax>{"a total"} = keyword("total") >
                                                                     known_label[set(&TotalSyntax::label)] > open >
                                                                     *field_pair[push(&TotalSyntax::fields)] >
                                                                     closed_by("a field name or \"}\"", x3::lit('}'));

auto const records = x3::rule<struct records_, BlockSyntax>{"a record table"} =
    kept_keyword("records")[set(&BlockSyntax::keyword)] > open >
    *(sides | column[push(&BlockSyntax::labels)] | total[push(&BlockSyntax::totals)]) >
    closed_by("\"side\", \"column\", \"total\" or \"}\"", x3::lit('}'));

// Statements.

auto const years = x3::rule<struct years_, YearsSyntax>{
    "a year"} = number[set(&YearsSyntax::first)] >> -(x3::lit("..")[raise_range] >> -number[set(&YearsSyntax::last)]);

auto const titles = text[in_form(&FormSyntax::titles)] >> *('|' > text[in_form(&FormSyntax::titles)]);
auto const forbidden = text[in_form(&FormSyntax::forbidden)] >> *('|' > text[in_form(&FormSyntax::forbidden)]);
auto const without = text[in_form(&FormSyntax::without)] >> *('|' > text[in_form(&FormSyntax::without)]);

// The fields of a line end with it: behind them a statement may begin, and `title` is both.
auto const line = x3::skip(blank)[keyword("line") > +(field[in_form(&FormSyntax::lines)])];

auto const statement = x3::rule<struct statement_>{"a statement or \"}\""} =
    (keyword("family") > word[in_form(&FormSyntax::families)]) |
    (keyword("extends") > name[in_form(&FormSyntax::extends)]) | kept_keyword("base")[in_form(&FormSyntax::base)] |
    (keyword("without") > without) | (keyword("source") > text[in_form(&FormSyntax::sources)]) |
    (keyword("place") > text[in_form(&FormSyntax::places)]) | (keyword("years") > years[in_form(&FormSyntax::years)]) |
    (keyword("title") > titles) | (keyword("requires") > text[in_form(&FormSyntax::required)]) |
    (keyword("forbids") > forbidden) | (keyword("ignore") > known_label[in_form(&FormSyntax::ignored)]) |
    (kept_keyword("prose")[in_form(&FormSyntax::prose)] > punctuation("\"sections\"", keyword("sections"))) |
    pairs[in_form(&FormSyntax::pairs)] | matrix[in_form(&FormSyntax::matrices)] | below[in_form(&FormSyntax::below)] |
    series[in_form(&FormSyntax::series)] | records[in_form(&FormSyntax::records)] | line;

template <class Context> void report(x3::expectation_failure<Iterator> const& failure, Context const& context) {
  auto& errors = reading_of(context).errors;
  auto const mismatch = describe_mismatch(failure.which(), failure.where(), errors.text().text());
  errors.add(mismatch.at, mismatch.what);
}

// A rule that threw has moved `first`, so the statement's beginning is kept for the way out.
auto const begin_statement = [](auto const& context) { reading_of(context).statement = x3::_where(context).begin(); };

struct recoverable_statement_ {
  template <class Context>
  x3::error_handler_result on_error(Iterator& first, Iterator const& last,
                                    x3::expectation_failure<Iterator> const& failure, Context const& context) {
    report(failure, context);
    reading_of(context).forms.back().broken = true;
    first = next_statement(reading_of(context).statement, failure.where(), last);
    return x3::error_handler_result::accept;
  }
};

auto const recoverable_statement = x3::rule<recoverable_statement_>{"a statement"} =
    x3::eps[begin_statement] > statement;

// Forms.

auto const start_form = [](auto const& context) {
  reading_of(context).forms.emplace_back().source = value_of(x3::_attr(context));
};
auto const name_form = [](auto const& context) {
  reading_of(context).forms.back().name = value_of(x3::_attr(context));
};
auto const end_form = [](auto const& context) {
  auto& source = reading_of(context).forms.back().source;
  source = {source.data(), value_of(x3::_attr(context)).end()};
};

auto const form_head = punctuation("a form", keyword("form"));
auto const close_form = x3::eps > punctuation("a statement or \"}\"", x3::lit('}'))[end_form];

auto const form = x3::rule<struct form_>{"a form"} = form_head[start_form] > name[name_form] > open >
                                                     *(!(x3::lit('}') | keyword("form") | x3::eoi) >>
                                                       recoverable_statement) > close_form;

struct recoverable_form_ {
  template <class Context>
  x3::error_handler_result on_error(Iterator& first, Iterator const& last,
                                    x3::expectation_failure<Iterator> const& failure, Context const& context) {
    report(failure, context);
    if (!reading_of(context).forms.empty())
      reading_of(context).forms.back().broken = true;
    first = next_form(failure.where(), last);
    return x3::error_handler_result::accept;
  }
};

auto const recoverable_form = x3::rule<recoverable_form_>{"a form"} = x3::eps > form;

auto const file = *(!x3::eoi >> recoverable_form);

} // namespace

std::vector<FormSyntax> read_syntax(FormText const& text, ErrorList& errors) {
  auto first = text.text().data();
  auto const last = first + text.text().size();
  Reading reading{{}, errors, first};
  x3::phrase_parse(first, last, x3::with<reading_tag>(std::ref(reading))[file], skipper);
  return std::move(reading.forms);
}

} // namespace jixiao::form_language
