#include "recognition/columns/header_row.hpp"

#include "grammars/fiscal_year.hpp"
#include "recognition/labels/header_words.hpp"
#include "recognition/pieces/looks.hpp"

#include <limits>

namespace jixiao::recognition {

bool may_be_label(Piece const& piece) {
  if (piece.text.size() > longest_unknown_header || piece.label.known() || piece.label.is_level())
    return false;
  auto const look = piece.look();
  bool const of_time = look == Look::deadline && !says("by_when", piece.text);
  return look == Look::short_words || look == Look::words || look == Look::grade || of_time || look == Look::unit ||
         grammars::match_fiscal_year(clean_value(piece.text));
}

bool leads_on(std::string_view text) {
  return text.size() <= longest_unknown_header && (text.ends_with(":") || text.ends_with("："));
}

bool stands_between_labels(Page const& page, HeaderRow const& row, std::uint32_t at, std::uint32_t end) {
  constexpr std::size_t least = 2, farthest = 3; // labels and texts behind it
  // Above the text of goals, 预期目标 | 实际完成情况 are no columns.
  auto const tells = [&](std::uint32_t index) {
    auto const& label = page.pieces[index].label;
    auto const kind = column_kind(label);
    return label.as(Role::measure) || (kind && is_name_or_level(*kind) && !label.as(Role::side));
  };
  if (row.pieces.size() < least || !may_be_label(page.pieces[at]) || std::ranges::none_of(row.pieces, tells))
    return false;
  std::size_t labels = 0, texts = 0;
  for (auto next = at + 1; next < end && texts < farthest && labels < least; ++next) {
    auto const& piece = page.pieces[next];
    if (!piece.is_text())
      continue;
    ++texts;
    bool const heads = is_column_label(piece) || (piece.label.as(Role::measure) && piece.label.rest == 0);
    if (!heads && !may_be_label(piece))
      return false;
    labels = heads ? labels + 1 : 0;
  }
  return labels >= least;
}

bool is_label_by_words(Piece const& piece) {
  return may_be_label(piece) && header_meaning(piece.text) && !grammars::find_fiscal_year(piece.text);
}

bool are_periods(Page const& page, HeaderRow const& row) {
  return std::ranges::all_of(row.pieces, [&](std::uint32_t index) {
    auto const& piece = page.pieces[index];
    return may_be_label(piece) && (says("part_of_year", piece.text) || says("whole_year", piece.text));
  });
}

std::vector<std::uint32_t> filled_cells(Page const& page, std::uint32_t at, std::uint32_t end) {
  std::vector<std::uint32_t> cells;
  for (auto const row = at < end ? page.pieces[at].row : 0; at < end && page.pieces[at].row == row; ++at)
    if (page.pieces[at].is_text())
      cells.push_back(at);
  return cells;
}

std::vector<std::uint16_t> ends_of(Page const& page, HeaderRow const& row) {
  std::vector<std::uint16_t> ends;
  ends.reserve(row.pieces.size());
  for (std::size_t i = 0; i < row.pieces.size(); ++i) {
    auto const& piece = page.pieces[row.pieces[i]];
    bool const last = i + 1 == row.pieces.size();
    ends.push_back(page.borders == Borders::exact ? piece.x_end
                   : last                         ? std::numeric_limits<std::uint16_t>::max()
                                                  : page.pieces[row.pieces[i + 1]].x);
  }
  return ends;
}

namespace {

/// 项目决策 | 数量指标: a group right before one of those below it.
bool is_level_over(Page const& page, std::uint32_t at, std::uint32_t end) {
  auto const next = page.text_from(at + 1, end);
  return page.pieces[at].label.level1 >= 0 && next < end && page.pieces[next].label.level2 >= 0;
}

} // namespace

HeaderRow take_unknown(Page const& page, std::uint32_t first, std::uint32_t end) {
  constexpr std::size_t most = 8;
  HeaderRow row;
  for (auto at = first; at < end; ++at) {
    auto const& piece = page.pieces[at];
    if (!piece.is_text())
      continue;
    if (piece.label.is_level() && (piece.label.text.ends_with("指标") || is_level_over(page, at, end)))
      return row;
    bool const total = piece.label.as(Role::total) && piece.label.rest == 0; // 合计 | 甲县 | 乙县
    auto const kind = column_kind(piece.label);
    bool const known = !row.pieces.empty() && is_column_label(piece) && kind && !is_name_or_level(*kind) &&
                       *kind < ColumnKind::project_name; // 2023年实际值 | 得分
    if (row.pieces.size() == most || !(may_be_label(piece) || total || known))
      break;
    row.pieces.push_back(at);
    row.end = at + 1;
  }
  bool const cut_off = row.end == end && !row.pieces.empty() && first > 0 &&
                       page.pieces[row.pieces.back()].row == page.pieces[first - 1].row;
  return cut_off ? row : HeaderRow{};
}

} // namespace jixiao::recognition
