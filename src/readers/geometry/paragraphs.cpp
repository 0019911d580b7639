#include "readers/geometry/paragraphs.hpp"

#include "readers/geometry/wraps.hpp"

#include <algorithm>

namespace jixiao {
namespace {

class Paragraphs {
public:
  Paragraphs(PageText const& text, ReadingBuilder& builder) : text_(text), builder_(builder) {}

  void run(Region const& region) {
    measure_ = width(region);
    for (auto i = region.first; i < region.last; ++i) {
      if (i > region.first && !goes_on(i))
        flush();
      add(i);
    }
    flush();
  }

private:
  double width_of(TextLine const& line) const {
    double width = 0;
    for (auto i = line.first; i < line.last; ++i)
      width += text_.words[i].width + (i > line.first ? std::max(text_.words[i].x0 - text_.words[i - 1].x1, 0.0) : 0);
    return width;
  }

  double width(Region const& region) const {
    double widest = 0;
    for (auto i = region.first; i < region.last; ++i)
      widest = std::max(widest, width_of(text_.lines[i]) + indent(text_.lines[i]));
    return widest;
  }

  double indent(TextLine const& line) const { return text_.words[line.first].x0; }

  bool goes_on(std::size_t i) const {
    auto const &above = text_.lines[i - 1], &line = text_.lines[i];
    auto const em = text_.metrics.em;
    if (!line.opens_page && line.y - above.y > 1.45 * std::max(text_.pitch, line.height))
      return false;
    if (indent(line) > indent(text_.lines[first_]) + 0.5 * em && i - first_ > 1)
      return false;
    auto const& before = text_.words[above.last - 1].text;
    auto const& next = text_.words[line.first].text;
    if (is_numbered(next) && ends_sentence(before))
      return false;
    return indent(above) + width_of(above) + first_unit(before, next, em) > measure_ - 0.3 * em &&
           width_of(above) > 10 * em;
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
    auto const& word = text_.words[line.first];
    builder_.set_page(line.page);
    builder_.paragraph({builder_.own(std::move(joined_)), word.line, word.begin, text_.words[line.last - 1].end});
    joined_.clear();
  }

  PageText const& text_;
  ReadingBuilder& builder_;
  std::string joined_;
  std::size_t first_ = 0;
  double measure_ = 0;
};

} // namespace

void add_paragraphs(PageText const& text, Region const& region, ReadingBuilder& builder) {
  Paragraphs(text, builder).run(region);
}

void add_line(PageText const& text, TextLine const& line, ReadingBuilder& builder) {
  auto const& word = text.words[line.first];
  builder.set_page(line.page);
  builder.paragraph(
      {builder.own(text_of(text, line.first, line.last)), word.line, word.begin, text.words[line.last - 1].end});
}

} // namespace jixiao
