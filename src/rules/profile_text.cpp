#include "rules/profile_text.hpp"

#include "text/utf8.hpp"

namespace jixiao {

namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r'; }

} // namespace

ProfileLine split_profile_line(std::string_view line) {
  ProfileLine out;
  std::uint32_t column = 1;
  std::size_t at = 0;
  auto const step = [&] {
    at += character_at(line, at).length;
    ++column;
  };
  while (at < line.size() && line[at] != '#') {
    if (is_space(line[at])) {
      step();
      continue;
    }
    auto& token = out.tokens.emplace_back();
    token.column = column;
    token.quoted = line[at] == '"';
    if (token.quoted)
      step();
    auto const begin = at;
    while (at < line.size() && (token.quoted ? line[at] != '"' : !is_space(line[at]) && line[at] != '#'))
      step();
    token.text = line.substr(begin, at - begin);
    if (token.quoted && at == line.size())
      out.closed = false;
    else if (token.quoted)
      step();
  }
  out.end_column = column;
  return out;
}

} // namespace jixiao
