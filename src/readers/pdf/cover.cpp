#include "readers/pdf/interpreter.hpp"

namespace jixiao::pdf {

/// An upright rectangle that is filled hides what was shown where it lies.
void Interpreter::cover() {
  constexpr double opaque = 0.99;
  auto& page = content_.model;
  if (shows_ == 0 || state_.fill_alpha < opaque || state_.blends || state_.fill_space.kind == ColourKind::pattern ||
      path_.subpaths.size() != 1 || page.covers.size() >= limits_.rules)
    return;
  auto const& outline = path_.subpaths.front();
  auto const area = common(bounds_of(path_), state_.clip);
  if (!outline.curved && is_upright(outline) && area.width() > 0 && area.height() > 0 && !is_thin(area))
    page.covers.push_back({area, shows_});
}

} // namespace jixiao::pdf
