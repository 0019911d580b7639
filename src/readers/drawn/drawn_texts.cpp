#include "readers/drawn/drawn_texts.hpp"

#include "recognition/labels/labels.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <cmath>

namespace jixiao::drawn {
namespace {

constexpr bool is_wide(char32_t c) { return c >= 0x2E80; }

bool is_blank(char32_t c) { return c <= U' ' || c == U'\u3000' || c == U'\u00A0'; }

/// Puts characters that were drawn one behind the other into strings.
class StringMaker {
public:
  void add(PageGlyph const& glyph) {
    if (is_blank(glyph.character)) {
      if (open_ && is_level(glyph))
        blank_to_ = std::max(blank_to_, glyph.x1);
      return;
    }
    bool const begins = !open_ || !goes_on(glyph);
    if (begins) {
      flush();
      text_ = {{glyph.x0, glyph.y0, glyph.x1, glyph.y1}, glyph.size, glyph.middle_y(), glyph.middle_y()};
      open_ = true;
    }
    text_.is_ideograph = begins && is_wide(glyph.character);
    auto& box = text_.box;
    box = {std::min(box.x0, glyph.x0), std::min(box.y0, glyph.y0), std::max(box.x1, glyph.x1),
           std::max(box.y1, glyph.y1)};
    text_.size = std::max(text_.size, glyph.size);
    append_utf8(text_.text, glyph.character);
    show_ = glyph.show, direction_ = glyph.direction;
    blank_to_ = glyph.x1;
  }

  std::vector<DrawnText> take() {
    flush();
    return std::move(strings_);
  }

private:
  bool is_level(PageGlyph const& glyph) const {
    return std::abs(glyph.middle_y() - text_.first) < 0.35F * std::max(glyph.size, text_.size);
  }

  /// Programs leave a quarter of a size between ideographs and digits, and print spaces as characters.
  bool goes_on(PageGlyph const& glyph) const {
    constexpr float within = 0.9F, between = 0.3F, printed = 1.1F, back = 0.6F, apart = 1.2F; // sizes
    auto const size = std::max(glyph.size, text_.size);
    if (direction_ != glyph.direction)
      return false;
    if (direction_ != Direction::right) {
      auto const dx = std::max({glyph.x0 - text_.box.x1, text_.box.x0 - glyph.x1, 0.0F}),
                 dy = std::max({glyph.y0 - text_.box.y1, text_.box.y0 - glyph.y1, 0.0F});
      return dx < between * size && dy < apart * size;
    }
    auto const gap = glyph.x0 - text_.box.x1, blank = std::min(blank_to_, glyph.x0) - text_.box.x1;
    return is_level(glyph) && gap > -back * size &&
           (gap <= (show_ == glyph.show ? within : between) * size ||
            (gap - blank <= between * size && blank <= printed * size));
  }

  void flush() {
    if (open_)
      strings_.push_back(text_);
    open_ = false;
  }

  DrawnText text_;
  bool open_ = false;
  float blank_to_ = 0; ///< how far spaces reach behind the string
  std::uint32_t show_ = 0;
  Direction direction_ = Direction::right;
  std::vector<DrawnText> strings_;
};

/// Joins ideographs that are spread evenly over a cell.
std::vector<DrawnText> join_spread(std::vector<DrawnText> const& strings) {
  constexpr float even = 0.15F, apart = 4, level = 0.1F; // sizes
  constexpr std::size_t fewest = 3;
  std::vector<DrawnText> joined;
  for (std::size_t first = 0; first < strings.size();) {
    auto const gap_behind = [&](std::size_t i) { return strings[i + 1].box.x0 - strings[i].box.x1; };
    auto const follows = [&](std::size_t i) {
      auto const &text = strings[i], &next = strings[i + 1];
      return next.is_ideograph && std::abs(next.first - text.first) < level * text.size && gap_behind(i) > 0 &&
             gap_behind(i) < apart * text.size && std::abs(gap_behind(i) - gap_behind(first)) < even * text.size;
    };
    auto last = first + 1;
    while (strings[first].is_ideograph && last < strings.size() && follows(last - 1))
      ++last;
    if (last - first < fewest)
      last = first + 1;
    joined.push_back(strings[first]);
    joined.back().box.x1 = strings[last - 1].box.x1;
    for (auto next = first + 1; next < last; ++next)
      joined.back().text += strings[next].text;
    first = last;
  }
  return joined;
}

/// Heights of lines across and of the edges of filled areas: no text goes on over one.
class Borders {
public:
  explicit Borders(PageModel const& page) {
    for (auto const& rule : page.rules)
      if (rule.horizontal)
        lines_.push_back(rule);
    for (auto const& area : page.areas)
      for (auto const y : {area.y0, area.y1})
        lines_.push_back({true, y, area.x0, area.x1});
    std::ranges::sort(lines_, {}, &Ruling::at);
  }

  bool part(DrawnText const& above, DrawnText const& below) const {
    constexpr std::size_t most = 64;
    auto const x = (std::max(above.box.x0, below.box.x0) + std::min(above.box.x1, below.box.x1)) / 2;
    auto line = std::ranges::upper_bound(lines_, above.last, {}, &Ruling::at);
    for (std::size_t i = 0; i < most && line != lines_.end() && line->at < below.first; ++i, ++line)
      if (line->from <= x && line->to >= x)
        return true;
    return false;
  }

private:
  std::vector<Ruling> lines_;
};

/// From line to line within a text, in sizes: the least that lines which follow each other have.
float leading_of(std::vector<DrawnText> const& strings, Borders const& borders) {
  float least = 0;
  for (std::size_t i = 1; i < strings.size(); ++i)
    if (auto const pitch = pitch_between(strings[i - 1], strings[i]); pitch > 0 && (least == 0 || pitch < least))
      least = borders.part(strings[i - 1], strings[i]) ? least : pitch;
  return least;
}

/// （2025年度） or 三、总体目标 above 项目名称 | a value: a label by itself, with the next text on its line, begins a
/// row. The lines of one label make a label together, and of a taller cell the others seldom stand beside the last
/// line.
bool begins_row(DrawnText const& above, DrawnText const& string, DrawnText const* next) {
  constexpr float level = 0.2F; // sizes
  if (!next || !is_right_of(string.box.x1, *next) || std::abs(next->first - string.first) > level * string.size)
    return false;
  auto const& labels = recognition::builtin_label_finder();
  auto const is_label = [&](std::string const& text) {
    auto const label = labels.find(text);
    return label.known() && label.rest == 0;
  };
  return is_label(string.text) && !is_label(above.text + string.text);
}

std::vector<DrawnText> join_lines(std::vector<DrawnText> const& strings, PageModel const& page) {
  constexpr float looser = 0.13F; // sizes
  Borders const borders(page);
  auto const most = leading_of(strings, borders) + looser;
  std::vector<DrawnText> texts;
  for (std::size_t i = 0; i < strings.size(); ++i) {
    auto const& string = strings[i];
    auto const* next = i + 1 < strings.size() ? &strings[i + 1] : nullptr;
    auto const pitch = texts.empty() ? 0 : pitch_between(texts.back(), string);
    if (pitch == 0 || pitch > most || borders.part(texts.back(), string) || begins_row(texts.back(), string, next)) {
      texts.push_back(string);
      continue;
    }
    auto& text = texts.back();
    text.box = {std::min(text.box.x0, string.box.x0), text.box.y0, std::max(text.box.x1, string.box.x1), string.box.y1};
    text.last = string.last;
    text.text += string.text;
    ++text.lines;
  }
  return texts;
}

} // namespace

float pitch_between(DrawnText const& text, DrawnText const& next) {
  constexpr float same_size = 0.1F, aligned = 0.3F, least = 0.9F, most = 2.6F, indented = 2.3F; // sizes
  auto const &a = text.box, &b = next.box;
  if (std::abs(text.size - next.size) > same_size * text.size || std::min(a.x1, b.x1) <= std::max(a.x0, b.x0))
    return 0;
  auto const slack = aligned * text.size;
  bool const left = std::abs(a.x0 - b.x0) <= slack ||
                    (text.lines == 1 && a.x0 > b.x0 && a.x0 - b.x0 <= indented * text.size && a.x1 >= b.x1 - slack);
  bool const within = (a.x0 <= b.x0 + slack && a.x1 >= b.x1 - slack) || (b.x0 <= a.x0 + slack && b.x1 >= a.x1 - slack);
  bool const same =
      left || within || std::abs(a.x1 - b.x1) <= slack || std::abs(a.x0 + a.x1 - b.x0 - b.x1) <= 2 * slack;
  auto const pitch = (next.first - text.last) / text.size;
  return same && pitch >= least && pitch <= most ? pitch : 0;
}

bool is_right_of(float end, DrawnText const& text) {
  constexpr float over = 0.2F; // sizes
  return text.box.x0 >= end - over * text.size;
}

DrawnTexts find_drawn_texts(PageModel const& page) {
  auto const visible = static_cast<std::size_t>(std::ranges::count(page.glyphs, true, &PageGlyph::visible));
  bool const layer = visible * 2 < page.glyphs.size();
  StringMaker strings;
  for (auto const& glyph : page.glyphs)
    if (glyph.direction != Direction::slanted && (glyph.visible || layer))
      strings.add(glyph);
  DrawnTexts drawn{join_lines(join_spread(strings.take()), page)};
  constexpr float above = 0.5F; // sizes
  for (std::size_t i = 1; i < drawn.texts.size(); ++i) {
    auto const &text = drawn.texts[i - 1], &next = drawn.texts[i];
    drawn.returns += is_right_of(text.box.x1, next) && next.first < text.last - above * text.size ? 1U : 0U;
  }
  return drawn;
}

} // namespace jixiao::drawn
