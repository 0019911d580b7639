#include "writers/sarif.hpp"

#include <algorithm>

namespace jixiao {

namespace {

/// The page without its title line.
std::string_view body_of(std::string_view page) {
  auto const end = page.find("\n\n");
  return end == page.npos ? page : page.substr(end + 2);
}

/// Lines of a paragraph joined: behind a Chinese character without a space.
std::string joined_lines(std::string_view paragraph) {
  std::string out;
  for (char const c : paragraph) {
    if (c != '\n')
      out += c;
    else if (!out.empty() && static_cast<unsigned char>(out.back()) < 0x80)
      out += ' ';
  }
  return out;
}

std::string first_paragraph(std::string_view page) {
  auto const body = body_of(page);
  return joined_lines(body.substr(0, std::min(body.find("\n\n"), body.size())));
}

/// "fund total mismatch"
std::string in_words(std::string_view name) {
  std::string out(name);
  std::ranges::replace(out, '_', ' ');
  return out;
}

void put_rule(JsonBuffer& out, CodeInfo const& entry, Language language) {
  auto const page = explanation(entry.code, language);
  out.open('{');
  out.key<"id">();
  out.string(entry.id);
  out.key<"name">();
  out.string(entry.name);
  out.key<"shortDescription">();
  put_message(out,
              language == Language::zh ? std::string(message_template(entry.code, language)) : in_words(entry.name));
  out.key<"fullDescription">();
  put_message(out, page.empty() ? std::string(message_template(entry.code, language)) : first_paragraph(page));
  if (!page.empty()) {
    out.key<"help">();
    out.open('{');
    out.key<"text">();
    out.string(body_of(page));
    out.key<"markdown">();
    out.string(page);
    out.close('}');
  }
  out.key<"defaultConfiguration">();
  out.open('{');
  out.key<"level">();
  out.string(to_string(entry.severity));
  out.close('}');
  out.close('}');
}

} // namespace

void put_rules(JsonBuffer& out, Language language) {
  out.key<"rules">();
  out.open('[');
  for (auto const& entry : catalogue()) {
    out.next();
    put_rule(out, entry, language);
  }
  out.close(']');
}

} // namespace jixiao
