#pragma once

#include <cstdint>
#include <span>
#include <string_view>

/// The labels of all layouts in one table, so that a printed label costs one look-up whatever the number of layouts.
///
/// Context: a document needs the name of its layout, not the layout's grammar. Choice: the build compiles the built-in
/// forms into constant arrays (tools/compile_layouts). Price: the build runs a program of its own.
namespace jixiao {

/// What a label is to a layout.
enum class LayoutUse : std::uint8_t {
  printed,   ///< one of those that make the layout
  column,    ///< the same, in the header of the records
  known,     ///< it may be printed: an optional column, a label down the side, a total
  required,  ///< without it the form is none of this layout
  forbidden, ///< with it neither
};

/// One place of a layout where a text stands.
struct LayoutLabel {
  std::uint16_t layout = 0;
  std::uint16_t slot = 0; ///< of the layout; synonyms share one. Of columns: consecutive in printed order
  LayoutUse use{};
};

/// A text that is printed, folded, and its places: [first, first of the next one).
struct LayoutText {
  std::string_view text;
  std::uint32_t first = 0;
};

/// A label of a layout, whatever its synonyms.
struct LayoutSlot {
  std::string_view name; ///< as messages call it
  LayoutUse use{};
};

struct LayoutTitle {
  std::string_view text; ///< folded
  bool any_before = false;
};

struct Layout {
  std::string_view name, family, place;
  std::uint16_t first_title = 0, titles = 0;
  std::uint16_t slots = 0; ///< of which `printed` make the layout
  std::uint16_t printed = 0;
  std::uint16_t columns = 0;
  std::uint16_t required = 0;
  std::uint32_t first_slot = 0;
  bool is_base = false;
  bool is_complete = false; ///< it says of every label where it leads
};

struct LayoutTable {
  std::span<Layout const> layouts;
  std::span<LayoutTitle const> titles;
  std::span<LayoutText const> texts; ///< sorted; one more at the end
  std::span<LayoutLabel const> labels;
  std::span<LayoutSlot const> slots;

  /// The places of a folded text; empty when it is no label of a layout.
  std::span<LayoutLabel const> find(std::string_view folded) const;

  std::span<LayoutSlot const> slots_of(Layout const& layout) const {
    return slots.subspan(layout.first_slot, layout.slots);
  }

  std::span<LayoutTitle const> titles_of(Layout const& layout) const {
    return titles.subspan(layout.first_title, layout.titles);
  }
};

} // namespace jixiao
