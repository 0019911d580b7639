#pragma once

#include "recognition/fields/draft.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace jixiao::recognition {

/// Where amounts beside labels go that do not say whether they are of the year or of the whole project, planned or
/// spent: to the panel whose total stands above them.
class FundPanels {
public:
  bool empty() const { return panels_.empty(); }

  /// What was spent of the total stands in the row.
  bool has_spent_in(std::uint32_t row) const { return spent_row_ == row; }

  /// An amount beside a label: reads it; returns the piece behind it.
  std::uint32_t read_pair(Draft& draft, std::uint32_t label, std::uint32_t end);

  /// A total that nobody has listed stands beside one of those known: what stands below it is kept under its label.
  void open_unlisted(Page const& page, std::uint32_t label);

private:
  static constexpr std::uint32_t listed = 0xFFFFFFFF;

  struct Panel {
    std::string scope, measure;
    std::uint16_t x = 0;
    std::uint32_t label = listed; ///< of a total that nobody has listed
  };
  struct Total {
    std::uint32_t piece = 0xFFFFFFFF;
    std::size_t panel = 0;
  };
  std::vector<Panel> panels_;
  Total last_total_;
  std::size_t row_begin_ = 0; ///< the first of the last row of totals
  std::uint32_t last_row_ = 0xFFFFFFFF, spent_row_ = 0xFFFFFFFF;
  std::string last_item_;
  std::size_t last_panel_ = 0; ///< of the amount before
  std::size_t in_row_ = 0;     ///< amounts of the row, or of the same item, so far

  Panel const* panel_of(Draft const& draft, std::uint32_t label, std::uint32_t end, bool twice) const;
  /// Returns its place among the panels.
  std::size_t add_panel(Panel panel, bool opens_row);
};

} // namespace jixiao::recognition
