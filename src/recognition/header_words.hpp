#pragma once

#include <optional>
#include <string_view>

namespace jixiao::recognition {

/// What a column holds by the words of its header, for a header that the vocabulary does not list:
/// grammars/vocabulary/headers.vocab. Nothing where no word tells.
std::optional<std::string_view> header_meaning(std::string_view label);

} // namespace jixiao::recognition
