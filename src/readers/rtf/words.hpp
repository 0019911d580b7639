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
  instruction,
  form_field,
  nested_row_properties,
  list_text,
  shape_properties,
  shape_text,
  footnote,
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
  // characters
  plain,
  hidden,
  struck,
  deleted,
  inserted,
  endnote, ///< the note is one
  raised,
  lowered,
  level_script,
  character, ///< prints one: see printed()
  // paragraphs
  paragraph_defaults,
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
