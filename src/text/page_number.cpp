#include "text/page_number.hpp"

#include "text/utf8.hpp"

namespace jixiao {

bool is_page_number(std::string_view line) {
  for (std::size_t at = 0; at < line.size();) {
    auto const c = character_at(line, at);
    at += c.length;
    bool const counts = (c.value < 0x80 && std::string_view("0123456789-/ \t\n").find(static_cast<char>(c.value)) !=
                                               std::string_view::npos) ||
                        std::u32string_view(U"第页共—－·").find(c.value) != std::u32string_view::npos;
    if (!counts)
      return false;
  }
  return true;
}

} // namespace jixiao
