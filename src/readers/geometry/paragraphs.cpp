#include "readers/geometry/paragraphs.hpp"

#include "readers/geometry/wraps.hpp"

#include <algorithm>
#include <cmath>

namespace jixiao {
namespace {

constexpr double deepest_indent = 4; ///< of the first line of a paragraph, in ideographs

double width_of(PageText const& text, TextLine const& line) {
  double width = 0;
  for (auto i = line.first; i < line.last; ++i)
    width += text.words[i].width + (i > line.first ? std::max(text.words[i].x0 - text.words[i - 1].x1, 0.0) : 0);
  return width;
}

class Paragraphs {
public:
  Paragraphs(PageText const& text, double measure, ReadingBuilder& builder)
      : text_(text), builder_(builder), measure_(measure) {}

  void run(Region const& region) {
    for (auto i = region.first; i < region.last; ++i) {
      if (i > region.first && !goes_on(i))
        flush();
      add(i);
    }
    flush();
  }

private:
  double indent(TextLine const& line) const { return text_.words[line.first].x0; }

  bool goes_on(std::size_t i) const {
    auto const &above = text_.lines[i - 1], &line = text_.lines[i];
    auto const em = text_.metrics.em;
    if (std::abs(line.height - above.height) > 0.1 * above.height)
      return false;
    if (!line.opens_page && line.y - above.y > 1.45 * std::max(text_.pitch, line.height))
      return false;
    if (indent(line) > indent(text_.lines[first_]) + 0.5 * em && i - first_ > 1)
      return false;
    if (indent(above) > indent(line) + deepest_indent * em) // a title in the middle of the page
      return false;
    auto const& before = text_.words[above.last - 1].text;
    auto const& next = text_.words[line.first].text;
    if (is_numbered(next) && ends_sentence(before))
      return false;
    return indent(above) + width_of(text_, above) + first_unit(before, next, em) > measure_ - 0.3 * em &&
           width_of(text_, above) > 10 * em;
  }

  void add(std::size_t i) {
    auto const& line = text_.lines[i];
    if (joined_.empty())
      first_ = i;
    append_wrapped(joined_, text_of(text_, line.first, line.last), true);
  }

  void flush() {
    if (joined_.empty())
      return;
    auto const& line = text_.lines[first_];
    auto piece = place_of(text_, line.first, line.last);
    piece.text = builder_.own(std::move(joined_));
    builder_.set_page(line.page);
    builder_.paragraph(piece);
    joined_.clear();
  }

  PageText const& text_;
  ReadingBuilder& builder_;
  std::string joined_;
  std::size_t first_ = 0;
  double measure_;
};

} // namespace

double measure_prose(PageText const& text, std::vector<Region> const& regions) {
  constexpr double least = 30; // ideographs; a title alone says nothing of the measure
  double widest = least * text.metrics.em;
  for (auto const& region : regions)
    for (auto i = region.first; i < region.last; ++i)
      if (auto const& line = text.lines[i]; text.metrics.exact)
        widest = std::max(widest, text.words[line.last - 1].x1);
      else if (!region.is_table)
        widest = std::max(widest, text.words[line.first].x0 + width_of(text, line));
  return widest;
}

void add_paragraphs(PageText const& text, Region const& region, double measure, ReadingBuilder& builder) {
  Paragraphs(text, measure, builder).run(region);
}

void add_line(PageText const& text, TextLine const& line, ReadingBuilder& builder) {
  auto piece = place_of(text, line.first, line.last);
  piece.text = builder.own(text_of(text, line.first, line.last));
  builder.set_page(line.page);
  builder.paragraph(piece);
}

} // namespace jixiao
