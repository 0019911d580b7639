#include "readers/pdf/interpreter.hpp"

#include "text/characters.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

namespace jixiao::pdf {
namespace {

constexpr std::uint32_t op(char a, char b) {
  return static_cast<std::uint32_t>(static_cast<unsigned char>(a)) << 8 | static_cast<unsigned char>(b);
}

std::u32string decode_text_string(std::string_view bytes) {
  std::u32string out;
  bool const wide = bytes.starts_with("\xFE\xFF");
  for (std::size_t at = wide ? 2 : 0; at < bytes.size() && out.size() < 256;) {
    if (!wide) {
      out.push_back(static_cast<unsigned char>(bytes[at++]));
      continue;
    }
    auto const code = read_code(Charset::utf16, bytes.substr(at));
    at += code.length;
    if (code.character != 0)
      out.push_back(code.character);
  }
  return out;
}

} // namespace

bool Interpreter::text(std::string_view word, Object const& resources) {
  if (word.size() == 1 && (word[0] == '\'' || word[0] == '"')) {
    if (word[0] == '"')
      state_.word_space = operand(0), state_.character_space = operand(1);
    move_text(0, -state_.leading);
    show(text_operand(word[0] == '"' ? 2 : 0));
    return true;
  }
  if (word.size() != 2)
    return false;
  switch (op(word[0], word[1])) {
  case op('B', 'T'):
    text_matrix_ = line_matrix_ = {};
    return true;
  case op('T', 'f'):
    set_font(resources);
    return true;
  case op('T', 'm'):
    text_matrix_ = line_matrix_ = {operand(0), operand(1), operand(2), operand(3), operand(4), operand(5)};
    return true;
  case op('T', 'd'):
    move_text(operand(0), operand(1));
    return true;
  case op('T', 'D'):
    state_.leading = -operand(1);
    move_text(operand(0), operand(1));
    return true;
  case op('T', '*'):
    move_text(0, -state_.leading);
    return true;
  case op('T', 'j'):
    show(text_operand(0));
    return true;
  case op('T', 'J'):
    show_array();
    return true;
  case op('T', 'c'):
    state_.character_space = operand(0);
    return true;
  case op('T', 'w'):
    state_.word_space = operand(0);
    return true;
  case op('T', 'z'):
    state_.stretch = operand(0) / 100;
    return true;
  case op('T', 'L'):
    state_.leading = operand(0);
    return true;
  case op('T', 's'):
    state_.rise = operand(0);
    return true;
  case op('T', 'r'):
    state_.mode = static_cast<int>(std::clamp(operand(0), 0.0, 7.0));
    return true;
  default:
    return false;
  }
}

void Interpreter::move_text(double x, double y) {
  line_matrix_ = Matrix{1, 0, 0, 1, x, y} * line_matrix_;
  text_matrix_ = line_matrix_;
}

void Interpreter::set_font(Object const& resources) {
  state_.size = operand(1);
  state_.font = find_font(value(value(resources, "/Font"), ('/' + text_operand(0)).c_str()));
}

std::shared_ptr<Font const> Interpreter::find_font(Object const& dictionary) {
  auto handle = dictionary;
  bool const is_shared = handle.isIndirect();
  auto const known = is_shared ? document_.fonts.find(handle.getObjGen()) : document_.fonts.end();
  if (known != document_.fonts.end())
    return known->second;
  if (!handle.isDictionary())
    return nullptr;
  auto font = std::make_shared<Font const>(read_font(handle));
  if (!is_shared)
    return font;
  document_.fonts.emplace(handle.getObjGen(), font);
  // qpdf keeps what it has parsed, and fonts drawn glyph by glyph (Type 3) come by the thousand.
  if (auto* const owner = handle.getOwningQPDF(); owner != nullptr)
    owner->replaceObject(handle.getObjGen(), Object::newNull());
  return font;
}

void Interpreter::show_array() {
  auto const first = content_.model.glyphs.size();
  auto const vertical = state_.font != nullptr && state_.font->vertical;
  for (std::size_t i = 0; i < operand_count_; ++i) {
    auto const& item = operands_[i];
    if (item.kind == TokenKind::string)
      show(item.text);
    else if (item.kind == TokenKind::number) {
      auto const shift = -item.number / 1000 * state_.size;
      text_matrix_ =
          (vertical ? Matrix{1, 0, 0, 1, 0, shift} : Matrix{1, 0, 0, 1, shift * state_.stretch, 0}) * text_matrix_;
    }
  }
  // One array is one string to whoever wrote it.
  if (first < content_.model.glyphs.size())
    for (auto i = first; i < content_.model.glyphs.size(); ++i)
      content_.model.glyphs[i].show = shows_;
}

void Interpreter::show(std::string const& string) {
  if (state_.font == nullptr) {
    if (!std::exchange(content_.lacks_font, true))
      content_.problems.push_back("is set in a font that cannot be found");
    return;
  }
  auto const& font = *state_.font;
  ++shows_;
  for (std::string_view left = string; !left.empty();) {
    auto const code = font.next(left);
    auto const space = state_.character_space + (code.length == 1 && code.code == 0x20 ? state_.word_space : 0);
    auto const advance = font.vertical ? 0 : (code.width * state_.size + space) * state_.stretch;
    place(code, Matrix{state_.size * state_.stretch, 0, 0, state_.size, 0, state_.rise} * text_matrix_ * state_.ctm);
    auto const down = font.vertical ? -(code.width * state_.size + space) : 0;
    text_matrix_ = Matrix{1, 0, 0, 1, advance, down} * text_matrix_;
    left.remove_prefix(std::min(std::max<std::size_t>(code.length, 1), left.size()));
  }
}

/// True for a character of which a low row leaves enough to be read. What the end of a page cuts is printed again on
/// the next one.
bool Interpreter::is_cut_in_height(PageGlyph const& glyph) const {
  constexpr float least = 0.3F, low = 0.25F; // of the glyph's height; of the page's
  auto const& clip = state_.clip;
  auto const seen = std::min(glyph.y1, clip.y1) - std::max(glyph.y0, clip.y0);
  return glyph.middle_x() >= clip.x0 && glyph.middle_x() <= clip.x1 && seen >= least * (glyph.y1 - glyph.y0) &&
         clip.height() < low * content_.model.height;
}

void Interpreter::place(ShownCode const& code, Matrix const& matrix) {
  bool const vertical = state_.font->vertical;
  auto const direction = vertical ? direction_of(-matrix.c, -matrix.d) : direction_of(matrix.a, matrix.b);
  auto const box =
      vertical ? box_of(matrix, -0.5, -1, 0.5, 0) : box_of(matrix, 0, -below_line, code.width, 1 - below_line);
  PageGlyph glyph{U'\uFFFD', box.x0,   box.x1, box.y0, box.y1, static_cast<float>(std::hypot(matrix.c, matrix.d)),
                  shows_,    direction};
  bool const filled = state_.mode % 4 != 1 && state_.mode % 4 != 3,
             stroked = state_.mode % 4 == 1 || state_.mode % 4 == 2;
  glyph.visible = (filled && state_.fill_seen()) || (stroked && state_.stroke_seen());
  glyph.white = (!filled || is_lost_on_paper(on_paper(state_.fill, state_.fill_alpha * state_.group_alpha))) &&
                (!stroked || is_lost_on_paper(on_paper(state_.stroke, state_.stroke_alpha * state_.group_alpha)));
  glyph.colour = filled ? on_paper(state_.fill, state_.fill_alpha) : on_paper(state_.stroke, state_.stroke_alpha);
  glyph.mirrored = (matrix.a * matrix.d - matrix.b * matrix.c > 0) != state_.font->flips; // pages count down
  bool const within = state_.clip.holds(glyph.middle_x(), glyph.middle_y());
  bool const printed = within || is_cut_in_height(glyph);
  bool const cut_off = !printed && glyph.visible;
  if (!(printed || cut_off) || !std::isfinite(glyph.size) || (hiding_ > 0 && !printed))
    return;
  auto& glyphs = hiding_ > 0 ? content_.model.layers_off : printed ? content_.model.glyphs : content_.model.cut_off;
  auto const count = std::max<std::size_t>(code.text.size(), 1);
  if (glyphs.size() + count > limits_.glyphs) {
    content_.model.left_out += count;
    return;
  }
  if (auto& windows = content_.model.windows; !within && (windows.empty() || windows.back().show < shows_))
    windows.push_back({shows_, state_.clip});
  if (code.text.empty() && printed && hiding_ == 0)
    count_unread(content_.model, state_.font->name);
  auto const across = direction == Direction::right || direction == Direction::left;
  auto const step = (across ? box.width() : box.height()) / static_cast<float>(count);
  for (std::size_t i = 0; i < count; ++i) {
    auto part = glyph;
    auto const begin = static_cast<float>(i) * step;
    if (count > 1 && across)
      part.x0 = box.x0 + begin, part.x1 = part.x0 + step;
    else if (count > 1)
      part.y0 = box.y0 + begin, part.y1 = part.y0 + step;
    part.character = code.text.empty() ? U'\uFFFD' : fold_radical(code.text[i]);
    glyphs.push_back(part);
  }
}

/// True when the operands say that what follows is an artefact of the page, and a watermark.
bool Interpreter::is_watermark(Object const& resources) const {
  if (text_operand(0) != "Artifact")
    return false;
  for (std::size_t i = 1; i + 1 < operand_count_; ++i)
    if (operands_[i].kind == TokenKind::name && operands_[i].text == "Subtype")
      return operands_[i + 1].text == "Watermark";
  auto kind = value(value(value(resources, "/Properties"), ('/' + text_operand(1)).c_str()), "/Subtype");
  return kind.isName() && kind.getName() == "/Watermark";
}

void Interpreter::begin_marked(Object const& resources) {
  constexpr std::size_t deepest = 256;
  Marked marked{content_.model.glyphs.size(), {}, false};
  for (std::size_t i = 0; i + 1 < operand_count_; ++i)
    if (operands_[i].kind == TokenKind::name && operands_[i].text == "ActualText" &&
        operands_[i + 1].kind == TokenKind::string)
      marked.text = decode_text_string(operands_[i + 1].text);
  marked.is_watermark = is_watermark(resources);
  if (text_operand(0) == "OC")
    marked.hides = is_hidden(value(value(resources, "/Properties"), ('/' + text_operand(1)).c_str()));
  if (marked_.size() >= deepest)
    marked_.clear(), hiding_ = 0;
  hiding_ += marked.hides ? 1 : 0;
  marked_.push_back(std::move(marked));
}

/// What a marked text says, character by character, stands for what the font says: one glyph may serve several
/// characters. A text of another length stands for glyphs of which the font does not say what they are.
void Interpreter::end_marked() {
  if (marked_.empty())
    return;
  auto const marked = std::move(marked_.back());
  marked_.pop_back();
  hiding_ -= marked.hides && hiding_ > 0 ? 1 : 0;
  auto& glyphs = content_.model.glyphs;
  if (marked.is_watermark && marked.first < glyphs.size()) {
    auto const first = glyphs.begin() + static_cast<std::ptrdiff_t>(marked.first);
    content_.model.watermarks.insert(content_.model.watermarks.end(), first, glyphs.end());
    glyphs.erase(first, glyphs.end());
    return;
  }
  if (marked.text.empty() || marked.first >= glyphs.size())
    return;
  auto const span = std::span(glyphs).subspan(marked.first);
  auto const unread = std::ranges::count(span, U'\uFFFD', &PageGlyph::character);
  if (unread == 0) {
    if (span.size() == marked.text.size())
      for (std::size_t i = 0; i < span.size(); ++i)
        span[i].character = fold_radical(marked.text[i]);
    return;
  }
  auto all = span.front();
  all.x1 = span.back().x1, all.y1 = std::max(all.y1, span.back().y1);
  auto const step = (all.x1 - all.x0) / static_cast<float>(marked.text.size());
  glyphs.resize(marked.first);
  for (auto const c : marked.text) {
    all.x1 = all.x0 + step;
    all.character = fold_radical(c);
    glyphs.push_back(all);
    all.x0 = all.x1;
  }
  for (auto& font : content_.model.unread)
    if (state_.font != nullptr && font.name == state_.font->name)
      font.glyphs -= std::min(font.glyphs, static_cast<std::size_t>(unread));
  std::erase_if(content_.model.unread, [](UnreadFont const& font) { return font.glyphs == 0; });
}

} // namespace jixiao::pdf
