#pragma once

#include <string>
#include <string_view>

namespace jixiao::docx {

/// What a field shows for which no result is stored (ECMA-376 part 1, 17.16).
struct FieldText {
  std::string text;
  bool is_prompt = false; ///< MACROBUTTON: the text to be clicked on
  bool is_unread = false; ///< an equation (EQ) that is beyond a line of text
};

/// By the field's code: `EQ \o\ac(□,√)` gives "☑", `SYMBOL 163 \f "Symbol"` gives "≤". Most fields show nothing.
FieldText show_field(std::string_view code);

/// True for fields whose result is kept for others and shown nowhere.
bool shows_nothing(std::string_view code);

/// True for fields that number pages.
bool is_page_field(std::string_view code);

} // namespace jixiao::docx
