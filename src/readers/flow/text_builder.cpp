#include "readers/flow/text_builder.hpp"

#include "readers/docx/fields.hpp"
#include "text/clean.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace jixiao::flow {
namespace {

constexpr std::size_t longest_code = 4096;

char upper_ascii(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

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

void TextBuilder::count_changes(Look const& look) {
  changes_.insertions += look.inserted && !inserted_ ? 1 : 0;
  changes_.deletions += look.deleted && !deleted_ ? 1 : 0;
  inserted_ = look.inserted, deleted_ = look.deleted;
}

void TextBuilder::append(std::string_view text, Look const& look) {
  if (text.empty())
    return;
  if (in_code_ != 0) {
    auto const own = std::ranges::find(fields_, true, &Field::in_code); // what is nested in a code is none of it
    if (own == fields_.end() - 1 && own->code.size() < longest_code)
      own->code += text;
    return;
  }
  if (!is_blank(text))
    set_field_result();
  count_changes(look);
  if (look.deleted)
    return;
  bool const is_hidden = look.hidden || look.tiny || look.clear;
  if (is_hidden || look.struck || is_lost_on(look.colour, look.background)) {
    left_out_.add(is_hidden ? LeftOut::hidden : look.struck ? LeftOut::struck : lost_on(look.background), text);
    has_left_out_ = true;
    return;
  }
  left_out_.end_stretch();
  if (std::exchange(gap_, false) && static_cast<unsigned char>(text.front()) < 0x80 && text.front() != ' ' &&
      text.front() != '\t')
    text_.text.push_back(' ');
  auto const before = text_.text.size();
  raised_at_ = look.script == docx::Script::raised ? std::min(raised_at_, before) : std::string::npos;
  if (look.font != SymbolFont::none)
    append_in_font(text_.text, text, look.font);
  else
    docx::append_script(text_.text, text, look.script);
  if (look.capitals)
    std::transform(text_.text.begin() + static_cast<std::ptrdiff_t>(before), text_.text.end(),
                   text_.text.begin() + static_cast<std::ptrdiff_t>(before), upper_ascii);
  underlined_sign_.appended(text_.text, before, look.underlined);
}

void TextBuilder::append_number(std::string_view number, bool has_gap) {
  text_.text += number;
  gap_ = has_gap;
}

void TextBuilder::separate_field() {
  if (!fields_.empty() && fields_.back().in_code && !docx::shows_nothing(trim(fields_.back().code))) {
    fields_.back().in_code = false;
    --in_code_;
  }
}

bool TextBuilder::is_in_form_code() const {
  return !fields_.empty() && fields_.back().in_code && trim(fields_.back().code).starts_with("FORM");
}

void TextBuilder::set_field_result() {
  for (auto& field : fields_)
    field.has_result = true;
}

void TextBuilder::end_field(Look const& look) {
  separate_field();
  if (fields_.empty())
    return;
  auto const field = std::move(fields_.back());
  fields_.pop_back();
  if (field.has_result || in_code_ != 0)
    return;
  auto const shown = docx::show_field(trim(field.code));
  if (shown.is_unread)
    find(Code::graphic_not_read, {{"what", "an equation"}});
  else if (shown.is_prompt)
    find(Code::prompt_left, {{"text", shown.text}});
  else
    append(shown.text, look);
}

void TextBuilder::find(Code code, std::vector<Argument> arguments) {
  if (in_code_ != 0)
    return;
  left_out_.find(code, std::move(arguments));
  has_left_out_ = true;
}

void TextBuilder::drop_raised_mark() {
  constexpr std::size_t longest = 12; // bytes
  if (raised_at_ < text_.text.size() && text_.text.size() - raised_at_ <= longest)
    text_.text.resize(raised_at_);
  raised_at_ = std::string::npos;
}

Text TextBuilder::take() {
  text_.findings = left_out_.take();
  if (in_code_ != 0) {
    fields_.clear();
    in_code_ = 0;
  }
  gap_ = inserted_ = deleted_ = has_left_out_ = false;
  raised_at_ = std::string::npos;
  underlined_sign_ = {};
  return std::exchange(text_, {});
}

} // namespace jixiao::flow
