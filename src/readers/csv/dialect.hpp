#pragma once

#include "readers/reader.hpp"

#include <cstddef>
#include <string_view>

namespace jixiao {

/// What a text looks like when it is read with one separator. Blank records do not count.
struct CsvSurvey {
  std::size_t records = 0;
  std::size_t parted = 0;        ///< records with a separator
  std::size_t alike = 0;         ///< of these, the ones with the commonest number of separators
  std::size_t commonest = 0;     ///< that number
  std::size_t with_blanks = 0;   ///< of these, the ones with an empty field
  std::size_t separators = 0;    ///< all
  std::size_t doubtful = 0;      ///< separators before a space, as in prose, or in an amount (150,000.00)
  std::size_t quoted = 0;        ///< fields in quotes
  std::size_t needed_quotes = 0; ///< quoted fields that could not stand without quotes
  std::size_t malformed = 0;     ///< fields that begin with a quote but are not quoted
  std::size_t sentences = 0;     ///< records with a separator that end as a sentence does
};

CsvSurvey survey_csv(std::string_view text, char separator);

struct CsvDialect {
  char separator = 0; ///< comma, semicolon, bar or tab
  Answer answer = Answer::no;
};

/// What a text's beginning says of it.
CsvDialect csv_dialect(std::string_view text);

/// Length of Excel's first line "sep=;"; 0 when there is none.
std::size_t separator_line(std::string_view text);

} // namespace jixiao
