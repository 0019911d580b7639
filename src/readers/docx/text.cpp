#include "readers/docx/text.hpp"

#include "readers/docx/elements.hpp"
#include "readers/docx/fields.hpp"
#include "readers/docx/math.hpp"
#include "readers/shown/turned.hpp"
#include "readers/xml.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <charconv>

namespace jixiao::docx {
namespace {

/// What a check box or a list of a form shows.
std::string_view form_value(pugi::xml_node form) {
  if (auto const box = jixiao::child(form, "checkBox")) {
    auto const checked = jixiao::child(box, "checked");
    return is_on(checked ? checked : jixiao::child(box, "default")) ? "☒" : "☐";
  }
  auto const list = jixiao::child(form, "ddList"), result = jixiao::child(list, "result");
  auto chosen = number_of(exists(result) ? result : jixiao::child(list, "default"), 0);
  for (auto const entry : children(list))
    if (local_name(entry) == "listEntry" && chosen-- == 0)
      return jixiao::attribute(entry, "val");
  return {};
}

/// A note whose mark is what follows in its run.
bool has_mark_of_its_own(pugi::xml_node reference) {
  auto const value = jixiao::attribute(reference, "customMarkFollows");
  return value == "1" || value == "true" || value == "on";
}

/// Codes of a symbol font stand in the private use area, or as what the code is in Latin-1.
bool is_code(char32_t c) { return (c >= 0xF020 && c <= 0xF0FF) || (c > 0x7F && c <= 0xFF) || (c > 0x20 && c <= 0x7F); }

std::string hexadecimal(char32_t code) {
  std::array<char, 8> digits{};
  auto const end = std::to_chars(digits.data(), digits.data() + digits.size(), std::uint32_t{code}, 16).ptr;
  return "0x" + std::string(digits.data(), end);
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
  auto const first = paragraph.first_child();
  bool const has_properties = element_of(first) == Element::p_pr;
  read_paragraph_properties(has_properties ? first : pugi::xml_node());
  auto const begin = out.size();
  bool const gap = has_properties && append_number(first, out);
  auto const text = out.size();
  for (Walk walk(paragraph); walk.more();)
    append_element(walk.node(), out, boxes) ? walk.skip() : walk.descend();
  for (auto const& field : fields_) // one that goes on at the end of its paragraph may have lost its end
    if (field.in_code)
      left_out_.add(LeftOut::hidden, field.swallowed);
  left_out_.end_stretch();
  // The gap that Word leaves behind a number matters before digits and letters only.
  if (gap && text > begin && text < out.size() && static_cast<unsigned char>(out[text]) < 0x80)
    out.insert(text, 1, ' ');
  return !is_joined_to_next(has_properties ? child(first, Element::r_pr) : pugi::xml_node());
}

void TextReader::read_paragraph_properties(pugi::xml_node properties) {
  auto const style = jixiao::attribute(child(properties, Element::p_style), "val");
  paragraph_ = &document_.looks.paragraph_style(style);
  paragraph_background_ = colour_of_shading(child(properties, Element::shading));
  has_low_lines_ = has_low_lines(properties).value_or(paragraph_->low_lines.value_or(false));
  run_ = paragraph_look_ = document_.looks.plain_look(surroundings.table, *paragraph_);
  in_prompt_ = after_prompt_ = numbers_pages_ = false;
  underlined_sign_ = {};
}

bool TextReader::is_joined_to_next(pugi::xml_node mark) {
  if (!exists(mark))
    return false;
  if (child(mark, Element::del) || child(mark, Element::move_from))
    return ++document_.changes.deletions, true;
  return document_.looks.look(surroundings.table, *paragraph_, mark).hidden || is_on(jixiao::child(mark, "specVanish"));
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
  return document_.numbering.append_next(place, style, out) == Gap::some;
}

bool TextReader::append_element(pugi::xml_node node, std::string& out, std::vector<pugi::xml_node>& boxes) {
  switch (element_of(node)) {
  case Element::r:
    run_ = paragraph_look_;
    in_note_mark_ = false;
    in_prompt_ = document_.prompts.has(node);
    return false;
  case Element::r_pr:
    return run_ = document_.looks.look(surroundings.table, *paragraph_, node), true;
  case Element::t:
    return append_text(node.child_value(), out), true;
  case Element::tab:
    return out += is_shown() ? "\t" : "", true;
  case Element::br:
  case Element::cr:
    return out += is_shown() ? "\n" : "", true;
  case Element::no_break_hyphen:
    return append_text("-", out), true;
  case Element::sym:
    return append_symbol(node, out), true;
  case Element::fld_char:
    return append_field(node, out), true;
  case Element::fld_simple:
    numbers_pages_ |= is_page_field(jixiao::attribute(node, "instr"));
    return shows_nothing(jixiao::attribute(node, "instr"));
  case Element::instr_text:
    if (!fields_.empty() && fields_.back().in_code)
      fields_.back().code += node.child_value();
    return true;
  case Element::o_math:
    return is_shown() ? append_math(node, out) : void(), true;
  case Element::graphic:
    return append_graphic(node, out, boxes), true;
  case Element::txbx_content:
    return boxes.push_back(node), true;
  case Element::note_reference:
    in_note_mark_ = has_mark_of_its_own(node);
    return find_note(document_.notes.find(node)), true;
  case Element::note:
    return find_note(note_in_text(node)), true;
  case Element::override_direction:
    return append_turned(node, out, boxes);
  case Element::part_of_date:
    return find_unread("the date of the day"), true;
  case Element::sub_document:
    return find_unread("a document in a file of its own"), true;
  case Element::sdt:
    return enter_control(node), false;
  case Element::ins:
  case Element::move_to:
    ++document_.changes.insertions;
    return false;
  case Element::del:
  case Element::move_from:
    ++document_.changes.deletions;
    return true;
  case Element::annotation:
    if (jixiao::attribute(node, "type") == "Word.Comment")
      find_note(note_in_text(node));
    return !is_read_annotation(node, document_.changes);
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

bool TextReader::append_turned(pugi::xml_node node, std::string& out, std::vector<pugi::xml_node>& boxes) {
  if (jixiao::attribute(node, "val") != "rtl" || std::exchange(in_turned_, true))
    return false;
  out += turn_mark;
  for (Walk walk(node); walk.more();)
    append_element(walk.node(), out, boxes) ? walk.skip() : walk.descend();
  out += turn_end_mark;
  in_turned_ = false;
  return true;
}

void TextReader::enter_control(pugi::xml_node control) {
  if (auto found = document_.bindings.fill(control))
    left_out_.find(Code::data_differ, {{"text", std::move(found->stored)}, {"shown", std::move(found->shown)}});
  document_.prompts.add(control);
}

void TextReader::find_unread(std::string_view what) {
  if (is_shown())
    left_out_.find(Code::graphic_not_read, {{"what", std::string(what)}});
}

std::optional<LeftOut::Kind> TextReader::left_out_as(std::string_view text) {
  bool const is_prompt = in_prompt_ || (run_.placeholder && (after_prompt_ || begins_like_prompt(text)));
  after_prompt_ = is_prompt;
  if (surroundings.in_hidden_row)
    return LeftOut::in_hidden_row;
  if (run_.hidden || run_.tiny || run_.clear || has_low_lines_)
    return LeftOut::hidden;
  if (is_prompt)
    return LeftOut::prompt;
  if (run_.struck)
    return LeftOut::struck;
  auto const around = paragraph_background_.value_or(surroundings.background);
  if (auto const background = run_.background.value_or(around); is_lost_on(run_.colour, background))
    return lost_on(background);
  return std::nullopt;
}

void TextReader::append_text(std::string_view text, std::string& out) {
  if (fields_in_code_ != 0 && fields_.back().in_code && !in_note_mark_)
    fields_.back().swallowed += text;
  if (fields_in_code_ != 0 || in_note_mark_)
    return;
  auto const kind = left_out_as(text);
  if (!kind) {
    left_out_.end_stretch();
    auto const begin = out.size();
    append_look(text, out);
    return underlined_sign_.appended(out, begin, run_.underlined);
  }
  std::string unread;
  append_look(text, unread);
  left_out_.add(*kind, unread);
}

void TextReader::append_look(std::string_view text, std::string& out) {
  out += run_.brackets.before;
  auto const begin = out.size();
  if (run_.ascii != SymbolFont::none || run_.other != SymbolFont::none)
    for (std::size_t at = 0; at < text.size();) {
      auto const c = character_at(text, at);
      auto const own = c.value < 0x80 ? run_.ascii : run_.other;
      bool const is_private = c.value >= 0xF020 && c.value <= 0xF0FF;
      append_sign(c.value, is_private && own == SymbolFont::none ? run_.ascii : own, out);
      at += c.length;
    }
  else if (run_.script != Script::none)
    append_script(out, text, run_.script);
  else
    out += text;
  auto const added = out.begin() + static_cast<std::ptrdiff_t>(begin);
  if (text.find('\n') != std::string_view::npos) // white space of the file, no break
    std::replace(added, out.end(), '\n', ' ');
  if (run_.capitals)
    std::transform(added, out.end(), added,
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  out += run_.brackets.behind;
}

void TextReader::append_sign(char32_t code, SymbolFont font, std::string& out) {
  if (font == SymbolFont::none || !is_code(code))
    return append_utf8(out, code);
  if (auto const sign = symbol(font, code); sign != 0)
    return append_utf8(out, sign);
  left_out_.find(Code::sign_unknown, {{"sign", hexadecimal(code)}, {"font", std::string(name_of(font))}});
}

void TextReader::append_symbol(pugi::xml_node sym, std::string& out) {
  auto const digits = jixiao::attribute(sym, "char");
  std::uint32_t code = 0;
  auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
  if (fields_in_code_ != 0 || in_note_mark_ || error != std::errc() || code < 0x20 || code >= 0x110000 ||
      (code >= 0xD800 && code <= 0xDFFF))
    return;
  auto const font = jixiao::attribute(sym, "font");
  std::string sign;
  append_sign(code, font.empty() ? run_.other : symbol_font(font), sign);
  if (auto const kind = left_out_as(sign))
    return left_out_.add(*kind, sign);
  out += sign;
}

void TextReader::append_graphic(pugi::xml_node node, std::string& out, std::vector<pugi::xml_node>& boxes) {
  if (!is_shown())
    return;
  auto graphic = read_graphic(node);
  if (graphic.hidden)
    return leave_out_boxes(graphic);
  boxes.insert(boxes.end(), graphic.boxes.begin(), graphic.boxes.end());
  for (auto const box : graphic.boxes)
    if (graphic.in_line) {
      in_line_.insert(box.internal_object());
      if (marks_boxes) // those of one drawing stand apart
        out.append(box == graphic.boxes.front() ? "" : "\n").append(box_mark);
    }
  if (!graphic.words.empty() && !graphic.in_line && !out.empty() && out.back() != '\n')
    out.push_back('\n');
  out += graphic.words;
  if (graphic.unread.empty())
    return;
  if (graphic.in_line)
    graphic_ = graphic.unread;
  left_out_.find(Code::graphic_not_read, {{"what", std::move(graphic.unread)}});
}

void TextReader::leave_out_boxes(Graphic const& graphic) {
  left_out_.add(LeftOut::hidden, graphic.words);
  for (auto const box : graphic.boxes)
    for (Walk walk(box); walk.more(); walk.descend())
      if (element_of(walk.node()) == Element::t)
        left_out_.add(LeftOut::hidden, walk.node().child_value());
  left_out_.end_stretch();
}

void TextReader::note_box(std::string_view text) {
  if (auto const trimmed = trim(text); !trimmed.empty())
    left_out_.find(Code::note_beside, {{"what", "a text box"}, {"text", std::string(trimmed)}});
}

void TextReader::append_field(pugi::xml_node mark, std::string& out) {
  auto const type = jixiao::attribute(mark, "fldCharType");
  if (type == "begin") {
    auto const form = child(mark, Element::ff_data);
    fields_.push_back({true, form && is_shown() ? form : pugi::xml_node(), {}});
    ++fields_in_code_;
  } else if (!fields_.empty() && type == "separate") {
    auto& field = fields_.back();
    if (shows_nothing(field.code))
      return;
    fields_in_code_ -= std::exchange(field.in_code, false) ? 1 : 0;
    numbers_pages_ |= is_page_field(field.code);
    if (jixiao::child(field.form, "checkBox"))
      out += form_value(std::exchange(field.form, {}));
    field.result_begin = out.size();
  } else if (!fields_.empty() && type == "end") {
    auto const field = std::move(fields_.back());
    fields_.pop_back();
    fields_in_code_ -= field.in_code ? 1 : 0;
    if (!field.in_code) { // what a list shows is not stored as its result
      bool const is_list = exists(jixiao::child(field.form, "ddList")) && out.size() == field.result_begin;
      out += is_list ? form_value(field.form) : std::string_view();
      return;
    }
    out += form_value(field.form);
    append_code(field.code, out);
  }
}

void TextReader::append_code(std::string_view code, std::string& out) {
  numbers_pages_ |= is_page_field(code);
  auto const field = show_field(code);
  if (field.is_prompt)
    return left_out_.add(LeftOut::prompt, field.text);
  append_text(field.text, out);
  if (!field.is_unread || !is_shown())
    return;
  graphic_ = "an equation field";
  left_out_.find(Code::graphic_not_read, {{"what", graphic_}});
}

void TextReader::find_note(Note const& note) {
  if (in_note_ || !is_shown() || !note.content)
    return;
  TextReader reader(document_, true);
  std::string text;
  std::vector<pugi::xml_node> boxes;
  for (Walk walk(note.content); walk.more();) {
    if (element_of(walk.node()) != Element::p) {
      walk.descend();
      continue;
    }
    if (reader.append_paragraph(walk.node(), text, boxes))
      text.push_back('\n');
    walk.skip();
  }
  for (auto& finding : reader.take_findings())
    left_out_.find(finding.code, std::move(finding.arguments));
  if (auto const trimmed = trim(text); !trimmed.empty())
    left_out_.find(Code::note_beside, {{"what", std::string(note.what)}, {"text", std::string(trimmed)}});
}

} // namespace jixiao::docx
