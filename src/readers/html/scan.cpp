#include "readers/html/scan.hpp"

#include "readers/html/tags.hpp"

#include <algorithm>

namespace jixiao {
namespace {

constexpr auto nowhere = std::string_view::npos;
constexpr std::string_view spaces = " \t\n\f\r";

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower_letter(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

std::size_t behind(std::string_view page, std::string_view what, std::size_t at) {
  auto const found = page.find(what, at);
  return found == nowhere ? page.size() : found + what.size();
}

/// Where the comment ends whose "<!--" stands at `at`.
std::size_t comment_end(std::string_view page, std::size_t at) {
  auto const body = page.substr(at + 4);
  if (body.starts_with(">"))
    return at + 5;
  if (body.starts_with("->"))
    return at + 6;
  for (auto found = page.find("--", at + 4); found != nowhere; found = page.find("--", found + 1)) {
    auto const rest = page.substr(found + 2, 2);
    if (rest.starts_with(">"))
      return found + 3;
    if (rest == "!>")
      return found + 4;
  }
  return page.size();
}

/// Reads the attributes of a tag, and what ends it.
class AttributeScan {
public:
  AttributeScan(std::string_view page, std::size_t at) : page_(page), at_(at) {}

  void read(HtmlToken& token) {
    for (;;) {
      at_ = std::min(page_.find_first_not_of(" \t\n\f\r/", at_), page_.size());
      if (at_ == page_.size() || page_[at_] == '>')
        break;
      if (token.attributes++ == html_attribute_limit)
        token.surplus = at_;
      read_attribute();
    }
    token.end = at_ == page_.size() ? nowhere : at_ + 1;
  }

private:
  void skip_to(std::string_view characters, std::size_t from) {
    at_ = std::min(page_.find_first_of(characters, from), page_.size());
  }

  void read_attribute() {
    skip_to(" \t\n\f\r/>=", at_ + 1); // a '=' that begins a name belongs to it
    auto const value = page_.find_first_not_of(spaces, at_);
    if (value == nowhere || page_[value] != '=')
      return;
    at_ = std::min(page_.find_first_not_of(spaces, value + 1), page_.size());
    if (at_ == page_.size() || page_[at_] == '>')
      return;
    if (page_[at_] != '"' && page_[at_] != '\'')
      return skip_to(" \t\n\f\r>", at_);
    auto const quote = page_.find(page_[at_], at_ + 1);
    at_ = quote == nowhere ? page_.size() : quote + 1;
  }

  std::string_view page_;
  std::size_t at_;
};

HtmlToken tag_at(std::string_view page, std::size_t begin, bool is_end) {
  HtmlToken token{is_end ? HtmlToken::Kind::end : HtmlToken::Kind::start, begin};
  auto const name = begin + (is_end ? 2 : 1);
  auto const name_end = std::min(page.find_first_of(" \t\n\f\r/>", name), page.size());
  token.name = page.substr(name, name_end - name);
  token.tag = gumbo_tagn_enum(token.name.data(), static_cast<unsigned>(token.name.size()));
  AttributeScan(page, name_end).read(token);
  return token;
}

} // namespace

HtmlToken next_html_token(std::string_view page, std::size_t at) {
  for (at = page.find('<', at); at != nowhere && at + 1 < page.size(); at = page.find('<', at + 1)) {
    char const next = page[at + 1];
    bool const is_end = next == '/';
    if (is_letter(next) || (is_end && at + 2 < page.size() && is_letter(page[at + 2]))) {
      auto const token = tag_at(page, at, is_end);
      return token.end == nowhere ? HtmlToken{} : token;
    }
    if (next == '!' && page.substr(at).starts_with("<!--"))
      return {HtmlToken::Kind::comment, at, comment_end(page, at)};
    if (next == '!' || next == '?' || is_end)
      return {HtmlToken::Kind::comment, at, behind(page, ">", at)};
  }
  return {};
}

std::size_t raw_text_end(std::string_view page, std::size_t at, std::string_view name) {
  for (at = page.find("</", at); at != nowhere; at = page.find("</", at + 2)) {
    auto const found = page.substr(at + 2, name.size());
    bool const same = std::ranges::equal(found, name, {}, lower_letter, lower_letter);
    auto const rest = page.substr(std::min(at + 2 + name.size(), page.size()), 1);
    if (same && !rest.empty() && std::string_view(" \t\n\f\r/>").find(rest.front()) != nowhere)
      return at;
  }
  return page.size();
}

bool is_cut_off(std::string_view page) {
  std::size_t open = 0;
  for (std::size_t at = 0;;) {
    auto const token = next_html_token(page, at);
    if (token.kind == HtmlToken::Kind::none)
      return open > 0;
    at = token.end;
    bool const is_table = token.tag == GUMBO_TAG_TABLE;
    if (token.kind == HtmlToken::Kind::start) {
      open += is_table ? 1 : 0;
      at = raw_text_tags.has(token.tag) ? raw_text_end(page, token.end, token.name) : at;
    } else if (token.kind == HtmlToken::Kind::end && (token.tag == GUMBO_TAG_BODY || token.tag == GUMBO_TAG_HTML)) {
      open = 0;
    } else if (token.kind == HtmlToken::Kind::end && is_table && open > 0) {
      --open;
    }
  }
}

std::optional<std::size_t> row_without_table(std::string_view page) {
  for (std::size_t at = 0;;) {
    auto const token = next_html_token(page, at);
    if (token.kind == HtmlToken::Kind::none || (token.kind == HtmlToken::Kind::start && token.tag == GUMBO_TAG_TABLE))
      return std::nullopt;
    at = token.end;
    if (token.kind != HtmlToken::Kind::start)
      continue;
    if (token.tag == GUMBO_TAG_TR || token.tag == GUMBO_TAG_TD || token.tag == GUMBO_TAG_TH)
      return token.begin;
    if (raw_text_tags.has(token.tag))
      at = raw_text_end(page, token.end, token.name);
  }
}

} // namespace jixiao
