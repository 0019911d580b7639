#pragma once

#include <cstddef>
#include <string_view>

namespace jixiao::recognition {

// What stands behind a label in the same text.

/// Offset behind the first colon, that of 其中： left out; 0 where there is none.
std::size_t behind_colon(std::string_view text);

/// Bytes of a bracket that text begins with, and that says where the seal goes: （盖章）; 0 where there is none.
std::size_t seal_length(std::string_view text);

/// Bytes of （40分）, the points of a goal, that a text begins with; 0 where there are none.
std::size_t points_length(std::string_view text);

/// Offset of the amount at the end of `财政拨款 800` or `其中:财政拨款35万元`; 0 where there is none.
std::size_t amount_behind(std::string_view text);

/// 37.60万元，其中：…, or nothing but an amount: 1.财政拨款100万元 and 2023年120万元 begin with other numbers.
bool begins_with_amount(std::string_view text);

} // namespace jixiao::recognition
