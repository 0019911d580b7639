#include "readers/rtf/reader.hpp"

#include "readers/docx/fields.hpp"
#include "readers/rtf/words.hpp"
#include "text/clean.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace jixiao::rtf {
namespace {

constexpr std::size_t most_colors = 4096, longest_code = 4096;

} // namespace

DocumentReader::DocumentReader(std::string_view bytes, Limits const& limits, DiagnosticSink& sink)
    : scanner_(bytes), limits_(limits), sink_(sink) {
  groups_.push_back({});
  stories_.push_back({flow::TableBuilder(limits), flow::TextBuilder(changes_)});
}

flow::Blocks DocumentReader::read() {
  for (auto token = scanner_.next(); token.kind != TokenKind::end; token = scanner_.next()) {
    switch (token.kind) {
    case TokenKind::open:
      open_group();
      break;
    case TokenKind::close:
      close_group();
      break;
    case TokenKind::word:
      word(token);
      break;
    case TokenKind::symbol:
      symbol(token.text);
      break;
    case TokenKind::byte:
      byte(token.number);
      break;
    default:
      bytes(token.text);
      break;
    }
  }
  // The group of the document alone may stay open behind its last paragraph: programs forget to close it.
  cut_off_ = groups_.size() + groups_too_deep_ > 2 || (groups_.size() == 2 && level() > 0);
  while (groups_.size() > 1)
    close_group();
  flush();
  if (!story().text.is_empty())
    end_paragraph();
  tables_too_deep_ |= story().tables.was_too_deep();
  report();
  flow::Blocks blocks;
  for (auto const& line : page_lines_.lines())
    blocks.push_back({{line}});
  auto body = std::move(story().tables).finish();
  std::move(body.begin(), body.end(), std::back_inserter(blocks));
  return blocks;
}

void DocumentReader::report() {
  if (too_deep_)
    sink_.emit(Code::groups_too_deep, {{"limit", limits_.xml_depth}});
  if (cut_off_)
    sink_.emit(Code::cut_off, {{"where", level() > 0 ? "a table" : "a group"}});
  if (tables_too_deep_)
    sink_.emit(Code::tables_too_deep, {{"limit", limits_.table_depth}});
  if (code_pages_.damaged() > 0)
    sink_.emit(Code::not_in_code_page, {{"count", code_pages_.damaged()}, {"page", document_page_}});
  if (changes_.insertions + changes_.deletions > 0)
    sink_.emit(Code::tracked_changes, {{"insertions", changes_.insertions}, {"deletions", changes_.deletions}});
}

bool DocumentReader::is_body() const {
  return groups_too_deep_ == 0 && groups_.back().destination == Destination::body;
}

std::size_t DocumentReader::level() { return state().in_table ? std::max<std::size_t>(state().table_level, 1) : 0; }

void DocumentReader::open_group() {
  flush();
  ignorable_ = false;
  fallback_left_ = 0;
  if (groups_too_deep_ > 0 || groups_.size() >= limits_.xml_depth) {
    ++groups_too_deep_;
    too_deep_ = true;
    return;
  }
  groups_.push_back(state());
  auto& opened = state();
  opened.opens_box = opened.opens_note = opened.opens_page_text = opened.opens_field = false;
}

void DocumentReader::close_group() {
  flush();
  ignorable_ = false;
  fallback_left_ = 0;
  if (groups_too_deep_ > 0) {
    --groups_too_deep_;
    return;
  }
  if (groups_.size() == 1)
    return;
  auto const closed = state();
  if (closed.opens_box || closed.opens_note || closed.opens_page_text)
    close_story(closed);
  groups_.pop_back();
  if (closed.opens_field)
    end_field();
  auto const outer = state().destination;
  if (closed.destination == Destination::number && outer != Destination::number)
    end_number();
  if (closed.destination == Destination::form && outer == Destination::instruction)
    end_form();
}

/// A box, or the entry of a list that was chosen.
void DocumentReader::end_form() {
  constexpr std::int32_t box = 1, list = 2;
  auto const entry = static_cast<std::size_t>(std::max(form_.value(), 0));
  if (form_.type == box)
    story().text.append(form_.value() != 0 ? "☒" : "☐", state().look);
  else if (form_.type == list && entry < form_.entries.size())
    story().text.append(form_.entries[entry], state().look);
  else
    return;
  if (!fields_.empty())
    fields_.back().has_result = true;
}

void DocumentReader::open_story() { stories_.push_back({flow::TableBuilder(limits_), flow::TextBuilder(changes_)}); }

void DocumentReader::close_story(State const& closed) {
  if (!story().text.is_empty())
    end_paragraph();
  tables_too_deep_ |= story().tables.was_too_deep();
  auto blocks = std::move(story().tables).finish();
  auto const what = story().note;
  stories_.pop_back();
  if (closed.opens_box) {
    std::move(blocks.begin(), blocks.end(), std::back_inserter(story().boxes));
    return;
  }
  auto const text = flow::text_of(blocks);
  if (closed.opens_page_text)
    page_lines_.add(text);
  else if (!is_blank(text))
    story().text.find(Code::note_beside, {{"what", std::string(what)}, {"text", std::string(trim(text))}});
}

/// Where a file stores no result, some fields show what their code says.
void DocumentReader::end_field() {
  auto const field = std::move(fields_.back());
  fields_.pop_back();
  if (!fields_.empty())
    fields_.back().has_result |= field.has_result;
  if (field.has_result || state().destination != Destination::body)
    return;
  auto const shown = docx::show_field(trim(field.code));
  if (shown.is_unread)
    story().text.find(Code::graphic_not_read, {{"what", "an equation"}});
  else if (trim(field.code).starts_with("FORMCHECKBOX") || trim(field.code).starts_with("FORMDROPDOWN"))
    story().text.find(Code::graphic_not_read, {{"what", "a form control"}});
  else if (shown.is_prompt)
    story().text.find(Code::prompt_left, {{"text", shown.text}});
  else
    put(shown.text);
}

void DocumentReader::end_number() {
  auto const number = trim(number_);
  if (!number.empty())
    story().text.append_number(number, number.size() < number_.size());
  number_.clear();
}

void DocumentReader::symbol(std::string_view symbol) {
  if (groups_too_deep_ > 0)
    return;
  if (symbol == "*") {
    ignorable_ = true;
    return;
  }
  flush();
  if (fallback_left_ > 0) {
    --fallback_left_;
    return;
  }
  if (symbol == "\\" || symbol == "{" || symbol == "}")
    put(symbol);
  else if (symbol == "~")
    put("\u00A0");
  else if (symbol == "_")
    put("-");
  else if ((symbol == "\n" || symbol == "\r") && is_body())
    end_paragraph();
}

void DocumentReader::byte(std::int32_t value) {
  if (groups_too_deep_ > 0)
    return;
  if (fallback_left_ > 0) {
    --fallback_left_;
    return;
  }
  pending_bytes_.push_back(static_cast<char>(value));
}

void DocumentReader::bytes(std::string_view bytes) {
  if (groups_too_deep_ > 0)
    return;
  auto const skipped = std::min<std::size_t>(fallback_left_, bytes.size());
  fallback_left_ -= static_cast<std::uint32_t>(skipped);
  if (state().destination != Destination::skipped)
    pending_bytes_ += bytes.substr(skipped);
}

/// Negative numbers are units beyond U+7FFF.
void DocumentReader::unicode(std::int32_t value) {
  if (!pending_bytes_.empty())
    flush();
  pending_units_.push_back(static_cast<char16_t>(value));
  fallback_left_ = state().fallback_size;
}

void DocumentReader::flush() {
  if (!pending_units_.empty()) {
    std::string text;
    append_utf16(text, std::exchange(pending_units_, {}));
    auto const bytes = std::exchange(pending_bytes_, {});
    put(text);
    pending_bytes_ = bytes;
  }
  if (pending_bytes_.empty())
    return;
  auto const bytes = std::exchange(pending_bytes_, {});
  if (state().destination == Destination::skipped)
    return;
  auto const page = state().code_page != 0 ? state().code_page : document_page_;
  // A symbol font's bytes are its codes.
  bool const is_symbols = state().look.font != SymbolFont::none;
  put(code_pages_.decode(bytes, is_symbols ? 1252 : page));
}

void DocumentReader::put(std::string_view text) {
  switch (state().destination) {
  case Destination::body: {
    if (!fields_.empty() && docx::shows_nothing(trim(fields_.back().code)))
      return;
    if (!fields_.empty())
      fields_.back().has_result |= !is_blank(text);
    auto look = state().look;
    look.tiny |= state().has_low_lines;
    if (state().in_table && row_.is_shaded && look.background == white_colour)
      look.background = unknown_colour;
    return story().text.append(text, look);
  }
  case Destination::instruction:
    if (!fields_.empty() && fields_.back().code.size() < longest_code)
      fields_.back().code += text;
    return;
  case Destination::colors:
    for (char const c : text)
      if (c == ';' && colors_.size() < most_colors)
        colors_.push_back(std::exchange(next_color_, {}));
    return;
  case Destination::form_entry:
    form_.entries.back() += text;
    return;
  case Destination::number:
    number_ += state().look.hidden ? std::string_view() : text;
    return;
  case Destination::fonts:
    font_name_ += text;
    if (auto const end = font_name_.find(';'); end != std::string::npos) {
      fonts_[font_in_table_].symbols = symbol_font(trim(std::string_view(font_name_).substr(0, end)));
      font_name_.clear();
    }
    return;
  default:
    return;
  }
}

void DocumentReader::end_paragraph() {
  flush();
  story().tables.paragraph(story().text.take(), level());
  if (!story().boxes.empty())
    story().tables.append(std::exchange(story().boxes, {}));
}

void DocumentReader::end_cell(std::size_t level) {
  flush();
  state().in_table = true;
  story().tables.paragraph(story().text.take(), level);
  if (!story().boxes.empty())
    story().tables.append(std::exchange(story().boxes, {}));
  story().tables.end_cell(level);
}

void DocumentReader::end_row(std::size_t level) {
  auto const& row = level > 1 ? nested_row_ : row_;
  story().tables.end_row(level, row.left, row.cells);
}

} // namespace jixiao::rtf
