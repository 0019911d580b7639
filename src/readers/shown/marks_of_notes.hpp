#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao {

/// Length of the mark of a note at `at`: a raised number in brackets, `[¹²]`, or `[^1]`. 0 when none stands there.
std::size_t mark_of_note(std::string_view text, std::size_t at);

struct WithoutMarks {
  std::string text;
  std::vector<std::string> marks; ///< in their order, as printed
};

/// `≥6.00[¹](座)` is ≥6.00(座): the mark is no part of it.
WithoutMarks without_marks_of_notes(std::string_view text);

} // namespace jixiao
