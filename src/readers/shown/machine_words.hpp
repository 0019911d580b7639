#pragma once

#include <string_view>

/// Words that programs write where a value should stand. All take a text without white space at its ends.
namespace jixiao {

enum class MachineWord : unsigned char {
  none,
  error,   ///< #REF!, #N/A, Err:509, or a row of # for a number that its column is too narrow for
  filler,  ///< NaN, None, null, <NA>, Unnamed: 3: an empty cell
  formula, ///< =SUM(B2:B5)
  picture, ///< =DISPIMG("ID_1",1)
  prompt, ///< 单击此处输入文字。, （请填写年度目标）, or a variable that nobody filled: «实施单位», {{unit}}, ${unit}
};

MachineWord machine_word(std::string_view text);

/// True when an error stands anywhere in the text.
bool has_error(std::string_view text);

/// The text that `="93%"`, `=T("93%")` or `'0123` keeps from being read as a number; nothing when it is no such guard,
/// and quotes in it are still doubled.
std::string_view unguarded(std::string_view text);

} // namespace jixiao
