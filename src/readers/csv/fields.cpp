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

/// False, and nothing is taken, where no well-formed quoted field stands.
bool CsvScanner::read_quoted(CsvField& field) {
  if (at_ >= text_.size() || text_[at_] != '"')
    return false;
  auto const begin = at_ + 1;
  auto close = at_ < no_close_before_ ? std::string_view::npos : text_.find('"', begin);
  while (close != std::string_view::npos && text_.substr(close + 1).starts_with('"')) {
    field.is_escaped = true;
    close = text_.find('"', close + 2);
  }
  if (close == std::string_view::npos || !ends_field(close + 1)) {
    no_close_before_ = std::max(no_close_before_, std::min(close, text_.size()));
    field = {};
    field.is_malformed = true;
    return false;
  }
  field.text = text_.substr(begin, close - begin);
  field.begin = begin;
  field.is_quoted = true;
  field.is_escaped = field.is_escaped || field.text.find('\r') != std::string_view::npos;
  for (std::size_t i = 0; i < field.text.size(); ++i)
    field.line_ends += field.text[i] == '\n' || (field.text[i] == '\r' && !field.text.substr(i + 1).starts_with('\n'));
  at_ = close + 1;
  return true;
}

void CsvScanner::read_plain(CsvField& field) {
  field.begin = at_;
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

std::string unescaped(CsvField const& field) {
  std::string text;
  text.reserve(field.text.size());
  for (std::size_t i = 0; i < field.text.size(); ++i) {
    char const c = field.text[i];
    text.push_back(c == '\r' ? '\n' : c);
    auto const rest = field.text.substr(i + 1);
    i += (c == '"' && rest.starts_with('"')) || (c == '\r' && rest.starts_with('\n')) ? 1 : 0;
  }
  return text;
}

} // namespace jixiao
