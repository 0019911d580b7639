#include "readers/csv/other_separators.hpp"

#include "readers/csv/dialect.hpp"

#include <algorithm>
#include <array>

namespace jixiao {
namespace {

constexpr std::array<std::string_view, 10> separator_signs = {"\x1F", "\x01", "^", "~",  "，",
                                                              "；",   "$",    "#", "@@", "、"};
constexpr std::size_t sampled_bytes = 16 << 10;
constexpr std::size_t fewest_records = 4, fewest_separators = 3; // in each: no prose is as regular

std::size_t count_sign(std::string_view text, std::string_view sign) {
  std::size_t found = 0;
  for (auto at = text.find(sign); at != std::string_view::npos; at = text.find(sign, at + sign.size()))
    ++found;
  return found;
}

/// Quoted fields keep the sign.
std::string parted_by_units(std::string_view text, std::string_view sign) {
  std::string out(text);
  bool is_quoted = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    is_quoted ^= text[at] == '"';
    if (is_quoted || !text.substr(at).starts_with(sign))
      continue;
    std::fill_n(out.begin() + static_cast<std::ptrdiff_t>(at), sign.size() - 1, ' ');
    at += sign.size() - 1;
    out[at] = unit_separator;
  }
  return out;
}

/// Lines above and below the table may stand alone.
bool parts_records(CsvSurvey const& survey) {
  return survey.parted >= fewest_records && survey.alike == survey.parted && survey.commonest >= fewest_separators &&
         survey.parted * 4 >= survey.records * 3 && survey.malformed <= survey.quoted;
}

} // namespace

std::optional<std::string> with_unit_separators(std::string_view text) {
  auto const end = text.size() <= sampled_bytes ? text.size() : text.rfind('\n', sampled_bytes);
  auto const sample = text.substr(0, end);
  for (auto const sign : separator_signs) {
    if (sign.front() != unit_separator && sample.find(unit_separator) != std::string_view::npos)
      return std::nullopt;
    if (count_sign(sample, sign) >= fewest_records * fewest_separators &&
        parts_records(survey_csv(parted_by_units(sample, sign), unit_separator)))
      return parted_by_units(text, sign);
  }
  return std::nullopt;
}

} // namespace jixiao
