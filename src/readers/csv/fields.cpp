#include "readers/csv/fields.hpp"

#include <algorithm>

namespace jixiao {

bool CsvScanner::ends_field(std::size_t at) const {
  return at >= text_.size() || text_[at] == separator_ || text_[at] == '\n' || text_[at] == '\r';
}

CsvField CsvScanner::next() {
  CsvField field;
  if (!read_quoted(field))
    read_plain(field);
  pass_end(field);
  return field;
}

/// The quote that closes a field which begins at `begin`: one that is not doubled, and no backslash stands before it.
std::size_t CsvScanner::find_close(std::size_t begin, CsvField& field) {
  auto close = text_.find('"', begin);
  while (close != std::string_view::npos) {
    bool const is_escaped = by_backslash_ && close > begin && text_[close - 1] == '\\';
    bool const is_doubled = !is_escaped && text_.substr(close + 1).starts_with('"');
    if (!is_escaped && !is_doubled)
      return close;
    field.is_escaped = true;
    close = text_.find('"', close + (is_doubled ? 2 : 1));
  }
  return close;
}

/// True for a quote behind a separator that opens a field which is closed on its line.
bool CsvScanner::opens_another(std::size_t quote, std::size_t end) const {
  if (text_[quote - 1] != separator_)
    return false;
  auto const close = text_.find('"', quote + 1);
  return close < end && ends_field(text_.find_first_not_of(' ', close + 1));
}

/// The first quote before a separator or the line's end. There is none where another quoted field begins first: then
/// the quote before was never closed.
std::size_t CsvScanner::find_lenient_close(std::size_t begin) {
  if (begin < no_lenient_close_before_)
    return std::string_view::npos;
  if (begin >= line_end_)
    line_end_ = std::min(text_.find_first_of("\r\n", begin), text_.size());
  auto const end = line_end_;
  auto at = text_.find('"', begin);
  if (at < end && at > begin && opens_another(at, end))
    return std::string_view::npos;
  for (; at < end; at = text_.find('"', at + 1))
    if (ends_field(text_.find_first_not_of(' ', at + 1)))
      return at;
  no_lenient_close_before_ = end;
  return std::string_view::npos;
}

/// False, and nothing is taken, where no quoted field stands.
bool CsvScanner::read_quoted(CsvField& field) {
  auto const quote = std::min(text_.find_first_not_of(' ', at_), text_.size());
  if (quote == text_.size() || text_[quote] != '"')
    return false;
  auto const begin = quote + 1;
  auto close = quote < no_close_before_ ? std::string_view::npos : find_close(begin, field);
  if (close == std::string_view::npos || !ends_field(text_.find_first_not_of(' ', close + 1))) {
    no_close_before_ = std::max(no_close_before_, std::min(close, text_.size()));
    close = find_lenient_close(begin);
    field = {};
    field.is_malformed = close == std::string_view::npos;
    if (field.is_malformed)
      return false;
    field.is_escaped = true;
  }
  field.text = text_.substr(begin, close - begin);
  field.begin = begin;
  field.is_quoted = true;
  field.has_backslashes = by_backslash_ && field.text.find('\\') != std::string_view::npos;
  field.is_escaped = field.is_escaped || field.has_backslashes || field.text.find('\r') != std::string_view::npos;
  for (std::size_t i = 0; i < field.text.size(); ++i)
    field.line_ends += field.text[i] == '\n' || (field.text[i] == '\r' && !field.text.substr(i + 1).starts_with('\n'));
  at_ = std::min(text_.find_first_not_of(' ', close + 1), text_.size());
  return true;
}

void CsvScanner::read_plain(CsvField& field) {
  field.begin = at_;
  if (text_.substr(at_).starts_with("=\""))
    if (auto const close = find_lenient_close(at_ + 2); close != std::string_view::npos)
      at_ = close + 1;
  while (!ends_field(at_))
    ++at_;
  field.text = text_.substr(field.begin, at_ - field.begin);
}

void CsvScanner::pass_end(CsvField& field) {
  field.ends_record = at_ >= text_.size() || text_[at_] != separator_;
  if (at_ >= text_.size())
    return;
  at_ += text_.substr(at_).starts_with("\r\n") ? 2 : 1;
}

bool escapes_by_backslash(std::string_view text, char separator) {
  constexpr std::size_t sample = 64 << 10;
  text = text.substr(0, sample);
  for (auto at = text.find("\\\""); at != std::string_view::npos; at = text.find("\\\"", at + 2)) {
    auto const next = at + 2 < text.size() ? text[at + 2] : '\n';
    if (next != separator && next != '\n' && next != '\r' && next != '"')
      return true;
  }
  return false;
}

std::string unescaped(CsvField const& field) {
  std::string text;
  text.reserve(field.text.size());
  for (std::size_t i = 0; i < field.text.size(); ++i) {
    char const c = field.text[i];
    if (field.has_backslashes && c == '\\' && i + 1 < field.text.size()) {
      char const escaped = field.text[++i];
      text.push_back(escaped == 'n' ? '\n' : escaped == 't' ? '\t' : escaped);
      continue;
    }
    text.push_back(c == '\r' ? '\n' : c);
    auto const rest = field.text.substr(i + 1);
    i += (c == '"' && rest.starts_with('"')) || (c == '\r' && rest.starts_with('\n')) ? 1 : 0;
  }
  return text;
}

} // namespace jixiao
