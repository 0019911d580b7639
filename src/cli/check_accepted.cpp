#include "cli/check_accepted.hpp"

#include "cli/check_levels.hpp"
#include "cli/read_file.hpp"
#include "cli/status.hpp"
#include "text/clean.hpp"

#include <chrono>
#include <sstream>

namespace jixiao::cli {

namespace {

std::string today() {
  auto const day = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  std::chrono::year_month_day const date(day);
  auto const two = [](unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return std::to_string(static_cast<int>(date.year())) + '-' + two(static_cast<unsigned>(date.month())) + '-' +
         two(static_cast<unsigned>(date.day()));
}

bool is_date(std::string_view text) {
  constexpr std::string_view shape = "0000-00-00";
  if (text.size() != shape.size())
    return false;
  for (std::size_t i = 0; i < shape.size(); ++i)
    if (shape[i] == '-' ? text[i] != '-' : text[i] < '0' || text[i] > '9')
      return false;
  return true;
}

/// Takes what stands before the next white space, or in double quotes, off the front.
std::string word(std::string_view& line) {
  line = trim(line);
  if (line.starts_with('"')) {
    auto const end = std::min(line.find('"', 1), line.size());
    std::string out(line.substr(1, end - 1));
    line.remove_prefix(std::min(end + 1, line.size()));
    return out;
  }
  auto const end = std::min(line.find_first_of(" \t"), line.size());
  std::string out(line.substr(0, end));
  line.remove_prefix(end);
  return out;
}

std::vector<std::string> list_of(std::string const& text) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string one; std::getline(in, one, ',');)
    out.push_back(one);
  return out;
}

Suppression read_line(std::string_view line, std::string const& where) {
  Suppression out;
  try {
    out.codes = codes_of(list_of(word(line)));
  } catch (UsageError const& error) {
    throw UsageError(where + ": " + error.what());
  }
  line = trim(line);
  if (line.starts_with('"'))
    out.project = word(line);
  if (word(line) != "until")
    throw UsageError(where + ": expected until DATE behind the codes and the project");
  out.until = word(line);
  if (!is_date(out.until))
    throw UsageError(where + ": expected a date such as 2031-12-31 behind until");
  out.reason = std::string(trim(line));
  if (out.reason.empty())
    throw UsageError(where + ": expected a reason behind the date");
  return out;
}

} // namespace

std::vector<Suppression> read_accepted(std::string const& file) {
  std::vector<Suppression> out;
  auto const day = today();
  std::istringstream in(read_file(file));
  std::size_t number = 0;
  for (std::string text; std::getline(in, text);) {
    ++number;
    auto const line = trim(text);
    if (line.empty() || line.starts_with('#'))
      continue;
    auto one = read_line(line, file + ':' + std::to_string(number));
    if (one.until >= day)
      out.push_back(std::move(one));
  }
  return out;
}

} // namespace jixiao::cli
