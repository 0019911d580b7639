#include "readers/ofd/drawer.hpp"
#include "readers/ofd/looks.hpp"
#include "readers/ofd/text.hpp"
#include "readers/xml.hpp"

#include <algorithm>
#include <cmath>

namespace jixiao::ofd {
namespace {

/// Turned clockwise around where it stands.
Matrix turned(double degrees) {
  auto const quarter = static_cast<int>(std::lround(std::fmod(degrees, 360) / 90)) & 3;
  constexpr Matrix turns[] = {{1, 0, 0, 1, 0, 0}, {0, 1, -1, 0, 0, 0}, {-1, 0, 0, -1, 0, 0}, {0, -1, 1, 0, 0, 0}};
  return turns[quarter];
}

} // namespace

void Drawer::draw_text(pugi::xml_node node, Frame const& frame, Matrix const& matrix, bool seen) {
  Looks const looks(node, frame.parameters, resources_);
  auto const fill = looks.colour("FillColor"), stroke = looks.colour("StrokeColor");
  auto const filled = looks.flag("Fill", true) && fill.seen, stroked = looks.flag("Stroke", false) && stroke.seen;
  bool const white = (!filled || is_lost_on_paper(on_paper(fill.value, fill.alpha))) &&
                     (!stroked || is_lost_on_paper(on_paper(stroke.value, stroke.alpha)));
  auto const size = number(attribute(node, "Size"), 0), stretch = number(attribute(node, "HScale"), 1);
  auto const font = resources_.fonts.find(reference(attribute(node, "Font")));
  auto const name = font == resources_.fonts.end() ? std::string() : font->second;
  auto const glyph_turn = turned(number(attribute(node, "CharDirection"), 0));
  Box const whole{0, 0, page_.width, page_.height};
  for (auto const& text : placed_texts(node, symbol_font(name), size, stretch)) {
    ++shows_;
    if (!budget_.spend(text.codes.size()))
      return;
    auto const way = text.codes.size() > 1 ? text.way : glyph_turn.apply(1, 0);
    auto const direction =
        drawing::direction_of(matrix.a * way.x + matrix.c * way.y, matrix.b * way.x + matrix.d * way.y);
    for (auto const& code : text.codes) {
      auto const at = glyph_turn * Matrix{1, 0, 0, 1, code.x, code.y} * matrix;
      auto const box =
          drawing::box_of(at, 0, -(1 - drawing::below_line) * size, code.width, drawing::below_line * size);
      PageGlyph glyph{code.character, box.x0,   box.x1,
                      box.y0,         box.y1,   static_cast<float>(size * drawing::scale_of(matrix)),
                      shows_,         direction};
      glyph.mirrored = at.a * at.d - at.b * at.c < 0;
      bool const is_cut_off = frame.clip && !frame.clip->holds(glyph.middle_x(), glyph.middle_y());
      glyph.visible = seen && (filled || stroked) && !is_cut_off;
      glyph.white = white;
      glyph.colour = filled ? on_paper(fill.value, fill.alpha) : on_paper(stroke.value, stroke.alpha);
      if (glyph.size <= 0)
        continue;
      bool const on_page = whole.holds(glyph.middle_x(), glyph.middle_y());
      if (!on_page && !glyph.visible)
        continue;
      auto& glyphs = on_page ? page_.glyphs : page_.cut_off;
      if (glyphs.size() >= limits_.glyphs) {
        ++page_.left_out;
        continue;
      }
      if (code.character == U'\uFFFD' && on_page)
        count_unread(page_, name);
      glyphs.push_back(glyph);
    }
  }
}

} // namespace jixiao::ofd
