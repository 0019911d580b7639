#pragma once

#include "readers/ofd/document.hpp"
#include "readers/page/page.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace jixiao::ofd {

/// What all pages of a package may draw together; a unit may be drawn again and again.
struct Budget {
  std::size_t left = 50'000'000; ///< characters, numbers, and objects at the price of several

  /// False when there is not so much left.
  bool spend(std::size_t count) {
    left -= std::min(left, count);
    return left > 0;
  }
};

/// Draws what layers, page blocks and units hold onto a page: text as glyphs, paths as rules. Units are drawn within,
/// to a bounded depth; those that draw themselves are not.
class Drawer {
public:
  Drawer(Resources const& resources, PageLimits const& limits, Budget& budget, PageModel& page)
      : resources_(resources), limits_(limits), budget_(budget), page_(page) {}

  /// Draws the children of `content`, whose coordinates the matrix puts into points of the page.
  void draw(pugi::xml_node content, Matrix const& matrix);

private:
  /// What an object gives to those inside of it.
  struct Frame {
    pugi::xml_node next;
    Matrix matrix;
    pugi::xml_node parameters; ///< the draw parameters of the layer
    bool seen = true;
    std::uint32_t unit = 0;    ///< that is being drawn; 0: none
    std::optional<Box> clip{}; ///< where it is seen
  };

  void visit(pugi::xml_node node, Frame frame);
  void open_unit(pugi::xml_node node, Frame const& frame, Matrix const& matrix, bool seen);
  void draw_text(pugi::xml_node node, Frame const& frame, Matrix const& matrix, bool seen);
  void draw_path(pugi::xml_node node, Frame const& frame, Matrix const& matrix);
  void draw_picture(pugi::xml_node node, Matrix const& matrix);

  Resources const& resources_;
  PageLimits const& limits_;
  Budget& budget_;
  PageModel& page_;
  std::vector<Frame> open_;
  std::uint32_t shows_ = 0;
};

} // namespace jixiao::ofd
