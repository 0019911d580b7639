#pragma once

#include <optional>
#include <string_view>

namespace jixiao {

/// A format that no reader takes, and what the user can do about it.
struct ForeignFormat {
  std::string_view format; ///< "a PNG image"
  std::string_view remedy; ///< "recognise its text (OCR) first"
  bool encrypted = false;
};

/// Recognises formats by their first bytes, and containers by what they hold.
std::optional<ForeignFormat> identify_foreign(std::string_view bytes);

} // namespace jixiao
