#include "recognition/fused/bracket_items.hpp"

#include "recognition/fused/bracket_marks.hpp"
#include "text/clean.hpp"

namespace jixiao::recognition::fused {

BracketItems collect_items(Reading const& reading, LabelFinder const& labels) {
  BracketItems out;
  bool in_list = false, last_mark_is_open = false;
  for (std::uint32_t r = 0; r < reading.rows.size(); ++r) {
    auto const& row = reading.rows[r];
    bool const paragraph = reading.blocks[row.block].kind == BlockKind::paragraph;
    in_list = in_list && paragraph;
    for (auto c = row.first_cell; c < row.first_cell + row.cell_count; ++c) {
      auto const text = trim(reading.cells[c].text);
      if (is_blank(text))
        continue;
      auto const groups = count_groups(text, labels);
      out.groups += groups;
      out.mixed = out.mixed || (groups > 0 && !text.starts_with(open_mark));
      bool const mark = text.starts_with(open_mark) && mark_at(text, 0, labels).has_value();
      // Below a mark on a line of its own stand the entries, and the text of 【总体目标】.
      bool const entry = in_list && (entry_number_length(text) > 0 || last_mark_is_open);
      bool const list = mark || groups > 0 || entry;
      last_mark_is_open = mark && text.ends_with(close_mark);
      in_list = paragraph && list;
      out.items.push_back({c, r, text, list, look_of(text)});
    }
  }
  return out;
}

} // namespace jixiao::recognition::fused
