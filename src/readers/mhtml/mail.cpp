#include "readers/mhtml/mail.hpp"

#include "readers/mhtml/mhtml.hpp"
#include "readers/mhtml/mime.hpp"
#include "readers/mime_encodings.hpp"
#include "text/code_page.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace jixiao {
namespace {

/// A mail says how it is made, and who sent it or what it is about; a web archive leaves out one of them, or is a page.
bool is_mail(std::string_view header) {
  constexpr std::array sent = {"From", "Subject", "Date", "Received"};
  return !mime_field(header, "Content-Type").empty() &&
         std::ranges::any_of(sent, [&](auto name) { return !mime_field(header, name).empty(); });
}

/// `=?gb2312?B?…?=` and `=?utf-8?Q?…?=` in a name (RFC 2047); other characters as they stand.
std::string decoded_words(std::string_view text) {
  constexpr std::size_t longest = 2000;
  text = text.substr(0, longest);
  std::string out;
  CodePages pages;
  while (!text.empty()) {
    auto const begin = text.find("=?");
    out.append(text.substr(0, begin));
    text.remove_prefix(std::min(begin, text.size()));
    auto const charset_end = text.find('?', 2);
    auto const end = charset_end == text.npos ? text.npos : text.find("?=", charset_end + 3);
    if (end == text.npos)
      return out.append(text);
    auto const charset = text.substr(2, charset_end - 2), word = text.substr(charset_end + 3, end - charset_end - 3);
    bool const is_base64 = text[charset_end + 1] == 'B' || text[charset_end + 1] == 'b';
    auto const bytes = is_base64 ? decode_base64(word) : decode_quoted_printable(word);
    bool const is_utf8 = charset.size() == 5 && (charset[0] == 'u' || charset[0] == 'U');
    constexpr unsigned gb18030 = 54936;
    out.append(is_utf8 ? bytes : pages.decode(bytes, gb18030));
    text.remove_prefix(end + 2);
  }
  return out;
}

bool is_page(MimePart const& part) { return part.type == "text/html" || part.type == "application/xhtml+xml"; }

/// False for pictures, sounds, style sheets and signatures: what is not a document, and for the text of the mail.
bool may_be_document(MimePart const& part) {
  constexpr std::array<std::string_view, 6> none = {"image/",   "audio/",        "video/",
                                                    "text/css", "text/calendar", "application/pkcs7"};
  bool const is_other = std::ranges::any_of(none, [&](auto kind) { return part.type.starts_with(kind); });
  return !is_other && (!part.name.empty() || (!is_page(part) && !part.type.starts_with("text/")));
}

/// Text is often sent as data of no kind.
bool names_text(std::string_view name) {
  constexpr std::array<std::string_view, 7> endings = {".csv", ".tsv", ".txt", ".md", ".htm", ".html", ".xml"};
  return std::ranges::any_of(endings, [&](auto ending) { return name.ends_with(ending); });
}

void leave(MailDocument& found, std::string const& name) {
  constexpr std::size_t longest = 500;
  ++found.other_count;
  if (found.others.size() < longest)
    found.others.append(found.others.empty() ? "" : ", ").append(name);
}

} // namespace

std::optional<MailDocument> document_of_mail(std::string_view bytes, Limits const& limits,
                                             std::function<bool(std::string_view)> const& is_document) {
  if (!is_mail(mime_header(bytes.substr(std::min(bytes.find_first_not_of("\r\n"), bytes.size())))))
    return std::nullopt;
  auto const parts = mime_parts(bytes.substr(bytes.find_first_not_of("\r\n")), limits.entries);
  MailDocument found;
  std::uint64_t unpacked = 0;
  auto const unpack = [&](MimePart const& part) {
    unpacked += part.body.size();
    return unpacked > limits.inflated_bytes ? std::string() : part.decoded();
  };
  bool is_known = false;
  for (auto const& part : parts) {
    if (!may_be_document(part))
      continue;
    auto document = unpack(part);
    auto name = part.name.empty() ? part.type : decoded_words(part.name);
    bool const is_readable = is_document(document) || part.type.starts_with("text/") || names_text(name);
    auto const is_taken = found.bytes.empty() || (is_readable && !is_known);
    if (is_taken && !document.empty()) {
      std::swap(found.bytes, document);
      std::swap(found.name, name);
      is_known = is_readable;
    }
    if (document.empty() && name.empty())
      continue; // there was none before
    leave(found, name);
  }
  bool const has_page = std::ranges::any_of(parts, is_page);
  if (has_page && !is_known) {
    if (!found.bytes.empty())
      leave(found, found.name);
    found.name = found.bytes = {};
    return found.other_count > 0 ? std::optional(std::move(found)) : std::nullopt;
  }
  for (auto const& part : parts)
    if (found.name.empty() && part.type == "text/plain" && part.body.size() > found.bytes.size())
      found.bytes = unpack(part);
  return found.bytes.empty() ? std::nullopt : std::optional(std::move(found));
}

} // namespace jixiao
