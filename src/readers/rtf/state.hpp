#pragma once

#include "readers/flow/text_builder.hpp"

#include <cstdint>
#include <string_view>

namespace jixiao::rtf {

/// What the text of a group is.
enum class Destination : std::uint8_t {
  body,
  skipped,
  fonts,       ///< \fonttbl
  colors,      ///< \colortbl
  instruction, ///< \fldinst: nothing is printed, but a form's field may stand in it
  form,        ///< \formfield
  form_entry,  ///< \ffl: one that a list of it offers
  number,      ///< \listtext, \pntext: the automatic number as printed
};

/// What a group inherits, and gives back where it ends.
struct State {
  Destination destination = Destination::body;
  flow::Look look;
  std::int32_t font = -1;
  unsigned code_page = 0;          ///< of the font
  std::uint32_t fallback_size = 1; ///< \ucN: characters behind a \uN that stand in for it
  bool has_low_lines = false;      ///< \sl-N: no letter has room in them
  bool in_table = false;           ///< \intbl
  std::size_t table_level = 0;     ///< \itapN
  bool opens_note = false;         ///< \footnote, \annotation
  bool opens_page_text = false;    ///< \header and the like
  bool opens_field = false;        ///< \field
  bool has_alternatives = false;   ///< \upr: of its two texts the second is read
  bool opens_box = false;          ///< \shptxt: its paragraphs are those of a text box
  bool in_shape = false;           ///< \shpinst
  bool row_is_nested = false;      ///< in \nesttableprops
};

/// The code page of a \fcharsetN; 0 for the document's own.
unsigned code_page_of_charset(std::int32_t charset);

constexpr std::int32_t symbol_charset = 2;

} // namespace jixiao::rtf
