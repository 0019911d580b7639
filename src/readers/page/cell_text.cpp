#include "readers/page/cell_text.hpp"

#include "readers/geometry/wraps.hpp"
#include "readers/page/drawing.hpp"
#include "text/characters.hpp"
#include "text/clean.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace jixiao {
namespace {

bool is_blank_glyph(PageGlyph const& glyph) { return is_space(glyph.character) || is_invisible(glyph.character); }

/// Turns text that runs down or up so that it runs to the right.
void turn(PageGlyph& glyph, Direction direction) {
  auto const box = glyph;
  if (direction == Direction::down)
    glyph.x0 = box.y0, glyph.x1 = box.y1, glyph.y0 = -box.x1, glyph.y1 = -box.x0;
  else if (direction == Direction::up)
    glyph.x0 = -box.y1, glyph.x1 = -box.y0, glyph.y0 = box.x0, glyph.y1 = box.x1;
  else if (direction == Direction::left)
    glyph.x0 = -box.x1, glyph.x1 = -box.x0, glyph.y0 = -box.y1, glyph.y1 = -box.y0;
}

/// A gap between two glyphs that nothing was printed into: white that stands for a space.
bool is_space_between(PageGlyph const& left, PageGlyph const& right) {
  auto const gap = right.x0 - left.x1, em = std::max(left.size, right.size);
  auto const beside = is_chinese(left.character) + is_chinese(right.character);
  return gap > (beside == 0 ? 0.22F : beside == 1 ? 0.6F : 1.0F) * em;
}

/// True for a line whose characters are spread over its room: the white between them is the same everywhere, and no
/// space.
bool is_spread(std::span<PageGlyph const> line) {
  constexpr std::size_t fewest = 5;
  constexpr float even = 0.12F, least = 0.15F; // ems
  if (line.size() < fewest)
    return false;
  auto narrowest = line[1].x0 - line[0].x1, widest = narrowest;
  for (std::size_t i = 1; i < line.size(); ++i) {
    if (is_blank_glyph(line[i]) || is_blank_glyph(line[i - 1]))
      return false;
    auto const gap = line[i].x0 - line[i - 1].x1;
    narrowest = std::min(narrowest, gap), widest = std::max(widest, gap);
  }
  return narrowest > least * line[0].size && widest - narrowest < even * line[0].size;
}

/// Where the line is that a glyph stands on.
float base_of(PageGlyph const& glyph) { return glyph.y1 - static_cast<float>(drawing::below_line) * glyph.size; }

/// What a digit says beside text of this size: one that is small and raised is no part of the number before it.
char32_t as_set(PageGlyph const& glyph, PageGlyph const& text) {
  constexpr std::u32string_view raised = U"⁰¹²³⁴⁵⁶⁷⁸⁹";
  constexpr float small = 0.86F, up = 0.2F, down = 0.06F; // of the text's size
  if (glyph.character < '0' || glyph.character > '9' || glyph.size > small * text.size)
    return glyph.character;
  auto const rise = base_of(text) - base_of(glyph);
  auto const digit = glyph.character - '0';
  return rise > up * text.size ? raised[digit] : rise < -down * text.size ? U'₀' + digit : glyph.character;
}

class LineMaker {
public:
  explicit LineMaker(Parting parting) : parting_(parting) {}

  void add(std::span<PageGlyph> line) {
    std::ranges::stable_sort(line, {}, &PageGlyph::x0);
    PageGlyph const* last = nullptr;
    begins_ = true;
    auto const& largest = *std::ranges::max_element(line, {}, &PageGlyph::size);
    bool const spread = parting_ == Parting::nothing && is_spread(line);
    for (auto const& glyph : line) {
      if (last != nullptr && parts(*last, glyph))
        flush();
      else if (last != nullptr && !spread && is_space_between(*last, glyph))
        pending_ = true;
      last = &glyph;
      put(glyph, as_set(glyph, largest));
    }
    flush();
  }

  std::vector<PrintedLine> take() { return std::move(lines_); }

private:
  bool parts(PageGlyph const& left, PageGlyph const& right) const {
    constexpr float wide = 2.5F, word = 0.25F;
    auto const gap = (right.x0 - left.x1) / std::max({left.size, right.size, 0.1F});
    switch (parting_) {
    case Parting::wide_gaps:
      return gap > wide;
    case Parting::spaces:
      return gap > word || is_blank_glyph(left);
    default:
      return false;
    }
  }

  void put(PageGlyph const& glyph, char32_t character) {
    if (is_blank_glyph(glyph)) {
      pending_ |= is_space(glyph.character);
      return;
    }
    if (line_.text.empty())
      line_ = {{}, glyph.x0, glyph.x1, glyph.y0, glyph.y1, glyph.size, std::exchange(begins_, false)};
    else if (pending_)
      line_.text.push_back(' ');
    pending_ = false;
    append_utf8(line_.text, character);
    line_.x1 = std::max(line_.x1, glyph.x1);
    line_.y0 = std::min(line_.y0, glyph.y0), line_.y1 = std::max(line_.y1, glyph.y1);
    line_.size = std::max(line_.size, glyph.size);
  }

  void flush() {
    if (!line_.text.empty())
      lines_.push_back(std::move(line_));
    line_ = {};
    pending_ = false;
  }

  Parting parting_;
  PrintedLine line_;
  bool pending_ = false, begins_ = false;
  std::vector<PrintedLine> lines_;
};

Direction main_direction(std::vector<PageGlyph> const& glyphs) {
  std::size_t counts[5]{};
  for (auto const& glyph : glyphs)
    ++counts[static_cast<std::size_t>(glyph.direction)];
  auto const most = std::max_element(std::begin(counts), std::begin(counts) + 4) - std::begin(counts);
  return static_cast<Direction>(most);
}

/// True when the text closes a bracket that it does not open.
bool closes_first(std::string_view text, std::string_view opening, std::string_view closing) {
  auto const end = text.find(closing);
  return end != std::string_view::npos && text.substr(0, end).find(opening) == std::string_view::npos;
}

/// True when a bracket is open at the end of the text's last line, which the next line closes: the break is within.
bool is_in_brackets(std::string_view text, std::string_view next) {
  text.remove_prefix(text.rfind('\n') + 1);
  for (auto const& [opening, closing] : {std::pair{"（", "）"}, {"(", ")"}, {"《", "》"}, {"“", "”"}}) {
    auto const open = text.rfind(opening), closed = text.rfind(closing);
    bool const is_open = open != std::string_view::npos && (closed == std::string_view::npos || closed < open);
    if (is_open && closes_first(next, opening, closing))
      return true;
  }
  return false;
}

/// True when a line stands in the middle of its cell and does not fill it.
bool is_middle(PrintedLine const& line, Box const& cell) {
  auto const left = line.x0 - cell.x0, right = cell.x1 - line.x1;
  return std::abs(left - right) < 0.35F * line.size && left > 0.3F * line.size;
}

} // namespace

std::vector<PrintedLine> lines_of(std::vector<PageGlyph> glyphs, Parting parting) {
  if (glyphs.empty())
    return {};
  if (auto const direction = main_direction(glyphs); direction != Direction::right)
    for (auto& glyph : glyphs)
      turn(glyph, direction);
  std::ranges::stable_sort(glyphs, {}, &PageGlyph::middle_y);
  LineMaker maker(parting);
  for (std::size_t first = 0; first < glyphs.size();) {
    auto size = glyphs[first].size;
    auto last = first + 1;
    for (; last < glyphs.size(); ++last) {
      if (glyphs[last].middle_y() - glyphs[first].middle_y() > 0.45F * std::max(size, glyphs[last].size))
        break;
      size = std::max(size, glyphs[last].size);
    }
    maker.add(std::span(glyphs).subspan(first, last - first));
    first = last;
  }
  return maker.take();
}

std::set<std::string> texts_as_shown(std::span<PageGlyph const> glyphs, bool (*takes)(PageGlyph const&)) {
  std::set<std::string> texts;
  std::string text;
  std::uint32_t show = 0;
  auto const flush = [&] {
    if (!is_blank(text))
      texts.insert(text);
    text.clear();
  };
  for (auto const& glyph : glyphs) {
    if (!takes(glyph))
      continue;
    if (glyph.show != show)
      flush();
    show = glyph.show;
    append_utf8(text, glyph.character);
  }
  flush();
  return texts;
}

void drop_readings(std::vector<PrintedLine>& lines) {
  constexpr float small = 0.65F, near = 0.6F; // of the size of what is read
  auto const is_sound = [](std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      auto const [c, length] = character_at(text, at);
      bool const is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0x24F) ||
                             (c >= 0x300 && c <= 0x36F) || (c >= 0x3040 && c <= 0x312F) || c == ' ';
      if (!is_letter)
        return false;
      at += length;
    }
    return true;
  };
  for (std::size_t i = 0; i + 1 < lines.size();) {
    auto const &line = lines[i], &below = lines[i + 1];
    bool const stands_above = std::abs(below.y0 - line.y1) <= near * below.size && line.size <= small * below.size &&
                              line.x0 >= below.x0 - below.size && line.x1 <= below.x1 + below.size;
    if (stands_above && is_sound(line.text))
      lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(i));
    else
      ++i;
  }
}

void append_line(std::string& text, std::string_view line, bool filled) {
  if (!text.empty() && !line.empty()) {
    auto const before = character_before(text, text.size()).value, after = character_at(line, 0).value;
    auto const is_word = [](char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    if (!filled && !is_in_brackets(text, line))
      text.push_back('\n');
    else if (is_word(before) && is_word(after))
      text.push_back(' ');
  }
  text.append(line);
}

CellText join_lines(std::span<PrintedLine const> lines, Box const& cell, float padding) {
  CellText out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    auto const& line = lines[i];
    if (i == 0) {
      out.text = line.text;
    } else {
      auto const unit = static_cast<float>(first_unit(lines[i - 1].text, line.text, double{line.size}));
      append_line(out.text, line.text, unit > out.room - 0.15F * line.size);
    }
    out.room = cell.x1 - padding - line.x1;
    bool const centred = is_middle(line, cell) && (i + 1 == lines.size() || is_middle(lines[i + 1], cell));
    if (centred)
      out.room = cell.width() - 2 * padding - (line.x1 - line.x0);
    out.em = line.size;
    out.left = i == 0 ? line.x0 : std::min(out.left, line.x0), out.right = std::max(out.right, line.x1);
  }
  out.lines = static_cast<std::uint32_t>(lines.size());
  return out;
}

} // namespace jixiao
