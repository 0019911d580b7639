#include "recognition/repair/repeated_header.hpp"

#include "recognition/repair/damaged_labels.hpp"
#include "text/alike.hpp"

#include <algorithm>

namespace jixiao::recognition {

namespace {

constexpr std::size_t fewest_left = 3; ///< labels in their places

} // namespace

RepeatedHeader::Header& RepeatedHeader::header_of(Texts const& texts) {
  auto const are = [&](Role role) {
    return std::ranges::count_if(texts, [&](std::uint32_t i) { return page_.pieces[i].label.as(role) != nullptr; });
  };
  return are(Role::measure) > are(Role::column) ? funds_ : indicators_;
}

void RepeatedHeader::keep(Texts const& texts, LabelsOver const& over) {
  auto& header = header_of(texts);
  auto const role = &header == &funds_ ? Role::measure : Role::column;
  auto const known = static_cast<std::size_t>(
      std::ranges::count_if(texts, [&](std::uint32_t i) { return page_.pieces[i].label.as(role) != nullptr; }));
  if (known < fewest_left || known < header.known || (known == header.known && texts.size() <= header.columns.size()))
    return;
  header.known = known;
  header.columns.clear();
  for (auto const& [first, end] : over.ranges())
    if (auto const i = over.label_over(first))
      header.columns.push_back({first, end, page_.pieces[*i].text, page_.pieces[*i].label});
}

bool RepeatedHeader::says(Column const& column, Piece const& piece) {
  if (piece.label.rest > 0)
    return false;
  if (!column.label.known())
    return piece.label.known() || piece.text == column.text;
  return mean_the_same(column.label, piece.label);
}

void RepeatedHeader::mend(std::uint32_t row) {
  auto const texts = texts_of(page_, row);
  auto const& columns = header_of(texts).columns;
  if (columns.empty() || texts.size() < fewest_left)
    return;
  std::vector<Column const*> missing;
  auto next = texts.begin();
  for (auto const& column : columns) {
    std::size_t others = 0, same = 0;
    while (next != texts.end() && page_.pieces[*next].x < column.x)
      ++next;
    for (; next != texts.end() && page_.pieces[*next].x < column.x_end; ++next) {
      auto const& piece = page_.pieces[*next];
      if (says(column, piece))
        ++same;
      else if (piece.label.known())
        return; // another header
      else
        ++others;
    }
    if (same == 0 || others > 0)
      missing.push_back(&column);
  }
  auto const left = columns.size() - missing.size();
  if (missing.empty() || left < fewest_left || left < missing.size())
    return;
  for (auto const* column : missing)
    put(*column, row);
}

void RepeatedHeader::put(Column const& column, std::uint32_t row) {
  std::vector<std::uint32_t> cells;
  for (auto at = page_.rows[row]; at < page_.rows[row + 1]; ++at)
    if (auto const& piece = page_.pieces[at]; !piece.joined && column.x <= piece.x && piece.x < column.x_end)
      cells.push_back(at);
  if (cells.empty())
    return;
  join_pieces(page_, cells, column.label);
  auto& whole = page_.pieces[cells.front()];
  if (column.label.known() && ideographs_of(whole.text) != ideographs_of(column.label.text))
    page_.mended.push_back(cells.front());
  if (whole.blank() || !column.label.known())
    whole.text = column.text;
}

} // namespace jixiao::recognition
