#include "readers/docx/text.hpp"

#include "readers/docx/elements.hpp"
#include "readers/docx/math.hpp"
#include "readers/xml.hpp"

#include <algorithm>
#include <charconv>

namespace jixiao::docx {
namespace {

/// Text boxes of a drawing. Both forms of it (mc:Choice and mc:Fallback) hold them; the first is read.
void collect_boxes(pugi::xml_node graphic, std::vector<pugi::xml_node>& boxes) {
  for (Walk walk(graphic); walk.more();) {
    auto const node = walk.node();
    auto const element = element_of(node);
    if (element == Element::txbx_content)
      boxes.push_back(node);
    bool const done = element == Element::txbx_content || element == Element::skipped ||
                      (element == Element::alternative && !is_first_alternative(node));
    done ? walk.skip() : walk.descend();
  }
}

/// What a check box or a list of a form shows.
std::string_view form_value(pugi::xml_node form) {
  if (auto const box = jixiao::child(form, "checkBox")) {
    auto const checked = jixiao::child(box, "checked");
    return is_on(checked ? checked : jixiao::child(box, "default")) ? "☒" : "☐";
  }
  auto const list = jixiao::child(form, "ddList");
  auto chosen = number_of(jixiao::child(list, "result"), 0);
  for (auto const entry : children(list))
    if (local_name(entry) == "listEntry" && chosen-- == 0)
      return jixiao::attribute(entry, "val");
  return {};
}

/// Codes of a symbol font stand in the private use area, or as what the code is in Latin-1.
void append_in_font(std::string& out, std::string_view text, SymbolFont font) {
  for (std::size_t at = 0; at < text.size();) {
    auto const c = character_at(text, at);
    bool const is_code = (c.value >= 0xF020 && c.value <= 0xF0FF) || (c.value > 0x7F && c.value <= 0xFF) ||
                         (c.value > 0x20 && c.value <= 0x7F && font != SymbolFont::symbol);
    auto const sign = is_code ? symbol(font, c.value) : 0;
    append_utf8(out, sign != 0 ? sign : c.value);
    at += c.length;
  }
}

} // namespace

bool is_read_annotation(pugi::xml_node annotation, Changes& changes) {
  auto const type = jixiao::attribute(annotation, "type");
  changes.insertions += type == "Word.Insertion" ? 1 : 0;
  changes.deletions += type == "Word.Deletion" ? 1 : 0;
  return type != "Word.Deletion" && type != "Word.Comment";
}

bool TextReader::append_paragraph(pugi::xml_node paragraph, std::string& out, std::vector<pugi::xml_node>& boxes) {
  // No field's code is longer than a paragraph: one without an end must not swallow what follows.
  if (std::exchange(fields_in_code_, 0) != 0)
    fields_.clear();
  run_ = {};
  auto const first = paragraph.first_child();
  bool const has_properties = element_of(first) == Element::p_pr;
  auto const begin = out.size();
  bool const gap = has_properties && append_number(first, out);
  auto const text = out.size();
  append_content(paragraph, out, boxes);
  // The gap that Word leaves behind a number matters before digits and letters only.
  if (gap && text > begin && text < out.size() && static_cast<unsigned char>(out[text]) < 0x80)
    out.insert(text, 1, ' ');
  auto const mark = has_properties ? child(first, Element::r_pr) : pugi::xml_node();
  if (!child(mark, Element::del) && !child(mark, Element::move_from))
    return true;
  ++changes_.deletions;
  return false;
}

bool TextReader::append_number(pugi::xml_node properties, std::string& out) {
  std::string_view style;
  ListPlace place;
  for (auto const property : children(properties)) {
    auto const element = element_of(property);
    if (element == Element::p_style)
      style = jixiao::attribute(property, "val");
    else if (element == Element::num_pr)
      place = list_place(property);
    else if (element == Element::list_pr) // WordML 2003 says what is printed
      return out += jixiao::attribute(jixiao::child(property, "t"), "val"), true;
  }
  if (!place.list && style.empty())
    return false;
  return numbering_.append_next(place, style, out) == Gap::some;
}

void TextReader::read_run_properties(pugi::xml_node properties) {
  for (auto const property : children(properties)) {
    auto const element = element_of(property);
    if (element == Element::r_fonts)
      run_.font = symbol_font(jixiao::attribute(property, "ascii"));
    else if (element == Element::vanish)
      run_.hidden = is_on(property);
    else if (element == Element::vert_align) {
      auto const value = jixiao::attribute(property, "val");
      run_.script = value == "superscript" ? Script::raised : value == "subscript" ? Script::lowered : Script::none;
    }
  }
}

void TextReader::append_content(pugi::xml_node paragraph, std::string& out, std::vector<pugi::xml_node>& boxes) {
  for (Walk walk(paragraph); walk.more();)
    append_element(walk.node(), out, boxes) ? walk.skip() : walk.descend();
}

bool TextReader::append_element(pugi::xml_node node, std::string& out, std::vector<pugi::xml_node>& boxes) {
  switch (element_of(node)) {
  case Element::r:
    run_ = {};
    return false;
  case Element::r_pr:
    return read_run_properties(node), true;
  case Element::t:
    return append_text(node.child_value(), out), true;
  case Element::tab:
    return out += is_shown() ? "\t" : "", true;
  case Element::br:
  case Element::cr:
    return out += is_shown() ? "\n" : "", true;
  case Element::no_break_hyphen:
    return out += is_shown() ? "-" : "", true;
  case Element::sym:
    return append_symbol(node, out), true;
  case Element::fld_char:
    return append_field(node, out), true;
  case Element::o_math:
    return is_shown() ? append_math(node, out) : void(), true;
  case Element::graphic:
    return collect_boxes(node, boxes), true;
  case Element::txbx_content:
    return boxes.push_back(node), true;
  case Element::ins:
  case Element::move_to:
    ++changes_.insertions;
    return false;
  case Element::del:
  case Element::move_from:
    ++changes_.deletions;
    return true;
  case Element::annotation:
    return !is_read_annotation(node, changes_);
  case Element::alternative:
    return !is_first_alternative(node);
  case Element::p_pr:
  case Element::ff_data:
  case Element::ruby_text:
  case Element::skipped:
    return true;
  default:
    return false;
  }
}

void TextReader::append_text(std::string_view text, std::string& out) const {
  if (!is_shown())
    return;
  auto const begin = out.size();
  if (run_.font != SymbolFont::none)
    append_in_font(out, text, run_.font);
  else if (run_.script != Script::none)
    append_script(out, text, run_.script);
  else
    out += text;
  if (text.find('\n') != std::string_view::npos) // white space of the file, no break
    std::replace(out.begin() + static_cast<std::ptrdiff_t>(begin), out.end(), '\n', ' ');
}

void TextReader::append_symbol(pugi::xml_node sym, std::string& out) const {
  auto const digits = jixiao::attribute(sym, "char");
  std::uint32_t code = 0;
  auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
  if (!is_shown() || error != std::errc())
    return;
  auto const sign = symbol(symbol_font(jixiao::attribute(sym, "font")), code);
  auto const printed = sign != 0 ? sign : char32_t{code};
  if (printed >= 0x20 && printed < 0x110000 && (printed < 0xD800 || printed > 0xDFFF))
    append_utf8(out, printed);
}

void TextReader::append_field(pugi::xml_node mark, std::string& out) {
  auto const type = jixiao::attribute(mark, "fldCharType");
  if (type == "begin") {
    auto const form = child(mark, Element::ff_data);
    if (form && is_shown())
      fields_.push_back({true, form});
    else
      fields_.push_back({});
    ++fields_in_code_;
  } else if (!fields_.empty() && type == "separate") {
    fields_in_code_ -= std::exchange(fields_.back().in_code, false) ? 1 : 0;
    if (jixiao::child(fields_.back().form, "checkBox"))
      out += form_value(std::exchange(fields_.back().form, {}));
  } else if (!fields_.empty() && type == "end") {
    auto const field = fields_.back();
    fields_.pop_back();
    fields_in_code_ -= field.in_code ? 1 : 0;
    if (field.in_code)
      out += form_value(field.form);
  }
}

} // namespace jixiao::docx
