#include "repairs/read_table.hpp"

#include "text/clean.hpp"

#include <algorithm>
#include <array>

namespace jixiao {

namespace {

constexpr std::size_t longest_group_name = 60; ///< bytes

bool is_level(FieldId field) { return field == FieldId::level1 || field == FieldId::level2; }

/// True when a name cannot end here: an open bracket or quotation mark, or a word that wants a next one.
bool ends_open(std::string_view text) {
  static constexpr std::array<std::string_view, 12> openers{"、", "，", ",",  "和", "与", "及",
                                                            "的", "或", "（", "(",  "“",  "《"};
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> pairs{
      {{"“", "”"}, {"《", "》"}, {"（", "）"}, {"(", ")"}}};
  for (auto const& [open, close] : pairs) {
    auto const last = text.rfind(open);
    if (last != std::string_view::npos && text.find(close, last) == std::string_view::npos)
      return true;
  }
  return std::any_of(openers.begin(), openers.end(), [&](std::string_view o) { return text.ends_with(o); });
}

/// True when a text cannot begin a name: it starts with what closes or joins.
bool begins_inside(std::string_view text) {
  static constexpr std::array<std::string_view, 11> joiners{"、", "，", ",",  "。", "；", "）",
                                                            ")",  "”",  "》", "的", "和"};
  return std::any_of(joiners.begin(), joiners.end(), [&](std::string_view j) { return text.starts_with(j); });
}

class TableReader {
public:
  TableReader(RepairContext const& context, RawForm const& form, RawTable const& table)
      : context_(context), form_(form), table_(table), result_(std::make_unique<ReadTable>()) {}

  std::unique_ptr<ReadTable> run() {
    for (auto const& header : table_.headers)
      result_->columns.push_back(table_columns(form_, table_, header));
    result_->rows = read_record_rows(context_.page, form_, table_, context_.groups.taxonomy(), context_.claims);
    result_->entries.reserve(result_->rows.rows.size());
    for (auto& row : result_->rows.rows)
      take(row);
    return std::move(result_);
  }

private:
  std::vector<TableColumn> const& columns_of(RecordRow const& row) const {
    return result_->columns[static_cast<std::size_t>(row.header - table_.headers.data())];
  }

  void take(RecordRow& row) {
    adopt_unknown_groups(row);
    auto aligned = align_row(row, columns_of(row));
    RecordEntry entry{std::move(aligned), {}, {}, {}, JoinKind::none, {}, 0};
    collect(entry);
    if (entry.texts.empty()) {
      carried_.insert(carried_.end(), entry.labels.begin(), entry.labels.end());
      return;
    }
    if (entry.labels.empty() && carried_.empty() && joins_above(entry))
      return;
    entry.labels.insert(entry.labels.begin(), carried_.begin(), carried_.end());
    carried_.clear();
    result_->entries.push_back(std::move(entry));
  }

  /// Labels and texts of an aligned row.
  void collect(RecordEntry& entry) const {
    auto const& aligned = entry.aligned;
    for (std::size_t c = 0; c < aligned.columns->size(); ++c) {
      auto const field = (*aligned.columns)[c].field;
      if (aligned.cell_of[c] < 0 || is_level(field))
        continue;
      entry.texts.push_back({field, {aligned.row->cells[static_cast<std::size_t>(aligned.cell_of[c])].cell->cell}});
    }
    for (auto const& cell : aligned.row->cells) {
      auto const is_text = std::any_of(entry.texts.begin(), entry.texts.end(),
                                       [&](RecordField const& t) { return t.cells[0] == cell.cell->cell; });
      if (cell.is_label() && !is_text)
        entry.labels.push_back(&cell);
    }
  }

  /// An unknown text in a level column of a row that is otherwise complete and in place names a group of its own.
  void adopt_unknown_groups(RecordRow& row) {
    auto const& columns = columns_of(row);
    auto const in_column = [&](FieldId field) -> RecordCell* {
      for (auto const& column : columns)
        for (auto& cell : row.cells)
          if (column.field == field && column.x == cell.x)
            return &cell;
      return nullptr;
    };
    for (auto const& cell : row.cells)
      if (cell.level1 >= 0)
        last_level1_ = cell.level1;
    auto const* name = in_column(FieldId::level3);
    if (!name || name->canonical || !in_column(FieldId::target))
      return;
    if (auto* cell = in_column(FieldId::level1)) {
      if (is_unknown_group(*cell))
        name_group(*cell, cell->level1, context_.groups.adopt(clean_value(cell->text), -1));
      last_level1_ = cell->level1;
    }
    // A merged level-1 label is printed on the first row of its group only.
    auto* cell = in_column(FieldId::level2);
    if (cell && last_level1_ >= 0 && is_unknown_group(*cell))
      name_group(*cell, cell->level2, context_.groups.adopt(clean_value(cell->text), last_level1_));
  }

  static bool is_unknown_group(RecordCell const& cell) {
    return !cell.is_label() && cell.text.size() <= longest_group_name;
  }

  static void name_group(RecordCell& cell, std::int16_t& level, int node) {
    level = static_cast<std::int16_t>(node);
    cell.canonical = node >= 0;
  }

  bool has(RecordEntry const& entry, FieldId field) const {
    return std::any_of(entry.texts.begin(), entry.texts.end(), [&](RecordField const& t) { return t.field == field; });
  }

  std::string text_of(RecordField const& field) const {
    return clean_value(context_.page.reading->cells[field.cells.back()].text);
  }

  /// A row with a single text and no label may be the end of the record above it.
  bool joins_above(RecordEntry const& entry) {
    if (result_->entries.empty() || entry.texts.size() != 1)
      return false;
    auto& above = result_->entries.back();
    if (above.joined == JoinKind::value_moved_up)
      return false;
    auto only = entry.texts[0];
    if (only.field == FieldId::target && !name_in_place(above))
      return false;
    // Under the header of the value, a lone text is a value before it is a name.
    if (only.field == FieldId::level3 && stands_under(entry, FieldId::target) && lone_value_fits(above))
      only.field = FieldId::target;
    if (only.field != FieldId::level3 && !has(above, only.field)) {
      if (!has(above, FieldId::level3))
        return false;
      above.texts.push_back(only);
      above.joined = JoinKind::value_moved_up;
    } else {
      auto const same = std::find_if(above.texts.begin(), above.texts.end(),
                                     [&](RecordField const& t) { return t.field == only.field; });
      if (same == above.texts.end() || !goes_on(*same, only))
        return false;
      same->cells.push_back(only.cells[0]);
      above.joined = JoinKind::text_goes_on;
    }
    above.joined_field = only.field;
    above.joined_row = entry.aligned.row->row;
    return true;
  }

  /// True when the only text of a row stands in this column.
  bool stands_under(RecordEntry const& entry, FieldId field) const {
    auto const cell = entry.texts[0].cells[0];
    return std::any_of(entry.aligned.columns->begin(), entry.aligned.columns->end(), [&](TableColumn const& column) {
      auto const x = static_cast<std::int32_t>(context_.page.reading->cells[cell].x);
      return column.field == field && column.x <= x && x <= column.last_x;
    });
  }

  /// True when the name of a record stands under its header: a record that slid off the table has no value below it.
  bool name_in_place(RecordEntry const& entry) const {
    auto const& row = entry.aligned;
    auto const* name = row.cell(FieldId::level3);
    return name && std::any_of(row.columns->begin(), row.columns->end(), [&](TableColumn const& column) {
             return column.field == FieldId::level3 && column.x <= name->x && name->x <= column.last_x;
           });
  }

  bool lone_value_fits(RecordEntry const& above) const {
    if (!name_in_place(above))
      return false;
    auto const target = std::find_if(above.texts.begin(), above.texts.end(),
                                     [](RecordField const& t) { return t.field == FieldId::target; });
    return target == above.texts.end() || ends_open(text_of(*target));
  }

  bool goes_on(RecordField const& above, RecordField const& below) const {
    if (ends_open(text_of(above)) || begins_inside(text_of(below)))
      return true;
    // A free text other than the name has no other place to go.
    return kind_of(below.field) == FieldKind::prose && below.field != FieldId::level3;
  }

  RepairContext const& context_;
  RawForm const& form_;
  RawTable const& table_;
  std::unique_ptr<ReadTable> result_;
  std::vector<RecordCell const*> carried_;
  int last_level1_ = -1;
};

/// Counts the names of rows that print their own level-2 label, and of those filled down from such a row.
void vote(RepairContext const& context, ReadTable const& table, std::uint32_t form_index) {
  int node = -1;
  for (auto const& entry : table.entries) {
    for (auto const* label : entry.labels)
      if (label->level2 >= 0)
        node = label->level2;
    bool const shifted = !entry.aligned.in_place && entry.labels.empty();
    if (node < 0 || shifted)
      continue;
    if (!entry.name.empty())
      context.votes.add(entry.name, node, form_index);
  }
}

} // namespace

std::unique_ptr<ReadTable> read_table(RepairContext const& context, RawForm const& form, RawTable const& table,
                                      std::uint32_t form_index) {
  auto result = TableReader(context, form, table).run();
  for (auto& entry : result->entries)
    for (auto const& text : entry.texts)
      if (text.field == FieldId::level3)
        for (auto const cell : text.cells)
          fold_label(context.page.reading->cells[cell].text, entry.name);
  vote(context, *result, form_index);
  return result;
}

} // namespace jixiao
