#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao {

/// A body part of a MIME message that holds no further ones (RFC 2045, RFC 2046).
struct MimePart {
  std::string type;      ///< "text/html", in lower case
  std::string charset;   ///< as it is given; empty when it is not
  std::string location;  ///< Content-Location
  std::string name;      ///< of a file, as it is given
  std::string encoding;  ///< Content-Transfer-Encoding
  std::string_view body; ///< as it stands, in that encoding

  std::string decoded() const;
};

/// The value of a header field, unfolded, by its name in any case; empty when the header has none.
std::string mime_field(std::string_view header, std::string_view name);

/// The header of a message, up to the empty line; empty when the text does not begin with fields.
std::string_view mime_header(std::string_view message);

/// The parts of a message in their order, those of parts in parts too, no more than `most`. What stands before the
/// first boundary is no part; one that is not closed reaches to the end.
std::vector<MimePart> mime_parts(std::string_view message, std::size_t most);

} // namespace jixiao
