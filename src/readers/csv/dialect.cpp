#include "readers/csv/dialect.hpp"

#include "readers/csv/fields.hpp"
#include "readers/lines.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <map>

namespace jixiao {
namespace {

constexpr std::size_t sample_size = 64 << 10;

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// True when the separator at `at` stands before a space, or parts thousands.
bool is_doubtful(std::string_view text, std::size_t at) {
  auto const rest = text.substr(at + 1);
  bool const parts_thousands = at > 0 && is_digit(text[at - 1]) && rest.size() >= 3 && is_digit(rest[0]) &&
                               is_digit(rest[1]) && is_digit(rest[2]) && (rest.size() == 3 || !is_digit(rest[3]));
  auto const next = std::min(rest.find_first_not_of(' '), rest.size());
  bool const is_before_space = next > 0 && next < rest.size() && rest[next] != '"' && rest[next] != text[at];
  return is_before_space || (text[at] == ',' && parts_thousands);
}

bool needs_quotes(std::string_view text, char separator) {
  return text.find_first_of("\"\n\r") != std::string_view::npos || text.find(separator) != std::string_view::npos ||
         text.find(',') != std::string_view::npos;
}

/// Regular rows, empty fields, and quotes that are needed tell values from prose with commas.
Answer judge(CsvSurvey const& survey, char separator) {
  if (survey.parted < 2 || survey.malformed > survey.quoted)
    return Answer::no;
  if (separator == '\t') // without quotes that are needed, it is plain tab-separated text
    return survey.needed_quotes > 0 ? Answer::yes : Answer::no;
  bool const is_everywhere = survey.parted * 2 >= survey.records && survey.separators >= survey.parted * 2;
  bool const is_in_prose = survey.doubtful * 2 > survey.separators || survey.sentences * 2 > survey.parted;
  constexpr std::size_t fewest_spaced = 4; // records and separators in each: no prose is as regular
  bool const is_spaced = survey.alike == survey.parted && survey.parted == survey.records &&
                         survey.parted >= fewest_spaced && survey.commonest >= fewest_spaced - 1;
  if (!is_everywhere || (is_in_prose && !is_spaced))
    return Answer::no;
  if (separator == '|') // text scraped off pages has bars, too, but not as many in each line
    return survey.alike == survey.parted && survey.parted > 3 && survey.with_blanks > 0 ? Answer::yes : Answer::no;
  bool const is_regular = survey.alike * 5 >= survey.parted * 4 && survey.parted > 2;
  bool const has_gaps = survey.with_blanks * 4 >= survey.parted;
  bool const is_quoted = survey.needed_quotes > 1 || survey.quoted * 2 > survey.separators;
  if (is_regular || has_gaps || is_quoted)
    return Answer::yes;
  return survey.parted > 3 && survey.doubtful * 10 <= survey.separators ? Answer::unsure : Answer::no;
}

/// Programs write no blanks beside bars; pages and drawn tables have them, or lines that begin with a bar, all but some
/// words around them.
bool is_laid_out(std::string_view text) {
  if (text.find(" |") != std::string_view::npos || text.find("| ") != std::string_view::npos)
    return true;
  std::size_t lines = 0, framed = 0;
  for (std::size_t at = 0; at < text.size(); at = std::min(text.find('\n', at), text.size() - 1) + 1) {
    auto const first = text.find_first_not_of(' ', at);
    ++lines;
    framed += first != std::string_view::npos && text[first] == '|' ? 1 : 0;
  }
  return framed * 20 >= lines * 19;
}

bool ends_sentence(std::string_view field) {
  auto const text = trim(field);
  return text.ends_with("。") || text.ends_with("；") || text.ends_with("！") || text.ends_with("？");
}

/// Lines in which the separator stands: where nothing is quoted, the records that it parts.
std::size_t count_parted_lines(std::string_view text, char separator) {
  std::size_t lines = 0;
  for (auto at = text.find(separator); at != std::string_view::npos; at = text.find(separator, at)) {
    ++lines;
    at = find_line_end(text, at);
  }
  return lines;
}

} // namespace

CsvSurvey survey_csv(std::string_view text, char separator) {
  CsvSurvey survey;
  std::map<std::size_t, std::size_t> counts; // records by their number of separators
  CsvScanner scanner(text, separator);
  while (!scanner.at_end()) {
    std::size_t separators = 0, blank = 0;
    bool is_sentence = false;
    bool more = true;
    while (more) {
      auto const field = scanner.next();
      more = !field.ends_record;
      is_sentence = ends_sentence(field.text);
      blank += is_blank(field.text) ? 1 : 0;
      survey.quoted += field.is_quoted ? 1 : 0;
      survey.needed_quotes += field.is_quoted && needs_quotes(field.text, separator) ? 1 : 0;
      survey.malformed += field.is_malformed ? 1 : 0;
      separators += more ? 1 : 0;
      survey.doubtful += more && is_doubtful(text, scanner.offset() - 1) ? 1 : 0;
    }
    if (separators == 0 && blank == 1)
      continue;
    ++survey.records;
    survey.separators += separators;
    survey.parted += separators > 0 ? 1 : 0;
    survey.sentences += separators > 0 && is_sentence ? 1 : 0;
    survey.with_blanks += separators > 0 && blank > 0 ? 1 : 0;
    survey.alike = std::max(survey.alike, separators > 0 ? ++counts[separators] : 0);
  }
  for (auto const& [separators, records] : counts)
    survey.commonest = records == survey.alike ? separators : survey.commonest;
  return survey;
}

std::size_t separator_line(std::string_view text) {
  bool const begins = text.starts_with("sep=") || text.starts_with("SEP=") || text.starts_with("Sep=");
  bool const is_one = text.size() > 5 && begins && (text[5] == '\r' || text[5] == '\n');
  return !is_one ? 0 : text.substr(5).starts_with("\r\n") ? 7 : 6;
}

CsvDialect csv_dialect(std::string_view text) {
  if (separator_line(text) != 0)
    return {text[4], Answer::yes};
  auto const sample = text.size() <= sample_size ? text : text.substr(0, text.rfind('\n', sample_size));
  if (sample.starts_with('<') || sample.starts_with('{'))
    return {};
  CsvDialect best{'\t', Answer::no};
  std::size_t parted_by_tabs = 0;
  bool const has_quotes = sample.find('"') != std::string_view::npos;
  if (has_quotes) {
    auto const tabs = survey_csv(sample, '\t');
    best.answer = judge(tabs, '\t');
    parted_by_tabs = tabs.parted;
  } else { // then tabs part plain tab-separated text
    parted_by_tabs = count_parted_lines(sample, '\t');
  }
  for (char const separator : {',', ';', '|'}) {
    if (!has_quotes && count_parted_lines(sample, separator) <= parted_by_tabs)
      continue;
    auto const survey = survey_csv(sample, separator);
    if (survey.parted > parted_by_tabs && !(separator == '|' && is_laid_out(sample)))
      if (auto const answer = judge(survey, separator); answer > best.answer)
        best = {separator, answer};
  }
  return best;
}

} // namespace jixiao
