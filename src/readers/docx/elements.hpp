#pragma once

#include "readers/xml.hpp"

#include <cstdint>
#include <string_view>

/// The elements of WordprocessingML, OMML and WordML 2003 that mean something to the reader, told by their local name:
/// prefixes differ from writer to writer, and the strict and the transitional namespaces hold the same names.
namespace jixiao::docx {

enum class Element : std::uint8_t {
  other,   ///< of no meaning here: what it holds is read
  skipped, ///< holds nothing that is printed here: properties, headers
  // blocks
  body,
  p,
  tbl,
  tr,
  tc,
  txbx_content,
  alternative,
  alt_chunk,
  annotation,
  sdt,
  sect_pr,
  // properties
  p_pr,
  r_pr,
  tr_pr,
  tc_pr,
  tbl_pr,
  tbl_grid,
  grid_col,
  grid_span,
  v_merge,
  h_merge,
  grid_before,
  cell_ins,
  cell_del,
  cell_merge,
  num_pr,
  list_pr,
  p_style,
  num_id,
  ilvl,
  r_fonts,
  vanish,
  strike,
  double_strike,
  underline,
  capitals,
  color,
  shading,
  highlight,
  text_fill,
  text_outline,
  hidden_row,
  row_height,
  vert_align,
  size,
  width_scale,
  east_asian_layout,
  r_style,
  tbl_style,
  // runs
  r,
  t,
  tab,
  br,
  cr,
  no_break_hyphen,
  override_direction, ///< w:bdo
  part_of_date,       ///< of the day on which the document is opened
  sub_document,
  sym,
  fld_char,
  fld_simple,
  instr_text,
  ff_data,
  ins,
  del,
  move_to,
  move_from,
  graphic,
  ruby_text,
  note_reference, ///< of a footnote, an endnote or a comment
  note,           ///< which stands in the text in WordML 2003
  // equations
  o_math,
  fraction,
  num,
  den,
  sup,
  sub,
  radical,
  deg,
  n_ary,
  phantom,
  delimiters,
  e,
  matrix_row,
  func_name,
};

Element element_of(pugi::xml_node node);

/// The first child that is this element; a null node when there is none.
pugi::xml_node child(pugi::xml_node node, Element element);

/// True for the one alternative (mc:Choice, mc:Fallback) that is read: the first that requires nothing unknown.
bool is_first_alternative(pugi::xml_node node);

/// The value of an on-off property: an element without w:val is on.
bool is_on(pugi::xml_node property);

/// The w:val of a property; `otherwise` when the property or the value is missing or no number.
std::uint32_t number_of(pugi::xml_node property, std::uint32_t otherwise);
std::uint32_t number_of(std::string_view digits, std::uint32_t otherwise);

/// Goes through the elements below a root in document order, choosing how to go on at each. Never recursive.
class Walk {
public:
  explicit Walk(pugi::xml_node root) : root_(root), node_(root.first_child()) {}

  bool more() const { return exists(node_); }
  pugi::xml_node node() const { return node_; }
  void descend();
  void skip();

private:
  pugi::xml_node root_, node_;
};

} // namespace jixiao::docx
