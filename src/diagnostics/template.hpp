#pragma once

#include <cstddef>
#include <string_view>

namespace jixiao {

/// The next `{name}` of a message template at or behind `from`: lower-case letters, digits and `_` in braces.
/// Other braces are plain text. `name` is empty when there is none left.
struct TemplateField {
  std::string_view name;
  std::size_t begin = 0, end = 0; ///< of the whole field, braces included
};

TemplateField next_field(std::string_view text, std::size_t from);

} // namespace jixiao
