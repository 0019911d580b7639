#pragma once

#include "tests/property/printed_form.hpp"
#include "tests/property/random.hpp"

#include <span>
#include <string_view>

namespace jixiao::property {

/// A way in which an office prints a layout of its own.
struct LayoutChange {
  std::string_view name;

  /// Changes the print, and the truth where what is printed is another thing. False where there is nothing to change.
  bool (*apply)(PrintedForm& form, Random& random);
};

/// Columns, headers and rows of the place, and blocks in another order.
std::span<LayoutChange const> layout_changes();

/// Labels in other words and shapes, and what stands around a form.
std::span<LayoutChange const> label_changes();

/// What is filled in, in other shapes, or not at all.
std::span<LayoutChange const> content_changes();

/// Rows and columns of points, of nothing and of names of persons; pages that end.
std::span<LayoutChange const> row_changes();

} // namespace jixiao::property
