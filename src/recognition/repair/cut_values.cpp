#include "recognition/repair/cut_values.hpp"

#include "recognition/columns/columns.hpp"

#include <span>

namespace jixiao::recognition {

void CutValues::join(std::uint32_t row, bool in_table) {
  in_table_ = in_table;
  join_figures(texts_of(page_, row));
  auto const texts = texts_of(page_, row);
  for (std::size_t begin = 0; begin < texts.size();) {
    auto end = begin + 1;
    while (end < texts.size() && !parts_values(page_, labels_, texts[begin]) &&
           (!parts_values(page_, labels_, texts[end]) || ends_value(texts[end - 1], texts[end])) &&
           are_beside(page_, texts[end - 1], texts[end]))
      ++end;
    if (end - begin > 1)
      join_texts(std::span(texts).subspan(begin, end - begin), begin > 0 && at(texts[begin - 1]).label.known());
    begin = end;
  }
}

/// 20 | 32年10月底前 and ≥42 | 0公里 stand where the most of them does, whichever label is over both.
void CutValues::join_figures(Texts const& texts) {
  for (std::size_t i = 0; i + 1 < texts.size(); ++i)
    if (auto const before = at(texts[i]).text, behind = at(texts[i + 1]).text;
        are_beside(page_, texts[i], texts[i + 1]) && (is_cut_year(before, behind) || is_cut_quantity(before, behind))) {
      join_pieces(page_, std::span(texts).subspan(i, 2), {});
      at(texts[i]).x = at(texts[i + 1]).x;
    }
}

/// Texts that touch each other. Below a header those of one of its labels are one; a value is all that stands behind
/// its label.
void CutValues::join_texts(std::span<std::uint32_t const> texts, bool labelled) {
  for (std::size_t begin = 0; begin < texts.size();) {
    auto end = begin + 1;
    while (end < texts.size() && goes_on(at(texts[end - 1]), at(texts[end]), labelled))
      ++end;
    if (end - begin > 1)
      join_pieces(page_, texts.subspan(begin, end - begin), {});
    begin = end;
  }
}

/// 达成指 | 指标 below the label of results, 人员 | 数量 below that of names.
bool CutValues::ends_value(std::uint32_t before, std::uint32_t piece) const {
  auto const& label = at(piece).label;
  return in_table_ && label.rest == 0 && !label.as(Role::total) && over_.over_both(at(before), at(piece)) &&
         (!label.is_level() || column_kind(at(*over_.label_over(at(piece).x)).label) == ColumnKind::level3);
}

bool CutValues::goes_on(Piece const& before, Piece const& behind, bool labelled) const {
  bool const first = is_whole_figure(before), second = is_whole_figure(behind);
  if (!over_.any())
    return first && second ? is_cut_number(before.text, behind.text) : labelled || first == second;
  return first && second ? over_.printed_over_both(before, behind) : over_.over_both(before, behind);
}

} // namespace jixiao::recognition
