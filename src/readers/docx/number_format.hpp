#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace jixiao::docx {

/// How a list counts: ST_NumberFormat of WordprocessingML, as far as Word prints it in Chinese documents.
enum class NumberFormat : std::uint8_t {
  decimal,
  none,
  bullet,
  decimal_zero,
  full_width,
  enclosed_circle,
  enclosed_fullstop,
  enclosed_paren,
  upper_roman,
  lower_roman,
  upper_letter,
  lower_letter,
  chinese_counting,
  chinese_thousand,
  chinese_legal,
  ideograph_digital,
  heavenly_stems,
  earthly_branches,
};

/// By the name in w:numFmt; what is not known counts in decimals.
NumberFormat number_format(std::string_view name);

/// The number as printed: 12 gives "xii", "十二", "⑫". Decimal where the format does not reach.
void append_number(std::string& out, std::uint32_t number, NumberFormat format);

} // namespace jixiao::docx
