#include "recognition/columns/header_depth.hpp"

#include "recognition/columns/header_paths.hpp"
#include "recognition/columns/header_shares.hpp"
#include "recognition/labels/header_words.hpp"
#include "recognition/pieces/looks.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <span>
#include <vector>

namespace jixiao::recognition {

namespace {

constexpr std::uint32_t most_rows = 4; ///< of a header

bool is_label_of_column(Piece const& piece) {
  return is_column_label(piece) || may_be_label(piece) ||
         (piece.label.known() && piece.label.rest == 0 && !piece.label.is_level());
}

/// 2026年6月底前 | 2026年12月底前 and nothing else: by when the columns are; beside other texts a deadline is a value.
bool are_deadlines(Page const& page, HeaderRow const& row) {
  return row.pieces.size() >= 2 && std::ranges::all_of(row.pieces, [&](std::uint32_t index) {
           auto const& piece = page.pieces[index];
           return piece.text.size() <= longest_unknown_header && piece.look() == Look::deadline;
         });
}

bool are_labels_of_columns(Page const& page, HeaderRow const& row) {
  return are_deadlines(page, row) ||
         std::ranges::all_of(row.pieces, [&](std::uint32_t i) { return is_label_of_column(page.pieces[i]); });
}

/// How many rows the merged labels of the levels and names span. 绩效指标 in front of them spans all rows of the table.
std::uint32_t depth_by_spans(Page const& page, HeaderRow const& upper) {
  std::uint32_t depth = 1;
  for (auto const index : upper.pieces) {
    auto const& piece = page.pieces[index];
    auto const kind = column_kind(piece.label);
    if (kind && is_name_or_level(*kind) && (index != upper.pieces.front() || !piece.label.is(Role::side, "indicators")))
      depth = std::max<std::uint32_t>(depth, piece.y_span);
  }
  return std::min(depth, most_rows);
}

/// The label of a row that a piece stands below; none when it stands left of all.
std::optional<std::size_t> label_above(Page const& page, HeaderRow const& upper, std::vector<std::uint16_t> const& ends,
                                       Piece const& piece) {
  for (std::size_t i = 0; i < upper.pieces.size(); ++i)
    if (piece.x >= page.pieces[upper.pieces[i]].x && piece.x < ends[i])
      return i;
  return std::nullopt;
}

/// Every piece stands below a label that is not that of a name or a level, and several below one.
bool is_below_wide_labels(Page const& page, HeaderRow const& upper, HeaderRow const& row) {
  if (!are_labels_of_columns(page, row))
    return false;
  auto const ends = ends_of(page, upper);
  std::vector<std::size_t> counts(upper.pieces.size());
  for (auto const index : row.pieces) {
    auto const above = label_above(page, upper, ends, page.pieces[index]);
    if (!above)
      return false;
    auto const& label = page.pieces[upper.pieces[*above]];
    if (auto const kind = column_kind(label.label); kind && is_name_or_level(*kind))
      return false;
    // In a carrier without spans a wide label is one with blanks behind it.
    if (ends[*above] < label.x + 2)
      return false;
    ++counts[*above];
  }
  return std::ranges::any_of(counts, [](std::size_t count) { return count > 1; });
}

/// The header proper of a grid of projects, below 绩效指标: levels among labels of which some are not known.
bool is_below_side(Page const& page, HeaderRow const& upper, HeaderRow const& row) {
  auto const has_level = [&](HeaderRow const& of) {
    return std::ranges::any_of(of.pieces, [&](std::uint32_t i) {
      auto const kind = column_kind(page.pieces[i].label);
      return kind == ColumnKind::level1 || kind == ColumnKind::level2;
    });
  };
  auto const known =
      std::ranges::count_if(row.pieces, [&](std::uint32_t i) { return is_column_label(page.pieces[i]); });
  // 一季度 | 二季度 below 分季度目标值, beside the levels: what stands below values needs no label that is listed.
  auto const ends = ends_of(page, upper);
  auto const is_of_values = [&](std::uint32_t i) {
    auto const above = label_above(page, upper, ends, page.pieces[i]);
    return !is_column_label(page.pieces[i]) && above && values_below(page.pieces[upper.pieces[*above]]);
  };
  auto const told = known + std::ranges::count_if(row.pieces, is_of_values);
  auto const may_be = [&](std::uint32_t i) {
    auto const& piece = page.pieces[i];
    return is_column_label(piece) || (piece.text.size() <= longest_unknown_header && !piece.label.is_level());
  };
  return !has_level(upper) && has_level(row) && known >= 3 && told * 2 >= std::ssize(row.pieces) &&
         std::ranges::all_of(row.pieces, may_be);
}

/// 合计 | 甲县 | 乙县 in a row above: as many labels right over the texts of the first row below a wide label as there
/// are.
HeaderRow labels_over(Page const& page, Piece const& wide, std::uint16_t x_end, std::uint32_t row,
                      std::uint32_t below) {
  HeaderRow out;
  auto const in_span = [&](Piece const& piece) { return piece.is_text() && piece.x >= wide.x && piece.x < x_end; };
  auto const texts = page.row(below);
  auto text = std::ranges::find_if(texts, in_span);
  for (auto at = page.rows[row]; at < page.rows[row + 1]; ++at) {
    auto const& label = page.pieces[at];
    if (!in_span(label))
      continue;
    bool const names_column = may_be_label(label) || (label.label.as(Role::total) && label.label.rest == 0);
    if (!names_column || text == texts.end() || text->x != label.x || text->x_end != label.x_end)
      return {};
    out.pieces.push_back(at);
    text = std::find_if(std::next(text), texts.end(), in_span);
  }
  return text == texts.end() ? out : HeaderRow{};
}

/// 区划 | 合计 | 甲县 | 乙县 above the amounts of places, and 绩效目标 over the values of all of them in the header
/// that follows: what stands there is the lower row of that header, too.
HeaderRow said_further_up(Page const& page, HeaderRow const& upper, std::uint32_t end) {
  constexpr std::uint32_t rows_looked_at = 4;
  constexpr std::size_t least = 3;
  auto const row = page.pieces[upper.pieces.front()].row;
  if (page.borders > Borders::gridded || upper.end >= end)
    return {};
  auto const ends = ends_of(page, upper);
  for (std::size_t i = 0; i < upper.pieces.size(); ++i) {
    auto const& wide = page.pieces[upper.pieces[i]];
    if (!values_below(wide) || ends[i] < wide.x + least)
      continue;
    for (auto above = row; above-- > 0 && above + rows_looked_at >= row;)
      if (auto labels = labels_over(page, wide, ends[i], above, page.pieces[upper.end].row);
          labels.pieces.size() >= least) {
        labels.end = upper.end;
        return labels;
      }
  }
  return {};
}

HeaderRow next_row(Page const& page, std::uint32_t first, std::uint32_t end) {
  if (first >= end)
    return {};
  return take_row(page, first, end, is_column_label);
}

/// Where covered cells are left out, the row below has as many cells as labels of the two leave.
bool comes_out_by_count(Page const& page, HeaderRow const& upper, HeaderRow const& row) {
  return are_labels_of_columns(page, row) && shares_by_count(page, upper, row);
}

bool is_second_row(Page const& page, HeaderRow const& upper, HeaderRow const& row) {
  if (row.pieces.size() < 2)
    return false;
  if (comes_out_by_count(page, upper, row))
    return true;
  if (std::ranges::all_of(row.pieces, [&](std::uint32_t i) { return is_column_label(page.pieces[i]); }))
    return true;
  if (is_below_values(page, upper, row) || is_below_side(page, upper, row))
    return true;
  return page.borders == Borders::separated ? are_periods(page, row) : is_below_wide_labels(page, upper, row);
}

/// Each label of the middle row has labels below it: where cells are left out, as many each.
bool is_third_row(Page const& page, HeaderRow const& middle, HeaderRow const& row) {
  if (row.pieces.size() < 2 || !are_labels_of_columns(page, row))
    return false;
  if (page.borders != Borders::separated)
    return is_below_wide_labels(page, middle, row);
  return row.pieces.size() > middle.pieces.size() && row.pieces.size() % middle.pieces.size() == 0 &&
         std::ranges::all_of(row.pieces, [&](std::uint32_t i) {
           return is_column_label(page.pieces[i]) || header_meaning(page.pieces[i].text);
         });
}

/// The lower of two rows of labels, where each has the one that it stands below; labels with none below stay.
HeaderRow stacked(Page const& page, HeaderRow const& middle, HeaderRow const& row) {
  HeaderRow out;
  out.end = row.end;
  auto const ends = ends_of(page, middle);
  auto const each = row.pieces.size() / middle.pieces.size();
  for (std::size_t i = 0; i < middle.pieces.size(); ++i) {
    auto const before = out.pieces.size();
    for (std::size_t k = 0; k < row.pieces.size(); ++k) {
      bool const below = page.borders == Borders::separated
                             ? k / each == i
                             : label_above(page, middle, ends, page.pieces[row.pieces[k]]) == i;
      if (!below)
        continue;
      out.pieces.push_back(row.pieces[k]);
      out.above.push_back(middle.pieces[i]);
    }
    if (out.pieces.size() == before) {
      out.pieces.push_back(middle.pieces[i]);
      out.above.push_back(HeaderRow::none);
    }
  }
  return out;
}

/// The groups among the labels of a middle row, 成本指标 | 产出指标, each over 三级指标 | 指标值 of its own. None where
/// that is not so.
std::vector<std::size_t> groups_over(Page const& page, HeaderRow const& middle, HeaderRow const& row) {
  std::vector<std::size_t> groups;
  for (std::size_t i = 0; i < middle.pieces.size(); ++i) {
    auto const& piece = page.pieces[middle.pieces[i]];
    if (piece.label.is_level() && piece.label.rest == 0)
      groups.push_back(i);
    else if (!is_label_of_column(piece))
      return {};
  }
  auto const is_column = [&](std::uint32_t i) { return is_column_label(page.pieces[i]); };
  auto const is_name = [&](std::uint32_t i) { return column_kind(page.pieces[i].label) == ColumnKind::level3; };
  bool const each = groups.size() >= 2 && row.pieces.size() >= 2 * groups.size() &&
                    std::ranges::all_of(row.pieces, is_column) &&
                    std::ranges::count_if(row.pieces, is_name) == std::ssize(groups);
  return each && is_name(row.pieces.front()) ? groups : std::vector<std::size_t>{};
}

/// The labels of the middle row, those of groups replaced by what stands below them: from a label of names to the next.
HeaderRow below_groups(Page const& page, HeaderRow const& middle, HeaderRow const& row,
                       std::span<std::size_t const> groups) {
  HeaderRow out;
  out.end = row.end;
  std::size_t next = 0;
  for (std::size_t i = 0; i < middle.pieces.size(); ++i) {
    if (std::ranges::find(groups, i) == groups.end()) {
      out.pieces.push_back(middle.pieces[i]);
      out.above.push_back(HeaderRow::none);
      continue;
    }
    do {
      out.pieces.push_back(row.pieces[next++]);
      out.above.push_back(middle.pieces[i]);
    } while (next < row.pieces.size() && column_kind(page.pieces[row.pieces[next]].label) != ColumnKind::level3);
  }
  return out;
}

} // namespace

bool is_below_values(Page const& page, HeaderRow const& upper, HeaderRow const& row) {
  bool const deadlines = are_deadlines(page, row);
  auto const unlisted = [&](std::uint32_t i) { return deadlines || may_be_label(page.pieces[i]); };
  auto const suits = [&](std::uint32_t i) {
    auto const& label = page.pieces[i].label;
    return unlisted(i) || (label.known() && label.rest == 0 && !label.is_level());
  };
  if (!std::ranges::all_of(row.pieces, suits) || std::ranges::none_of(row.pieces, unlisted))
    return false;
  // What stands below 预期目标 | 实际完成情况 is the text of goals.
  auto const is_of_indicator = [&](std::uint32_t i) {
    auto const kind = column_kind(page.pieces[i].label);
    return kind && is_name_or_level(*kind);
  };
  if (std::ranges::none_of(upper.pieces, is_of_indicator))
    return false;
  auto const ends = ends_of(page, upper);
  bool const grades = look_of(page.pieces[row.pieces.front()].text) == Look::grade;
  // Blanks in front of a row hold its place, where covered cells are else left out.
  bool const keeps_place = page.has_rows() && page.row(page.pieces[row.pieces.front()].row).front().blank();
  for (std::size_t i = 0; i < upper.pieces.size(); ++i) {
    auto const& parent = page.pieces[upper.pieces[i]];
    auto const kind = column_kind(parent.label);
    if (kind != ColumnKind::target && !(grades && kind == ColumnKind::basis))
      continue;
    auto const below = [&](std::uint32_t at) { return page.pieces[at].x >= parent.x && page.pieces[at].x < ends[i]; };
    if ((page.borders >= Borders::separated && !keeps_place) || std::ranges::all_of(row.pieces, below))
      return true;
  }
  return false;
}

HeaderRow read_lower_rows(Page const& page, HeaderRow const& upper, std::uint32_t end) {
  auto const depth = page.borders == Borders::exact ? depth_by_spans(page, upper) : 1;
  auto second = next_row(page, upper.end, end);
  if (second.pieces.empty())
    return said_further_up(page, upper, end);
  auto third = next_row(page, second.end, end);
  if (auto const groups = groups_over(page, second, third); !groups.empty())
    return below_groups(page, second, third, groups);
  bool const spanned = depth > 1 && are_labels_of_columns(page, second);
  if (!spanned && !is_second_row(page, upper, second))
    return said_further_up(page, upper, end);
  return depth != 2 && is_third_row(page, second, third) ? stacked(page, second, third) : second;
}

} // namespace jixiao::recognition
