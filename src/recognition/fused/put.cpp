#include "recognition/fused/put.hpp"

#include "text/clean.hpp"

#include <algorithm>
#include <iterator>

namespace jixiao::recognition::fused {

namespace {

/// 12 | — | 10
void append_cell(std::string& cells, std::string_view text) {
  cells += cells.empty() ? "" : " | ";
  cells += text.empty() ? "—" : text;
}

std::string why_undecided(RunWays const& partings) {
  if (partings.cut)
    return "not all ways of parting it are known";
  auto const& ways = partings.ways;
  auto const best = std::ranges::count_if(ways, [&](RunParting const& p) { return p.cost == ways[0].cost; });
  return best == 0 ? "no way of parting it fits" : std::to_string(best) + " ways of parting it fit equally well";
}

/// No field takes them, but they keep the record apart from the next.
void put_blanks(FusedCell& cell, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    FusedPiece blank{"0", {}, true};
    blank.in_record = blank.inferred = true;
    cell.pieces.push_back(std::move(blank));
  }
}

void put_undecided(FusedCell& cell, PartedRun const& run, std::span<RunColumn const> columns, std::string_view what,
                   std::size_t anchor) {
  auto const first = cell.pieces.size();
  bool const in_record = anchor != first;
  FusedPiece piece{run.text, {}, true};
  piece.in_record = in_record;
  cell.pieces.push_back(std::move(piece));
  if (in_record && !columns.empty())
    put_blanks(cell, columns.size() - 1);
  std::vector<std::string> fields;
  for (auto const& column : columns)
    fields.push_back(clean_value(column.label));
  cell.notes.push_back(
      {first, anchor, std::string(what), std::string(run.text), why_undecided(run.partings), std::move(fields)});
}

/// Weight and score behind words, as one run.
bool put_points(FusedCell& cell, std::string_view run, std::span<RunColumn const> columns, std::string& cells) {
  auto const parted = part_alone(run, points_columns(columns));
  if (!parted.way())
    return false;
  for (auto const& part : parted.way()->parts) {
    put_text(cell, part.of(run));
    cells += " | " + std::string(part.of(run));
  }
  return true;
}

/// 10 | 显著提升 | 显著提升 | 10
void put_words(FusedCell& cell, Record const& record, std::span<RunColumn const> columns, std::string_view name) {
  auto const first = cell.pieces.size();
  std::string cells;
  auto word = record.words.begin();
  bool run_used = false;
  for (auto const& column : columns) {
    std::string_view text;
    if (column.is_points()) {
      bool const before_words = word == record.words.begin();
      text = !before_words ? record.run_behind : run_used ? std::string_view() : record.run;
      run_used = true;
      if (!is_short_number(text) && put_points(cell, text, columns, cells))
        break;
    } else if (word != record.words.end()) {
      text = *word++;
    }
    put_text(cell, text);
    append_cell(cells, text);
  }
  cell.notes.push_back({first, 0, std::string(name), std::move(cells), {}, {}});
}

/// What stands between the name and the target; a blank keeps the name in its column.
void put_before_target(FusedCell& cell, Record const& record, std::span<RunColumn const> header) {
  if (has_explanation(header))
    put_text(cell, record.definition);
  for (auto const& column : header)
    if (column.kind == ColumnKind::target)
      break;
    else if (column.kind == ColumnKind::unit)
      put_text(cell, record.unit);
    else if (column.kind == ColumnKind::comparator)
      put_text(cell, record.nature);
}

/// What stands in each column, a piece each.
void put_parts(FusedCell& cell, PartedRun const& run, std::span<RunColumn const> columns, std::string& cells) {
  for (std::size_t c = 0; c < columns.size(); ++c) {
    auto const text = run.way() ? run.way()->parts[c].of(run.text) : std::string_view();
    put_text(cell, text);
    append_cell(cells, text);
  }
}

/// ≥95% | 达成预期指标 | 10
void put_outcome(FusedCell& cell, Record const& record, int chosen, std::span<RunColumn const> columns,
                 std::string_view name) {
  auto const first = cell.pieces.size();
  auto const before = record.outcome_last ? columns : before_actual(columns);
  PartedRun const run{record.run, record.partings, chosen};
  std::string cells;
  if (!record.words.empty()) {
    for (auto const& column : before) {
      auto const text = column.is_points() ? std::string_view() : record.words[0];
      put_text(cell, text);
      append_cell(cells, text);
    }
  } else if (record.run.empty() || run.way()) {
    put_parts(cell, run, before, cells);
  } else {
    put_undecided(cell, run, before, name, 0);
  }
  put_text(cell, record.outcome);
  append_cell(cells, record.outcome);
  auto const behind = behind_actual(columns);
  if (auto const parted = part_alone(record.run_behind, behind); parted.way())
    put_parts(cell, parted, behind, cells);
  else if (!record.run_behind.empty())
    put_undecided(cell, parted, behind, name, 0);
  cell.notes.push_back({first, 0, std::string(name), std::move(cells), {}, {}});
}

/// Names and values that cannot be told apart are no indicator.
void put_untold(FusedCell& cell, std::string_view text, std::span<RunColumn const> columns) {
  cell.pieces.push_back({text, {}, true});
  std::vector<std::string> fields{"三级指标"};
  for (auto const& column : columns)
    fields.push_back(clean_value(column.label));
  cell.notes.push_back({0, 0, {}, clean_value(text), "no way of parting it fits", std::move(fields)});
}

} // namespace

void put_text(FusedCell& cell, std::string_view text) { cell.pieces.push_back({text, {}}); }

void put_aside(FusedCell& cell, std::string_view text) {
  FusedPiece piece{text, {}};
  piece.joined = true;
  cell.pieces.push_back(std::move(piece));
}

void put_inferred(FusedCell& cell, std::string_view text, LabelFinder const& labels) {
  FusedPiece piece{text, labels.find(text)};
  piece.inferred = true;
  cell.pieces.push_back(std::move(piece));
}

void insert_inferred(FusedCell& cell, std::size_t piece, std::string_view text, LabelFinder const& labels) {
  FusedPiece inserted{text, labels.find(text)};
  inserted.inferred = true;
  cell.pieces.insert(cell.pieces.begin() + static_cast<std::ptrdiff_t>(piece), std::move(inserted));
  for (auto& note : cell.notes) {
    note.piece += note.piece >= piece;
    note.anchor += note.anchor >= piece;
  }
}

void put_unknown_columns(FusedCell& cell, std::string_view text) {
  auto const piece = cell.pieces.size();
  cell.pieces.push_back({text, {}, true});
  cell.notes.push_back({piece, piece, {}, clean_value(text), "no way of parting it fits", {"表头"}});
}

void put_behind_value(FusedCell& cell, std::string_view text, std::string_view label) {
  auto const piece = cell.pieces.size();
  cell.pieces.push_back({text, {}, true});
  cell.notes.push_back(
      {piece, piece - 1, std::string(label), clean_value(text), "no way of parting it fits", {std::string(label)}});
}

void put_run(FusedCell& cell, PartedRun const& run, std::span<RunColumn const> columns, std::string_view what,
             std::size_t anchor) {
  if (!run.way())
    return put_undecided(cell, run, columns, what, anchor);
  auto const first = cell.pieces.size();
  std::string cells;
  for (auto const& part : run.way()->parts) {
    put_text(cell, part.of(run.text));
    append_cell(cells, part.of(run.text));
  }
  while (cell.pieces.size() > first + 1 && cell.pieces.back().text.empty())
    cell.pieces.pop_back();
  cell.notes.push_back({first, anchor, std::string(what), std::move(cells), {}, {}});
}

FusedCell cell_of(Record const& record, int chosen, std::span<RunColumn const> header) {
  FusedCell cell;
  auto const columns = value_columns(header);
  auto const name = clean_value(record.name);
  if (record.placeholder)
    put_aside(cell, record.name);
  else if (record.untold)
    put_untold(cell, record.name, columns);
  if (record.placeholder || record.untold)
    return cell;
  if (!record.name.empty()) {
    put_text(cell, record.name);
    cell.pieces.back().begins = true;
  }
  put_before_target(cell, record, header);
  if (!record.outcome.empty())
    put_outcome(cell, record, chosen, columns, name);
  else if (!record.words.empty())
    put_words(cell, record, columns, name);
  else if (!record.run.empty())
    put_run(cell, {record.run, record.partings, chosen}, columns, name, 0);
  else
    cell.notes.push_back({0, 0, name, name, {}, {}});
  if (!record.remark.empty())
    put_text(cell, record.remark);
  if (record.bare)
    put_blanks(cell, columns.size());
  return cell;
}

void replace_piece(FusedCell& cell, std::size_t piece, FusedCell by) {
  auto const grown = by.pieces.size() - 1; // of unsigned numbers: none instead of one takes one away
  for (auto& note : cell.notes)
    if (note.piece > piece)
      note.piece += grown, note.anchor += grown;
  for (auto& note : by.notes)
    note.piece += piece, note.anchor += piece;
  auto const at = cell.pieces.erase(cell.pieces.begin() + static_cast<std::ptrdiff_t>(piece));
  cell.pieces.insert(at, std::make_move_iterator(by.pieces.begin()), std::make_move_iterator(by.pieces.end()));
  cell.notes.insert(cell.notes.begin(), std::make_move_iterator(by.notes.begin()),
                    std::make_move_iterator(by.notes.end()));
}

} // namespace jixiao::recognition::fused
