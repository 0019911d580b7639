#pragma once

#include "diagnostics/shared_api.hpp"

#include <cstdint>
#include <string_view>

namespace jixiao JIXIAO_BETWEEN_LIBRARIES {

/// Control characters in a text other than TAB, LF, VT, FF, CR and NEL.
struct ControlCount {
  std::uint64_t count = 0;
  std::size_t first = 0;
};

/// One fast pass over a text.
struct Utf8Check {
  std::size_t valid = 0; ///< length of the part before the first byte that is no UTF-8; all of it when it is UTF-8
  ControlCount controls; ///< in that part
  bool has_nul = false;
};

Utf8Check check_utf8(std::string_view bytes);

/// How much of a text that is not UTF-8 throughout is UTF-8.
struct Utf8Survey {
  std::uint64_t good = 0; ///< characters of more than one byte
  std::uint64_t bad = 0;  ///< bytes that belong to no character
  bool cut_off = false;   ///< the only bad bytes begin a character at the very end
};

Utf8Survey survey_utf8(std::string_view bytes);

} // namespace jixiao
