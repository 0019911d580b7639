#pragma once

#include <optional>
#include <string_view>

namespace jixiao {

/// What an office program may make of a file, so that a reader here takes it.
struct OfficeTarget {
  std::string_view format;   ///< "a Word 97-2003 or WPS document"
  std::string_view from, to; ///< endings of file names: "doc", "docx"
};

/// By content; nothing for what is no office file, or encrypted.
std::optional<OfficeTarget> office_target(std::string_view bytes);

} // namespace jixiao
