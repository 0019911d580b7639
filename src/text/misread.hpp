#pragma once

#include "diagnostics/shared_api.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace jixiao JIXIAO_BETWEEN_LIBRARIES {

/// A text whose bytes in UTF-8 were taken for characters of GBK or of windows-1252.
struct Misread {
  std::optional<std::string> meant; ///< nothing where bytes were lost on the way
};

/// Nothing for other texts: a chain of characters that nobody writes has to give everyday Chinese. Linear, and done at
/// the first character that is not ASCII for nearly every text.
std::optional<Misread> misread_text(std::string_view text);

} // namespace JIXIAO_BETWEEN_LIBRARIES
