#pragma once

#include <string>
#include <string_view>

/// The encodings of content that MIME has (RFC 2045, 6.7 and 6.8).
namespace jixiao {

/// What is none of the alphabet's characters is left out.
std::string decode_base64(std::string_view text);

/// A "=" that no code follows stays as it is.
std::string decode_quoted_printable(std::string_view text);

} // namespace jixiao
