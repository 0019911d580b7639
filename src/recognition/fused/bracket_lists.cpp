#include "recognition/fused/bracket_lists.hpp"

#include "recognition/fused/bracket_marks.hpp"
#include "recognition/fused/bracket_projects.hpp"
#include "recognition/fused/fused_text.hpp"
#include "recognition/fused/put.hpp"
#include "text/clean.hpp"

#include <algorithm>

namespace jixiao::recognition {

namespace fused {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t fewest_groups = 2;

std::string_view without_colon(std::string_view text) {
  text = trim(text);
  for (auto const colon : {":"sv, "："sv})
    if (text.starts_with(colon))
      text = trim(text.substr(colon.size()));
  return text;
}

/// A text of a row over several projects: layout between their forms.
void put_layout(FusedCell& cell, std::string_view text) {
  put_text(cell, text);
  cell.pieces.back().joined = true;
}

class ListReader {
public:
  ListReader(std::vector<BracketItem> items, LabelFinder const& labels) : items_(std::move(items)), labels_(labels) {}

  FusedCells run() {
    in_one_cell_ = std::ranges::any_of(
        items_, [&](BracketItem const& item) { return !item.list && heads_bracket_names(item.text, labels_); });
    std::size_t end = 0; // of the items that were read
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (!items_[i].list)
        continue;
      if (i == 0 || !items_[i - 1].list) {
        put_project(find_project(items_, end, i, labels_, office_));
        header_put_ = false;
      }
      read_list(items_[i].text, cells_[items_[i].cell]);
      end = i + 1;
    }
    return std::move(cells_);
  }

private:
  void put_project(BracketProject const& project) {
    if (!project.name)
      return;
    for (auto const* item : project.above)
      put_layout(cells_[item->cell], item->text);
    if (project.code)
      put_layout(cells_[project.code->cell], project.code->text);
    auto& cell = cells_[project.name->cell];
    if (auto const names = in_one_cell_ ? part_bracket_names(project.name->text) : std::nullopt) {
      put_labelled(cell, "项目名称", names->project);
      put_labelled(cell, "项目类别", names->category);
      put_inferred(cell, "项目实施单位", labels_);
      if (project.code)
        put_text(cell, project.code->text);
      put_text(cell, names->unit);
    } else {
      put_labelled(*project.name, "项目名称");
      if (office_.category)
        put_labelled(cell, "项目类别", office_.category->text);
      if (office_.name)
        put_office(cell);
    }
    put_labelled(*project.amount, "年度资金总额");
    for (auto const& item : project.purpose)
      put_labelled(item, "项目内容");
  }

  void put_labelled(BracketItem const& item, std::string_view label) {
    put_labelled(cells_[item.cell], label, item.text);
  }

  void put_labelled(FusedCell& cell, std::string_view label, std::string_view text) {
    put_inferred(cell, label, labels_);
    put_text(cell, text);
  }

  void put_office(FusedCell& cell) {
    put_inferred(cell, "项目实施单位", labels_);
    if (!office_.code.empty())
      put_text(cell, office_.code);
    put_text(cell, office_.name->text);
  }

  void read_list(std::string_view text, FusedCell& cell) {
    for (std::size_t at = 0; at < text.size();) {
      if (auto const mark = text.substr(at).starts_with(open_mark) ? mark_at(text, at, labels_) : std::nullopt) {
        put_mark(*mark, cell);
        at = mark->end;
        continue;
      }
      auto const next = next_mark(text, at + 1);
      read_text(text.substr(at, next - at), cell);
      at = next;
    }
  }

  /// The end of the text where there is none.
  std::size_t next_mark(std::string_view text, std::size_t from) const {
    auto at = text.find(open_mark, from);
    while (at != std::string_view::npos && !mark_at(text, at, labels_))
      at = text.find(open_mark, at + 1);
    return std::min(at, text.size());
  }

  void put_mark(BracketMark const& mark, FusedCell& cell) {
    in_groups_ = mark.first.is_level();
    if (in_groups_ && !header_put_) {
      for (auto const label : {"一级指标"sv, "二级指标"sv, "三级指标"sv, "指标值"sv})
        put_inferred(cell, label, labels_);
      header_put_ = true;
    }
    cell.pieces.push_back({mark.first_text, mark.first});
    if (!mark.second_text.empty())
      cell.pieces.push_back({mark.second_text, mark.second});
  }

  void read_text(std::string_view text, FusedCell& cell) const {
    text = without_colon(text);
    if (text.empty())
      return;
    if (!in_groups_)
      return put_text(cell, text);
    // Entries begin with their number, else with a line.
    bool const numbered = entry_number_length(text) > 0;
    std::size_t begin = 0;
    for (std::size_t at = 1; at <= text.size(); ++at)
      if (at == text.size() || entry_number_length(text.substr(at)) > 0 || (text[at] == '\n' && !numbered)) {
        put_entry(trim(text.substr(begin, at - begin)), cell);
        begin = at;
      }
  }

  static void put_entry(std::string_view text, FusedCell& cell) {
    auto const entry = part_entry(text);
    if (!entry)
      return;
    put_text(cell, entry->name);
    cell.pieces.back().begins = true;
    if (entry->value)
      put_text(cell, *entry->value);
  }

  std::vector<BracketItem> items_;
  LabelFinder const& labels_;
  FusedCells cells_;
  BracketOffice office_;
  bool in_groups_ = false, header_put_ = false;
  bool in_one_cell_ = false; ///< the unit, the kind and the name of a project
};

} // namespace

} // namespace fused

FusedCells part_bracket_lists(Reading const& reading, LabelFinder const& labels) {
  // The cheapest sign first.
  if (std::ranges::none_of(reading.cells,
                           [](Cell const& cell) { return cell.text.find(fused::open_mark) != cell.text.npos; }))
    return {};
  auto [items, groups, mixed] = fused::collect_items(reading, labels);
  if (groups < fused::fewest_groups || mixed || has_table_header(reading, labels))
    return {};
  auto out = fused::ListReader(std::move(items), labels).run();
  // Blanks of the tables tell nothing once rows are lists.
  for (auto const& row : reading.rows)
    for (auto c = row.first_cell; c < row.first_cell + row.cell_count; ++c)
      if (is_blank(reading.cells[c].text))
        out[c];
  return out;
}

} // namespace jixiao::recognition
