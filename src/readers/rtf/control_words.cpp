#include "readers/rtf/reader.hpp"

#include "readers/rtf/words.hpp"

#include <algorithm>
#include <utility>

namespace jixiao::rtf {
namespace {

constexpr std::uint32_t most_fallback = 64;
constexpr std::int32_t narrowest_letter = 5, lowest_line = 40;

bool is_on(Token const& token) { return !token.has_number || token.number != 0; }

} // namespace

void DocumentReader::word(Token const& token) {
  auto const word = word_of(token.text);
  if (groups_too_deep_ > 0 || word == Word::binary)
    return;
  if (word != Word::unicode)
    flush();
  if (word != Word::unicode && fallback_left_ > 0 && word != Word::unicode_fallback) {
    --fallback_left_;
    if (word == Word::character)
      return;
  }
  if (std::exchange(ignorable_, false) && (word == Word::other || word >= Word::code_page))
    return set_destination(Destination::skipped);
  if (word >= Word::skipped && word <= Word::picture)
    destination_word(word);
  else if (state().destination == Destination::fonts)
    font_word(word, token);
  else if (state().destination == Destination::colors)
    color_word(word, token);
  else if (state().destination == Destination::form)
    form_word(word, token);
  else if (word >= Word::row_defaults)
    table_word(word, token);
  else
    character_word(word, token);
}

void DocumentReader::destination_word(Word word) {
  constexpr std::size_t most_entries = 25; // that Word has in a list
  auto const outer = state().destination;
  if (word == Word::shape_text && stories_.size() <= limits_.table_depth) {
    state() = {Destination::body};
    state().opens_box = true;
    return open_story();
  }
  bool const is_note = word == Word::footnote || word == Word::comment;
  if ((is_note || word == Word::page_text) && outer == Destination::body && stories_.size() <= limits_.table_depth) {
    if (is_note)
      story().text.drop_raised_mark();
    (is_note ? state().opens_note : state().opens_page_text) = true;
    state().in_table = false;
    open_story();
    story().note = word == Word::comment ? "a comment" : "a footnote";
    return;
  }
  if (word == Word::unicode_text && state().has_alternatives) {
    state().has_alternatives = false;
    return set_destination(Destination::body);
  }
  if (word == Word::form_field && outer == Destination::instruction) {
    form_ = {};
    return set_destination(Destination::form);
  }
  if (word == Word::form_entry && outer == Destination::form && form_.entries.size() < most_entries) {
    form_.entries.emplace_back();
    return set_destination(Destination::form_entry);
  }
  state().in_shape |= word == Word::shape_properties && outer == Destination::body;
  bool const is_filled_shape = word == Word::picture && std::exchange(state().in_shape, false);
  if (outer != Destination::body && !is_filled_shape)
    return set_destination(Destination::skipped);
  if (word == Word::picture_group || word == Word::equation)
    return;
  if (word == Word::picture && !state().look.hidden && !state().look.deleted) {
    story().text.find(Code::graphic_not_read, {{"what", "a picture"}});
    if (!fields_.empty())
      fields_.back().has_result = true;
  }
  if (word == Word::font_table)
    set_destination(Destination::fonts);
  else if (word == Word::color_table)
    set_destination(Destination::colors);
  else if (word == Word::instruction)
    set_destination(Destination::instruction);
  else if (word == Word::list_text)
    set_destination(Destination::number);
  else if (word == Word::nested_row_properties)
    state().row_is_nested = true;
  else
    set_destination(Destination::skipped);
}

void DocumentReader::font_word(Word word, Token const& token) {
  auto& font = fonts_[font_in_table_];
  if (word == Word::font) {
    font_in_table_ = token.number;
    font_name_.clear();
  } else if (word == Word::font_charset) {
    font.code_page = code_page_of_charset(token.number);
  } else if (word == Word::font_code_page) {
    font.code_page = static_cast<unsigned>(std::max(token.number, 0));
  }
}

void DocumentReader::color_word(Word word, Token const& token) {
  if (word == Word::red)
    next_color_.red = token.number;
  else if (word == Word::green)
    next_color_.green = token.number;
  else if (word == Word::blue)
    next_color_.blue = token.number;
}

Colour DocumentReader::Color::value() const {
  if (red < 0 || green < 0 || blue < 0)
    return unknown_colour;
  return static_cast<Colour>((red & 0xFF) << 16 | (green & 0xFF) << 8 | (blue & 0xFF));
}

Colour DocumentReader::colour(std::int32_t number) const {
  auto const index = static_cast<std::size_t>(std::max(number, 0));
  return index < colors_.size() ? colors_[index].value() : unknown_colour;
}

void DocumentReader::form_word(Word word, Token const& token) {
  if (word == Word::form_type)
    form_.type = token.number;
  else if (word == Word::form_result)
    form_.result = token.number;
  else if (word == Word::form_default)
    form_.otherwise = token.number;
}

void DocumentReader::set_font(std::int32_t number) {
  auto const found = fonts_.find(number);
  state().font = number;
  state().code_page = found == fonts_.end() ? 0 : found->second.code_page;
  state().look.font = found == fonts_.end() ? SymbolFont::none : found->second.symbols;
}

void DocumentReader::character_word(Word word, Token const& token) {
  auto& look = state().look;
  switch (word) {
  case Word::code_page:
    document_page_ = static_cast<unsigned>(std::max(token.number, 0));
    break;
  case Word::font:
    set_font(token.number);
    break;
  case Word::unicode_fallback:
    state().fallback_size = std::min(static_cast<std::uint32_t>(std::max(token.number, 0)), most_fallback);
    break;
  case Word::unicode:
    unicode(token.number);
    break;
  case Word::plain:
    look = {};
    break;
  case Word::hidden:
    look.hidden = is_on(token);
    break;
  case Word::letter_size: // half-points
    look.tiny = token.has_number && token.number <= 2;
    break;
  case Word::letter_width: // per cent
    look.tiny |= token.has_number && token.number < narrowest_letter;
    break;
  case Word::struck:
    look.struck = is_on(token);
    break;
  case Word::underlined:
    look.underlined = is_on(token);
    break;
  case Word::level_line:
    look.underlined = false;
    break;
  case Word::deleted:
    look.deleted = is_on(token);
    break;
  case Word::inserted:
    look.inserted = is_on(token);
    break;
  case Word::endnote:
    story().note = "an endnote";
    break;
  case Word::capitals:
    look.capitals = is_on(token);
    break;
  case Word::color:
    look.colour = token.number == 0 ? black_colour : colour(token.number);
    break;
  case Word::background:
    look.background = token.number == 0 ? white_colour : colour(token.number);
    break;
  case Word::field:
    fields_.emplace_back();
    state().opens_field = true;
    break;
  case Word::alternatives:
    if (is_body()) {
      state().has_alternatives = true;
      set_destination(Destination::skipped);
    }
    break;
  case Word::denominator:
    put("/");
    break;
  case Word::exponent:
    look.script = docx::Script::raised;
    break;
  case Word::subscript:
    look.script = docx::Script::lowered;
    break;
  case Word::raised:
    look.script = is_on(token) ? docx::Script::raised : docx::Script::none;
    break;
  case Word::lowered:
    look.script = is_on(token) ? docx::Script::lowered : docx::Script::none;
    break;
  case Word::level_script:
    look.script = docx::Script::none;
    break;
  case Word::character:
    put(printed(token.text));
    break;
  case Word::line_height: // in twentieths of a point, exactly where it is less than nothing
    state().has_low_lines = token.number < 0 && token.number > -lowest_line;
    break;
  case Word::paragraph_defaults:
    state().has_low_lines = state().in_table = false;
    state().table_level = 0;
    break;
  case Word::in_table:
    state().in_table = is_on(token);
    break;
  case Word::table_level:
    state().table_level = static_cast<std::size_t>(std::max(token.number, 0));
    break;
  case Word::paragraph:
    if (is_body())
      end_paragraph();
    break;
  default:
    break;
  }
}

void DocumentReader::table_word(Word word, Token const& token) {
  if (!is_body())
    return;
  auto& row = state().row_is_nested ? nested_row_ : row_;
  switch (word) {
  case Word::row_defaults:
    row = {};
    break;
  case Word::row_left:
    row.left = token.number;
    break;
  case Word::merged_down:
    row.next.goes_on_above = true;
    break;
  case Word::merged_right:
    row.next.goes_on_left = true;
    break;
  case Word::cell_shaded:
    row.is_shaded |= token.number != 0 && colour(token.number) != white_colour;
    break;
  case Word::cell_right:
    row.next.right = token.number;
    if (row.cells.size() < limits_.cells_in_row)
      row.cells.push_back(row.next);
    row.next = {};
    break;
  case Word::cell:
    end_cell(1);
    break;
  case Word::row:
    end_row(1);
    break;
  case Word::nested_cell:
    end_cell(std::max<std::size_t>(state().table_level, 2));
    break;
  case Word::nested_row:
    end_row(std::max<std::size_t>(state().table_level, 2));
    break;
  default:
    break;
  }
}

} // namespace jixiao::rtf
