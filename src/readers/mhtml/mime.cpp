#include "readers/mhtml/mime.hpp"

#include "readers/mime_encodings.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <utility>

namespace jixiao {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t longest_header = 64 << 10;
constexpr int deepest = 8;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool same(std::string_view a, std::string_view b) { return std::ranges::equal(a, b, {}, lower, lower); }

/// Takes a line and what ends it from the front.
std::string_view take_line(std::string_view& text) {
  auto const end = std::min(text.find_first_of("\r\n"), text.size());
  auto const line = text.substr(0, end);
  text.remove_prefix(std::min(end + (text.substr(end).starts_with("\r\n") ? 2 : 1), text.size()));
  return line;
}

/// The length of the name that a header's line begins with; 0 when it begins with none.
std::size_t field_name(std::string_view line) {
  auto const end = std::ranges::find_if(line, [](char c) { return c <= ' ' || c == ':' || c >= 0x7F; }) - line.begin();
  auto const length = static_cast<std::size_t>(end);
  return length < line.size() && line[length] == ':' ? length : 0;
}

/// A parameter of a field: boundary in `multipart/related; boundary="x"`.
std::string_view parameter(std::string_view value, std::string_view name) {
  for (auto at = value.find(';'); at != npos; at = value.find(';', at + 1)) {
    auto const rest = trim(value.substr(at + 1));
    auto const equals = std::min(rest.find('='), rest.size());
    if (!same(trim(rest.substr(0, equals)), name) || equals == rest.size())
      continue;
    auto const given = trim(rest.substr(equals + 1));
    return given.starts_with('"') ? given.substr(1, given.find('"', 1) - 1)
                                  : given.substr(0, given.find_first_of("; \t"));
  }
  return {};
}

/// The bodies between the boundaries.
std::vector<std::string_view> split(std::string_view body, std::string_view boundary, std::size_t most) {
  std::vector<std::string_view> parts;
  auto const delimiter = "--" + std::string(boundary);
  auto begin = npos;
  for (std::size_t at = body.find(delimiter); at != npos; at = body.find(delimiter, at + delimiter.size())) {
    if (at != 0 && body[at - 1] != '\n' && body[at - 1] != '\r')
      continue;
    if (begin != npos)
      parts.push_back(body.substr(begin, at - begin));
    auto rest = body.substr(at + delimiter.size());
    if (rest.starts_with("--") || parts.size() >= most)
      return parts;
    take_line(rest);
    begin = body.size() - rest.size();
  }
  if (begin != npos)
    parts.push_back(body.substr(begin));
  return parts;
}

/// Of a file that is attached; one without a name is called so.
std::string name_of_file(std::string_view header, std::string_view type) {
  auto const disposition = mime_field(header, "Content-Disposition");
  for (auto const name : {parameter(disposition, "filename"), parameter(type, "name")})
    if (!name.empty())
      return std::string(name);
  auto const encoded = parameter(disposition, "filename*"); // utf-8''%E7%94%B3
  bool const is_attached = same(std::string_view(disposition).substr(0, 10), "attachment");
  return !encoded.empty() ? std::string(encoded) : is_attached ? "attachment" : "";
}

} // namespace

std::string MimePart::decoded() const {
  if (same(encoding, "base64"))
    return decode_base64(body);
  return same(encoding, "quoted-printable") ? decode_quoted_printable(body) : std::string(body);
}

std::string_view mime_header(std::string_view message) {
  auto rest = message.substr(0, longest_header);
  auto const whole = rest;
  bool any = false;
  while (!rest.empty()) {
    auto const before = rest;
    auto const line = take_line(rest);
    bool const goes_on = any && !line.empty() && (line.front() == ' ' || line.front() == '\t');
    if (line.empty())
      return whole.substr(0, whole.size() - rest.size());
    if (!goes_on && field_name(line) == 0)
      return whole.substr(0, any ? whole.size() - before.size() : 0);
    any = true;
  }
  return whole;
}

std::string mime_field(std::string_view header, std::string_view name) {
  std::string value;
  bool found = false;
  while (!header.empty()) {
    auto const line = take_line(header);
    bool const goes_on = !line.empty() && (line.front() == ' ' || line.front() == '\t');
    if (found && !goes_on)
      break;
    auto const length = field_name(line);
    if (found)
      value.append(" ").append(trim(line));
    else if (!goes_on && length != 0 && same(line.substr(0, length), name))
      value = trim(line.substr(length + 1)), found = true;
  }
  return value;
}

std::vector<MimePart> mime_parts(std::string_view message, std::size_t most) {
  std::vector<MimePart> found;
  std::vector<std::pair<std::string_view, int>> waiting = {{message, 0}};
  while (!waiting.empty() && found.size() < most) {
    auto const [text, depth] = waiting.back();
    waiting.pop_back();
    auto const header = mime_header(text);
    auto const body = text.substr(header.size());
    auto const type = mime_field(header, "Content-Type");
    auto const boundary = parameter(type, "boundary");
    auto const encoding = mime_field(header, "Content-Transfer-Encoding");
    bool const is_packed = same(encoding, "base64") || same(encoding, "quoted-printable");
    if (same(trim(type.substr(0, type.find(';'))), "message/rfc822") && !is_packed && depth < deepest) {
      waiting.emplace_back(body.substr(std::min(body.find_first_not_of("\r\n"), body.size())), depth + 1);
      continue;
    }
    if (!boundary.empty() && depth < deepest) {
      auto const parts = split(body, boundary, most);
      for (auto part = parts.rbegin(); part != parts.rend(); ++part)
        waiting.emplace_back(*part, depth + 1);
      continue;
    }
    MimePart part;
    part.type = trim(std::string_view(type).substr(0, type.find(';')));
    std::ranges::transform(part.type, part.type.begin(), lower);
    part.charset = parameter(type, "charset");
    part.location = mime_field(header, "Content-Location");
    part.encoding = encoding;
    part.name = name_of_file(header, type);
    part.body = body;
    found.push_back(std::move(part));
  }
  return found;
}

} // namespace jixiao
