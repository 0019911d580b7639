#include "recognition/fused/listed_groups.hpp"

#include "recognition/columns/columns.hpp"
#include "recognition/fused/listed_entries.hpp"
#include "recognition/fused/put.hpp"
#include "recognition/labels/titles.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <array>

namespace jixiao::recognition {

namespace fused {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t fewest_listed_groups = 2, fewest_listed_entries = 3;
constexpr std::array list_header = {"一级指标"sv, "二级指标"sv, "三级指标"sv, "指标值"sv};

class GroupListReader {
public:
  explicit GroupListReader(LabelFinder const& labels) : labels_(labels) {}

  void read_line(std::uint32_t cell, std::string_view text) {
    cell_ = cell;
    at_line_start_ = true;
    for (auto const sentence : sentences_of(text)) {
      if (!read_sentence(sentence) && !leave(sentence))
        return;
      at_line_start_ = false;
    }
  }

  FusedCells take() {
    bool const targets = 4 * bounded_ >= 2 * entries_ && 2 * valued_ >= entries_;
    if (groups_ < fewest_listed_groups || entries_ < fewest_listed_entries || !targets)
      return {};
    return std::move(cells_);
  }

private:
  /// False where the list is at its end.
  bool read_sentence(std::string_view text) {
    auto rest = text;
    while (read_mark(rest))
      if (rest.empty())
        return true;
    bool const marked = rest.size() != text.size();
    if (!in_list_ || (!marked && at_line_start_ && labels_.find(rest).known()))
      return in_list_ = false;
    auto const entries = part_listed_entries(rest);
    bool const told = marked || mark_is_open_ || !at_line_start_;
    in_list_ = told || std::ranges::all_of(entries, [](ListedEntry const& entry) { return entry.value.has_value(); });
    if (in_list_)
      put_entries(entries);
    mark_is_open_ = false;
    return in_list_;
  }

  /// What is not of the list: a title or a line of a field is read as any other, and a list behind it is another one;
  /// what else stands behind the first group is no indicator.
  bool leave(std::string_view text) {
    if (at_line_start_ && begins_form(text))
      header_put_ = false;
    else if (header_put_)
      put_aside(cells_[cell_], text);
    return header_put_;
  }

  bool begins_form(std::string_view text) const {
    auto const label = labels_.find(text);
    return label.as(Role::pair) || label.as(Role::fund) || label.as(Role::goal) || read_title(text);
  }

  /// Takes the name of a group, and the colon or comma behind it, from the start of a text.
  bool read_mark(std::string_view& text) {
    std::size_t end = text.size(), behind = end;
    for (auto const sign : {"："sv, ":"sv, "，"sv, ","sv})
      if (auto const at = text.find(sign); at < end)
        end = at, behind = at + sign.size();
    auto label = labels_.find(text.substr(0, end));
    if (!label.is_level())
      return false;
    put_header();
    cells_[cell_].pieces.push_back({text.substr(0, end), std::move(label)});
    text = trim(text.substr(behind));
    mark_is_open_ = text.empty();
    in_list_ = group_is_new_ = true;
    return true;
  }

  void put_header() {
    if (header_put_)
      return;
    for (auto const label : list_header)
      put_inferred(cells_[cell_], label, labels_);
    header_put_ = true;
  }

  void put_entries(std::vector<ListedEntry> const& entries) {
    for (auto const& entry : entries) {
      put_text(cells_[cell_], entry.name);
      cells_[cell_].pieces.back().begins = true;
      if (entry.value)
        put_text(cells_[cell_], *entry.value);
      valued_ += entry.value.has_value();
      bounded_ += entry.bounded;
    }
    entries_ += entries.size();
    groups_ += group_is_new_;
    group_is_new_ = false;
  }

  LabelFinder const& labels_;
  FusedCells cells_;
  std::uint32_t cell_ = 0;
  bool at_line_start_ = true;
  bool in_list_ = false;
  bool mark_is_open_ = false; ///< nothing stood behind the last group on its line
  bool group_is_new_ = false;
  bool header_put_ = false;
  std::size_t groups_ = 0, entries_ = 0, valued_ = 0, bounded_ = 0;
};

} // namespace

} // namespace fused

FusedCells part_group_lists(Reading const& reading, LabelFinder const& labels) {
  bool const has_header = std::ranges::any_of(reading.cells, [&](Cell const& cell) {
    auto const label = labels.find(cell.text);
    auto const kind = column_kind(label);
    return label.rest == 0 && kind && *kind < ColumnKind::project_name;
  });
  if (has_header)
    return {};
  fused::GroupListReader reader(labels);
  for (auto const& row : reading.rows)
    if (reading.blocks[row.block].kind == BlockKind::paragraph)
      for (auto c = row.first_cell; c < row.first_cell + row.cell_count; ++c)
        if (auto const text = trim(reading.cells[c].text); !is_blank(text))
          reader.read_line(c, text);
  return reader.take();
}

} // namespace jixiao::recognition
