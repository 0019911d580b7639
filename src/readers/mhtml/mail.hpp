#pragma once

#include <jixiao/convert.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace jixiao {

/// What a mail (.eml, RFC 5322) is about: the document that is attached to it, the page that it is, or its text.
struct MailDocument {
  std::string name;   ///< of the attachment; empty for the text of the mail
  std::string bytes;  ///< unpacked
  std::string others; ///< names of further documents, which are not read
  std::size_t other_count = 0;
};

/// Nothing for what is no mail, and for one that is read as a web archive; without bytes for such a one that carries
/// documents which are not read. `is_document` tells what a reader takes.
std::optional<MailDocument> document_of_mail(std::string_view bytes, Limits const& limits,
                                             std::function<bool(std::string_view)> const& is_document);

} // namespace jixiao
