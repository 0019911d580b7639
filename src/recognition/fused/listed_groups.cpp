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
constexpr std::size_t longest_group = 90; ///< bytes, with the sign behind it
constexpr std::array list_header = {"一级指标"sv, "二级指标"sv, "三级指标"sv, "指标值"sv};

class GroupListReader {
public:
  explicit GroupListReader(LabelFinder const& labels) : labels_(labels) {}

  void read_line(std::uint32_t cell, std::string_view line) {
    cell_ = cell;
    bool first = true;
    for (auto const sentence : sentences_of(line)) {
      auto rest = sentence;
      while (read_mark(rest))
        ;
      bool const marked = rest.size() != sentence.size();
      if (where_ == Where::before || failed_)
        return;
      if (!rest.empty() && (where_ == Where::fields || !read_entries(rest, marked || !first)))
        return leave(line, first && !marked);
      first = false;
    }
  }

  FusedCells take() {
    bool const targets = 2 * bounded_ >= entries_;
    if (failed_ || groups_ < fewest_listed_groups || entries_ < fewest_listed_entries || !targets)
      return {};
    return std::move(cells_);
  }

private:
  enum class Where {
    before, ///< no list has begun since the last title or field
    open,   ///< behind a group with nothing on its line
    inside, ///< behind an entry
    fields, ///< behind a field that ended the list
    behind  ///< behind another text
  };

  /// Takes the name of a group, and the colon or comma behind it, from the start of a text.
  bool read_mark(std::string_view& text) {
    auto const begin = text.substr(0, longest_group);
    std::size_t end = begin.size(), behind = end;
    for (auto const sign : {"："sv, ":"sv, "，"sv, ","sv})
      if (auto const at = begin.find(sign); at < end)
        end = at, behind = at + sign.size();
    bool const cut = behind == begin.size() && begin.size() < text.size();
    bool const by_comma = begin.substr(end).starts_with("，") || begin.substr(end).starts_with(",");
    if (end == 0 || cut || (by_comma && where_ == Where::before))
      return false;
    auto label = labels_.find(text.substr(0, end));
    if (!label.is_level())
      return false;
    begin_group(label);
    cells_[cell_].pieces.push_back({text.substr(0, end), std::move(label)});
    text = trim(text.substr(behind));
    where_ = Where::open;
    return true;
  }

  /// A list that goes on behind other texts, or comes back to a group, is of another project, or of results.
  void begin_group(Label const& label) {
    bool const again = label.level2 >= 0 && !seen_.empty() && label.level2 != seen_.back() &&
                       std::ranges::find(seen_, label.level2) != seen_.end();
    failed_ = failed_ || where_ == Where::fields || where_ == Where::behind || again;
    if (where_ == Where::before) {
      for (auto const text : list_header)
        put_inferred(cells_[cell_], text, labels_);
    }
    if (label.level2 >= 0)
      seen_.push_back(label.level2);
    group_ = label;
    group_is_new_ = true;
  }

  /// False for what is no entry: 产出指标：反映预期提供的产品 says what a group is. On a line of its own an entry has a
  /// bound, but for those right below their group.
  bool read_entries(std::string_view text, bool on_line_of_list) {
    auto const entries = part_listed_entries(text);
    bool const told = on_line_of_list || where_ == Where::open;
    auto const may_be = [&](ListedEntry const& entry) {
      return told ? fits(entry) && (entry.value || group_.level2 >= 0) : is_bounded(entry);
    };
    if (!std::ranges::all_of(entries, may_be))
      return false;
    for (auto const& entry : entries)
      put_entry(entry);
    entries_ += entries.size();
    groups_ += group_is_new_;
    group_is_new_ = false;
    where_ = Where::inside;
    return true;
  }

  void put_entry(ListedEntry const& entry) {
    put_text(cells_[cell_], entry.name);
    cells_[cell_].pieces.back().begins = true;
    if (entry.value)
      put_text(cells_[cell_], *entry.value);
    bounded_ += entry.bounded;
  }

  /// Behind the entries of a line nothing else may stand. A title and a field that heads no column end a list, and are
  /// read as any other; what else stands below it is no part of the form.
  void leave(std::string_view line, bool is_line) {
    auto const label = labels_.find(line);
    bool const is_field = label.as(Role::pair) || label.as(Role::fund) || label.as(Role::goal);
    failed_ = failed_ || !is_line || (is_field && (where_ == Where::behind || !ends_list(label)));
    if (is_field) {
      where_ = Where::fields;
    } else if (read_title(line)) {
      where_ = Where::before;
      seen_.clear();
    } else if (where_ != Where::fields) {
      put_aside(cells_[cell_], line);
      where_ = Where::behind;
    }
  }

  /// As in any table (ends_table): 主管部门 may head a column, and below 项目 stands the name of an indicator.
  static bool ends_list(Label const& label) {
    constexpr std::size_t shortest = 9; // bytes
    return label.as(Role::pair) && !label.as(Role::fund) && !label.as(Role::goal) && !label.as(Role::column) &&
           label.text.size() >= shortest;
  }

  LabelFinder const& labels_;
  FusedCells cells_;
  std::uint32_t cell_ = 0;
  Where where_ = Where::before;
  std::vector<std::int16_t> seen_; ///< groups of level 2 in this list
  Label group_;                    ///< the last
  bool group_is_new_ = false;      ///< it has no entry yet
  bool failed_ = false;
  std::size_t groups_ = 0, entries_ = 0, bounded_ = 0;
};

/// The labels of a form in a table: it has indicators of its own there, or goes on below the list.
bool is_of_form(Label const& label, bool behind_list) {
  return label.is_level() || (behind_list && (label.as(Role::pair) || label.as(Role::fund) || label.as(Role::goal)));
}

bool has_header(Reading const& reading, LabelFinder const& labels) {
  Label found;
  return std::ranges::any_of(reading.cells, [&](Cell const& cell) {
    auto const& label = labels.find(cell.text, found);
    auto const kind = column_kind(label);
    bool const heads_list = label.is(Role::side, "indicators"); // 六、绩效指标
    return label.rest == 0 && !heads_list && kind && *kind < ColumnKind::project_name;
  });
}

} // namespace

} // namespace fused

FusedCells part_group_lists(Reading const& reading, LabelFinder const& labels) {
  fused::GroupListReader reader(labels);
  for (auto const& row : reading.rows) {
    bool const paragraph = reading.blocks[row.block].kind == BlockKind::paragraph;
    for (auto c = row.first_cell; paragraph && c < row.first_cell + row.cell_count; ++c)
      if (auto const text = trim(reading.cells[c].text); !is_blank(text))
        reader.read_line(c, text);
  }
  auto lists = reader.take();
  if (lists.empty() || fused::has_header(reading, labels))
    return {};
  Label found;
  bool behind_list = false;
  for (auto const& row : reading.rows)
    for (auto c = row.first_cell; c < row.first_cell + row.cell_count; ++c) {
      behind_list = behind_list || lists.contains(c);
      if (reading.blocks[row.block].kind == BlockKind::table &&
          fused::is_of_form(labels.find(reading.cells[c].text, found), behind_list))
        return {};
    }
  return lists;
}

} // namespace jixiao::recognition
