#pragma once

#include <cstdint>
#include <string_view>

namespace jixiao::rtf {

/// The control words that mean something to the reader.
enum class Word : std::uint8_t {
  other,
  // destinations
  skipped,
  font_table,
  color_table,
  instruction,
  form_field,
  form_entry,
  nested_row_properties,
  list_text,
  shape_properties,
  shape_text,
  footnote,
  comment,
  page_text,     ///< \header and the like
  unicode_text,  ///< \ud: what stands in the place of the text before it in \upr
  equation,      ///< read in a line
  picture_group, ///< \shppict: the picture in it is also in a group for old programs
  picture,
  // the document and its fonts
  code_page,
  font,
  font_charset,
  font_code_page,
  unicode_fallback,
  unicode,
  binary,
  // fields of forms
  form_type,
  form_result,
  form_default,
  // fields
  field,
  alternatives, ///< \upr
  // equations
  denominator,
  exponent,
  subscript,
  // colours
  color,
  background,
  red,
  green,
  blue,
  // characters
  plain,
  capitals,
  hidden,
  letter_size,
  letter_width,
  struck,
  underlined,
  level_line,
  deleted,
  inserted,
  endnote, ///< the note is one
  raised,
  lowered,
  level_script,
  character, ///< prints one: see printed()
  // paragraphs
  paragraph_defaults,
  line_height,
  in_table,
  table_level,
  paragraph,
  // tables
  row_defaults,
  row_left,
  first_merged_down,
  merged_down,
  first_merged_right,
  merged_right,
  cell_shaded,
  cell_right,
  cell,
  row,
  nested_cell,
  nested_row,
};

Word word_of(std::string_view name);

/// What a word of Word::character prints, in UTF-8.
std::string_view printed(std::string_view name);

} // namespace jixiao::rtf
