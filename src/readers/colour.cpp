#include "readers/colour.hpp"

#include <charconv>

namespace jixiao {

Colour hexadecimal_colour(std::string_view text) {
  if (text.starts_with('#'))
    text.remove_prefix(1);
  Colour colour = unknown_colour;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), colour, 16);
  bool const is_whole = error == std::errc() && end == text.data() + text.size() && text.size() == 6;
  return is_whole ? colour : unknown_colour;
}

} // namespace jixiao
