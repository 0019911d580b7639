#include "repairs/repair_report.hpp"

#include "forms/printed_row.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <cstdlib>

namespace jixiao {

namespace {

// A smaller margin is reported as ambiguous; less is doubtful in a row that reads off its columns as it was decoded,
// unless its own name speaks for the runner-up.
constexpr double close_call = 1.6;
constexpr double close_call_in_place = 1;
constexpr double close_cell = 1; ///< the same for the cells of a row

bool is_level_field(FieldId field) { return field == FieldId::level1 || field == FieldId::level2; }

} // namespace

RepairReporter::RepairReporter(RepairContext const& context, ReadTable const& table, std::uint32_t form_index,
                               std::uint32_t first_record)
    : context_(context), table_(table), form_index_(form_index), record_index_(first_record) {}

RecordCell const* RepairReporter::plain_cell(AlignedRow const& row, TableColumn const& column) const {
  for (auto const& cell : row.row->cells)
    if (column.x <= cell.x && cell.x <= column.last_x)
      return &cell;
  return nullptr;
}

void RepairReporter::fill_down(RecordEntry const& entry) {
  auto const& row = entry.aligned;
  bool level1_printed = false;
  for (auto const& column : *row.columns) {
    if (!is_level_field(column.field))
      continue;
    auto& plain = column.field == FieldId::level1 ? plain_.level1 : plain_.level2;
    for (auto const* label : entry.labels)
      if (column.x <= label->x && label->x <= column.last_x)
        plain = label;
    if (auto const* cell = plain_cell(row, column))
      plain = cell;
    // Something new in the level-1 column with nothing beside it does not go on with the old level 2.
    else if (column.field == FieldId::level2 && level1_printed)
      plain = nullptr;
    if (column.field == FieldId::level1)
      level1_printed = plain_cell(row, column) != nullptr;
  }
}

void RepairReporter::compare(RecordEntry const& entry, GroupChoice const& choice, Record& record) const {
  auto const& taxonomy = context_.groups.taxonomy();
  int const node = choice.node;
  int const level1 = node < 0 || taxonomy.is_level1(node) ? node : taxonomy.parent(node);
  int const level2 = node >= 0 && !taxonomy.is_level1(node) ? node : -1;
  auto const differs = [](RecordCell const* plain, int decoded, std::int16_t RecordCell::*level) {
    if (!plain)
      return decoded >= 0;
    return plain->*level != decoded || plain->joined_with >= 0;
  };
  for (auto const& column : *entry.aligned.columns) {
    if (column.field == FieldId::level1) {
      if (differs(plain_.level1, level1, &RecordCell::level1))
        record.repaired.push_back(column.field);
    } else if (column.field == FieldId::level2) {
      if (differs(plain_.level2, level2, &RecordCell::level2))
        record.repaired.push_back(column.field);
    } else {
      auto const* plain = plain_cell(entry.aligned, column);
      auto const text = std::find_if(record.fields.begin(), record.fields.end(),
                                     [&](RecordField const& f) { return f.field == column.field; });
      bool const same = text == record.fields.end()
                            ? !plain
                            : plain && text->cells.size() == 1 && text->cells[0] == plain->cell->cell;
      if (!same)
        record.repaired.push_back(column.field);
    }
  }
}

void RepairReporter::emit(Code code, std::initializer_list<Arg> arguments, std::string const& leaf, std::int64_t cell) {
  if (leaf.empty())
    whole_covered_ = true;
  else if (auto const field = find_field(leaf))
    covered_.push_back(*field);
  context_.sink.emit(code, arguments, context_.locate(row_, cell), leaf.empty() ? path_ : path_ + "/" + leaf);
}

std::string RepairReporter::column_name(AlignedRow const& row, std::int32_t x) const {
  TableColumn const* nearest = nullptr;
  for (auto const& column : *row.columns)
    if (!nearest || std::abs(column.x - x) < std::abs(nearest->x - x))
      nearest = &column;
  if (!nearest || x < nearest->x || x > nearest->last_x)
    return "(no header)";
  return clean_value(context_.page.reading->cells[nearest->header_cell].text);
}

std::string RepairReporter::group_name(int node) const {
  if (node < 0)
    return "no group";
  auto const& taxonomy = context_.groups.taxonomy();
  if (taxonomy.is_level1(node))
    return taxonomy.name(node);
  return taxonomy.name(taxonomy.parent(node)) + " > " + taxonomy.name(node);
}

namespace {

/// How far the cells of a row stand from their headers, where all of those asked for agree; nothing else.
struct Slide {
  std::optional<std::int32_t> distance;
  std::size_t cells = 0;
  RecordCell const* first = nullptr;
};

Slide common_slide(AlignedRow const& row, bool texts_only) {
  Slide slide;
  for (std::size_t c = 0; c < row.columns->size(); ++c) {
    if (row.cell_of[c] < 0 || (texts_only && is_level_field((*row.columns)[c].field)))
      continue;
    auto const& cell = row.row->cells[static_cast<std::size_t>(row.cell_of[c])];
    auto const& column = (*row.columns)[c];
    auto const distance = column.x <= cell.x && cell.x <= column.last_x ? 0 : cell.x - column.x;
    if (slide.distance && *slide.distance != distance)
      return {};
    if (!slide.first)
      slide.first = &cell;
    slide.distance = distance;
    ++slide.cells;
  }
  return slide;
}

} // namespace

/// One finding for a row that slid as a whole, or whose texts did.
bool RepairReporter::report_shift(RecordEntry const& entry) {
  auto const arguments = [&](Slide const& slide) {
    return std::pair(std::abs(*slide.distance), *slide.distance > 0 ? "right" : "left");
  };
  auto const whole = common_slide(entry.aligned, false);
  if (whole.distance && *whole.distance != 0 && whole.cells >= 2) {
    auto const [columns, side] = arguments(whole);
    emit(Code::row_shifted, {{"columns", columns}, {"side", side}, {"cells", cells_}}, {});
    return true;
  }
  auto const texts = common_slide(entry.aligned, true);
  if (!texts.distance || *texts.distance == 0 || texts.cells < 2)
    return false;
  auto const [columns, side] = arguments(texts);
  emit(Code::cells_shifted,
       {{"text", shortened(texts.first->text)}, {"columns", columns}, {"side", side}, {"cells", cells_}}, {},
       texts.first->cell->cell);
  return true;
}

void RepairReporter::report_labels(RecordEntry const& entry, bool shifted) {
  auto const& row = entry.aligned;
  for (auto const* label : entry.labels) {
    if (label->joined_with >= 0) {
      std::string pieces;
      for (auto const* piece : table_.rows.joined[static_cast<std::size_t>(label->joined_with)].pieces)
        pieces += (pieces.empty() ? "\"" : " + \"") + shortened(context_.page.text(*piece)) + "\"";
      emit(Code::label_joined,
           {{"label", group_name(label->level2 >= 0 ? label->level2 : label->level1)}, {"pieces", pieces}},
           label->level2 >= 0 ? "level2" : "level1", label->cell->cell);
    }
    int const node = label->level2 >= 0 ? label->level2 : label->level1;
    auto const field = label->level2 >= 0 ? FieldId::level2 : FieldId::level1;
    if (context_.groups.is_own(node))
      emit(Code::unknown_group, {{"label", clean_value(label->text)}}, std::string(name_of(field)), label->cell->cell);
    bool const own_row =
        std::any_of(row.row->cells.begin(), row.row->cells.end(), [&](RecordCell const& c) { return &c == label; });
    bool const placed = std::any_of(row.columns->begin(), row.columns->end(), [&](TableColumn const& c) {
      return c.field == field && c.x <= label->x && label->x <= c.last_x;
    });
    if (own_row && !placed && !shifted)
      emit(Code::label_in_wrong_column,
           {{"label", clean_value(label->text)}, {"column", column_name(row, label->x)}, {"cells", cells_}},
           std::string(name_of(field)), label->cell->cell);
  }
}

void RepairReporter::report_texts(RecordEntry const& entry) {
  auto const& row = entry.aligned;
  for (std::size_t c = 0; c < row.columns->size(); ++c) {
    auto const& column = (*row.columns)[c];
    if (row.cell_of[c] < 0 || is_level_field(column.field))
      continue;
    auto const& cell = row.row->cells[static_cast<std::size_t>(row.cell_of[c])];
    if (column.x <= cell.x && cell.x <= column.last_x)
      continue;
    emit(Code::cell_in_wrong_column,
         {{"text", shortened(cell.text)},
          {"field", name_of(column.field)},
          {"column", column_name(row, cell.x)},
          {"cells", cells_}},
         std::string(name_of(column.field)), cell.cell->cell);
  }
}

/// A text that could nearly as well be another field of its row.
void RepairReporter::report_doubt(RecordEntry const& entry) {
  auto const& row = entry.aligned;
  if ((row.in_place && row.is_complete()) || row.margin >= close_cell || !row.doubtful)
    return;
  FieldId chosen{};
  for (std::size_t c = 0; c < row.columns->size(); ++c)
    if (row.cell_of[c] >= 0 && &row.row->cells[static_cast<std::size_t>(row.cell_of[c])] == row.doubtful)
      chosen = (*row.columns)[c].field;
  emit(Code::ambiguous_cell,
       {{"text", shortened(row.doubtful->text)},
        {"runner_up", row.doubtful_field ? name_of(*row.doubtful_field) : "end of another cell"},
        {"chosen", name_of(chosen)},
        {"cells", cells_}},
       std::string(name_of(chosen)), row.doubtful->cell->cell);
}

bool RepairReporter::name_speaks_for(std::size_t index, int node) const {
  auto const& name = table_.entries[index].name;
  auto const speaks = [&](NodeWeights const& weights) {
    return std::any_of(weights.begin(), weights.end(), [&](auto const& w) { return w.first == node; });
  };
  return speaks(context_.cues.find(name)) || speaks(context_.votes.of_others(name, form_index_));
}

bool RepairReporter::is_doubtful(std::size_t index, GroupChoice const& choice, Record const& record) const {
  if (choice.runner_up < 0 || choice.margin >= close_call)
    return false;
  bool const plain = table_.entries[index].aligned.in_place && record.repaired.empty();
  return !plain || choice.margin < close_call_in_place || name_speaks_for(index, choice.runner_up);
}

std::string RepairReporter::evidence(std::size_t index, std::vector<GroupChoice> const& choices) const {
  auto const& name = table_.entries[index].name;
  int const node = choices[index].node;
  auto const speaks = [&](NodeWeights const& weights) {
    return std::any_of(weights.begin(), weights.end(), [&](auto const& w) { return w.first == node; });
  };
  std::string text;
  auto const add = [&](std::string_view piece) { text += (text.empty() ? "" : ", ") + std::string(piece); };
  if (speaks(context_.votes.of_others(name, form_index_)))
    add("the same name in other forms");
  if (speaks(context_.cues.find(name)))
    add("words in its name");
  if (text.empty())
    add("the order of groups");
  return text;
}

void RepairReporter::report_group(std::size_t index, std::vector<GroupChoice> const& choices, Record const& record) {
  auto const& entry = table_.entries[index];
  auto const& choice = choices[index];
  int const before = index > 0 ? choices[index - 1].node : -1;
  bool labelled = false;
  RecordCell const* overruled = nullptr;
  for (auto const* label : entry.labels) {
    if (label->level2 == choice.node || (label->level1 == choice.node && choice.node >= 0))
      labelled = true;
    else if (label->level2 >= 0)
      overruled = label;
  }
  if (overruled && !labelled) {
    bool const taken_up = std::any_of(choices.begin() + static_cast<std::ptrdiff_t>(index) + 1, choices.end(),
                                      [&](GroupChoice const& later) { return later.node == overruled->level2; });
    if (taken_up)
      emit(Code::label_printed_early,
           {{"label", group_name(overruled->level2)}, {"read_as", group_name(choice.node)}, {"cells", cells_}}, {});
    else
      emit(Code::label_overruled,
           {{"label", group_name(overruled->level2)},
            {"read_as", group_name(choice.node)},
            {"evidence", evidence(index, choices)},
            {"cells", cells_}},
           {});
  } else if (overruled) {
    emit(Code::label_printed_early,
         {{"label", group_name(overruled->level2)}, {"read_as", group_name(choice.node)}, {"cells", cells_}}, {});
  } else if (!labelled && choice.node != before && !choice.deferred) {
    emit(Code::group_inferred,
         {{"read_as", group_name(choice.node)}, {"evidence", evidence(index, choices)}, {"cells", cells_}}, {});
  }
  if (is_doubtful(index, choice, record))
    emit(Code::ambiguous_group,
         {{"chosen", group_name(choice.node)}, {"runner_up", group_name(choice.runner_up)}, {"cells", cells_}}, {});
}

/// The table has level-2 groups, but none is known for this row.
bool RepairReporter::lacks_level2(RecordEntry const& entry, GroupChoice const& choice) const {
  return choice.node >= 0 && context_.groups.taxonomy().is_level1(choice.node) &&
         std::any_of(entry.aligned.columns->begin(), entry.aligned.columns->end(),
                     [](TableColumn const& c) { return c.field == FieldId::level2; });
}

void RepairReporter::report_missing(RecordEntry const& entry) {
  RecordField const* name = nullptr;
  RecordField const* value = nullptr;
  for (auto const& text : entry.texts) {
    if (text.field == FieldId::level3)
      name = &text;
    if (text.field == FieldId::target)
      value = &text;
  }
  auto const text_of = [&](RecordField const& field) {
    return shortened(context_.page.reading->cells[field.cells[0]].text);
  };
  auto const has_column = [&](FieldId field) {
    return std::any_of(entry.aligned.columns->begin(), entry.aligned.columns->end(),
                       [&](TableColumn const& c) { return c.field == field; });
  };
  if (name && !value && has_column(FieldId::target))
    emit(Code::target_missing, {{"name", text_of(*name)}, {"cells", cells_}}, "target");
  if (!name)
    emit(Code::name_missing, {{"value", text_of(value ? *value : entry.texts[0])}, {"cells", cells_}}, "level3");
}

void RepairReporter::report_joins(RecordEntry const& entry) {
  if (entry.joined == JoinKind::none)
    return;
  auto const joined = std::find_if(entry.texts.begin(), entry.texts.end(),
                                   [&](RecordField const& t) { return t.field == entry.joined_field; });
  auto const text = shortened(context_.page.reading->cells[joined->cells.back()].text);
  auto const cells = printed_row(context_.page, entry.joined_row);
  auto const leaf = std::string(name_of(entry.joined_field));
  if (entry.joined == JoinKind::text_goes_on) {
    emit(Code::text_joined, {{"text", text}, {"field", leaf}, {"cells", cells}}, leaf, joined->cells.back());
  } else {
    emit(Code::value_from_next_row, {{"value", text}, {"name", shortened(entry.name)}, {"cells", cells}}, leaf,
         joined->cells.back());
  }
}

/// What fill-down would have read wrongly on a row that is itself in order.
void RepairReporter::cover_rest(RecordEntry const& entry, Record const& record) {
  if (whole_covered_)
    return;
  auto const uncovered = [&](FieldId field) {
    return std::find(record.repaired.begin(), record.repaired.end(), field) != record.repaired.end() &&
           std::find(covered_.begin(), covered_.end(), field) == covered_.end();
  };
  bool const level1 = uncovered(FieldId::level1), level2 = uncovered(FieldId::level2);
  if (level1 || level2) {
    auto const* plain = level1 ? plain_.level1 : plain_.level2;
    emit(Code::wrong_parent,
         {{"group", record.level2.empty() ? record.level1 : record.level1 + " > " + record.level2},
          {"printed", plain ? shortened(plain->text) : "(nothing)"},
          {"cells", cells_}},
         level1 && level2 ? ""
         : level1         ? "level1"
                          : "level2");
  }
  if (whole_covered_)
    return;
  for (auto const& column : *entry.aligned.columns) {
    if (is_level_field(column.field) || !uncovered(column.field))
      continue;
    if (auto const* cell = plain_cell(entry.aligned, column))
      emit(Code::cell_in_wrong_column,
           {{"text", shortened(cell->text)},
            {"field", read_as(entry.aligned, *cell)},
            {"column", column_name(entry.aligned, cell->x)},
            {"cells", cells_}},
           std::string(name_of(column.field)), cell->cell->cell);
  }
}

/// The field that a cell of the row was read as.
std::string_view RepairReporter::read_as(AlignedRow const& row, RecordCell const& cell) {
  for (std::size_t c = 0; c < row.columns->size(); ++c)
    if (row.cell_of[c] >= 0 && &row.row->cells[static_cast<std::size_t>(row.cell_of[c])] == &cell)
      return name_of((*row.columns)[c].field);
  return cell.is_label() ? "label" : "no field";
}

/// A label whose place an earlier stage could not be sure of.
bool RepairReporter::is_placed() const {
  return plain_.level2 && context_.page.reading->cells[plain_.level2->cell->cell].doubt == Doubt::placed;
}

void RepairReporter::report(std::size_t index, std::vector<GroupChoice> const& choices, Record& record) {
  auto const& entry = table_.entries[index];
  fill_down(entry);
  compare(entry, choices[index], record);
  bool const doubtful = is_doubtful(index, choices[index], record);
  bool const intact = entry.aligned.in_place && entry.aligned.is_complete() && record.repaired.empty() &&
                      entry.joined == JoinKind::none;
  bool const no_level2 = lacks_level2(entry, choices[index]);
  bool const own_groups = choices[index].node >= 0 && context_.groups.is_own(choices[index].node);
  if (!intact || own_groups || no_level2 || doubtful || is_placed()) {
    row_ = entry.aligned.row->row;
    path_ = "/forms/" + std::to_string(form_index_) + "/indicators/" + std::to_string(record_index_);
    cells_ = printed_row(context_.page, row_);
    whole_covered_ = false;
    covered_.clear();
    bool const shifted = report_shift(entry);
    report_labels(entry, shifted);
    if (!shifted)
      report_texts(entry);
    report_doubt(entry);
    report_group(index, choices, record);
    report_missing(entry);
    if (no_level2)
      emit(Code::level2_missing, {{"level1", record.level1}, {"cells", cells_}}, "level2");
    if (is_placed())
      emit(Code::label_placed, {{"label", clean_value(plain_.level2->text)}, {"cells", cells_}}, "level2");
    report_joins(entry);
    cover_rest(entry, record);
  }
  ++record_index_;
}

} // namespace jixiao
