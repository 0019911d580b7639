#include "readers/pdf/interpreter.hpp"

namespace jixiao::pdf {

/// An upright rectangle that is filled hides what was shown where it lies.
void Interpreter::cover() {
  if (state_.fill_alpha * state_.group_alpha >= opaque && !state_.blends &&
      state_.fill_space.kind != ColourKind::pattern)
    drawing::cover(path_, state_.clip, shows_, limits_, content_.model);
}

} // namespace jixiao::pdf
