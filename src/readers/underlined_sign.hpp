#pragma once

#include "text/clean.hpp"

#include <string>
#include <string_view>

namespace jixiao {

/// A comparator with a line below it is what people type for ≥ and ≤. Readers that know which characters are underlined
/// put U+0332 behind a `>` or `<` that is underlined alone; show_texts() makes the sign of the two. Where the
/// characters beside it are underlined as well, the line is one to write on.
class UnderlinedSign {
public:
  /// Takes note of what was appended to `out` from `begin` on.
  void appended(std::string& out, std::size_t begin, bool is_underlined) {
    if (begin == out.size())
      return;
    // What stood there may have been taken back since.
    if (is_underlined && was_underlined_ && mark_ < out.size() && out.compare(mark_, low_line.size(), low_line) == 0)
      out.erase(mark_, low_line.size());
    bool const is_alone = is_underlined && !was_underlined_ && is_comparator(trim(std::string_view(out).substr(begin)));
    mark_ = is_alone ? end_of_text(out) : std::string::npos;
    if (is_alone)
      out.insert(mark_, low_line);
    was_underlined_ = is_underlined;
  }

  static bool is_comparator(std::string_view text) {
    return text == ">" || text == "<" || text == "＞" || text == "＜";
  }

  static constexpr std::string_view low_line = "\xCC\xB2"; ///< U+0332, a combining character

private:
  static std::size_t end_of_text(std::string_view text) { return text.find_last_not_of(" \t\n") + 1; }

  std::size_t mark_ = std::string::npos;
  bool was_underlined_ = false;
};

} // namespace jixiao
