#include "recognition/groups/row_groups.hpp"

#include "grammars/indicator_value.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <optional>

namespace jixiao::recognition {

namespace {

constexpr std::size_t window = 256; ///< rows decided together, so that memory is bounded
// What makes a table in place worth a second look: a row filled down has less to say for its group than one with a
// label.
constexpr double against_label = 3;
constexpr double against_fill_down = 2;
constexpr double vote_weight = 2; ///< for one row of another form with the same name
constexpr double most_votes = 6;

/// 满意度指标 服务对象满意度指标 家长满意度 ≥90%: all of a record in one cell is no label of a group.
bool holds_value(std::string_view text) {
  return text.find("≥") != std::string_view::npos || text.find("≤") != std::string_view::npos;
}

class Groups {
public:
  Groups(Page const& page, std::span<Column const> columns, Taxonomy const& taxonomy, Evidence const& evidence)
      : page_(page), columns_(columns), taxonomy_(taxonomy), evidence_(evidence) {}

  std::vector<RowGroup> run(std::span<RecordSpan const> spans) {
    read(spans);
    if (!plain_) {
      std::vector<std::size_t> records;
      std::vector<GroupObservation> seen;
      for (std::size_t i = 0; i < rows_.size(); ++i)
        if (rows_[i].is_record) {
          records.push_back(i);
          seen.push_back(observe(rows_[i], spans[i]));
        }
      auto const choices = decode(seen);
      for (std::size_t i = 0; i < records.size(); ++i) {
        rows_[records[i]].choice = choices[i];
        rows_[records[i]].seen = std::move(seen[i]);
      }
      for (auto& row : rows_)
        row.plain = false;
    }
    return std::move(rows_);
  }

private:
  /// Labels and names of all rows, filled down as they stand.
  void read(std::span<RecordSpan const> spans) {
    Levels levels(taxonomy_);
    bool const has_level2 = has_column(columns_, ColumnKind::level2);
    bool local = false, contradicted_row = false;
    std::vector<RowLabel> carried;
    for (auto const& span : spans) {
      auto& row = rows_.emplace_back();
      auto const cells = level_cells(page_, columns_, span);
      auto const level1 = levels.take(cells, has_level2, false);
      row.labels = std::move(carried);
      carried.clear();
      for (std::size_t i = 0; i < cells.size(); ++i) {
        row.labels.push_back({cells[i].piece, level1[i] ? cells[i].level1 : cells[i].level2, level1[i], !span.centred,
                              cells[i].x, cells[i].x_end});
        local = local || row.labels.back().node < 0;
      }
      row.is_record = !is_only_offered(span.cells) && std::ranges::any_of(span.cells, [](RowCell const& cell) {
        return !cell.blank && cell.level1 < 0 && cell.level2 < 0;
      });
      if (!row.is_record) {
        carried = row.labels;
        for (auto& label : carried)
          label.own_row = false;
        continue;
      }
      read_name(row, span);
      row.choice.node = levels.node();
      contradicted_row = contradicted_row || !span.in_place || !agrees(row) || contradicted(row);
    }
    // Groups that the taxonomy does not have are told by nothing but their labels.
    plain_ = local || !has_level2 || !contradicted_row;
  }

  void read_name(RowGroup& row, RecordSpan const& span) const {
    for (std::size_t i = 0; i < span.cells.size(); ++i) {
      auto const* column = span.alignment.column_of(columns_, i);
      if (!span.cells[i].blank && column && column->kind == ColumnKind::level3 && span.cells[i].level1 < 0)
        fold_label(page_.pieces[span.cells[i].piece].text, row.name);
    }
  }

  int level1_of(int node) const { return taxonomy_.is_level1(node) ? node : taxonomy_.parent(node); }

  /// The labels of a row do not speak against each other.
  bool agrees(RowGroup const& row) const {
    std::size_t level2 = 0;
    for (auto const& label : row.labels) {
      level2 += label.level1 ? 0 : 1;
      if (label.level1 && row.choice.node >= 0 && level1_of(row.choice.node) != label.node)
        return false;
    }
    return row.choice.node >= 0 && level2 <= 1;
  }

  NodeWeights votes(std::string const& name) const {
    auto weights = name.empty() ? NodeWeights{} : evidence_.votes.of_others(name, evidence_.form);
    for (auto& [node, weight] : weights)
      weight = std::min(most_votes, weight * vote_weight);
    return weights;
  }

  /// Other evidence speaks for another group, and none for this one.
  bool contradicted(RowGroup const& row) const {
    auto const disagrees = [&](NodeWeights const& weights, double enough) {
      bool against = false;
      for (auto const& [other, weight] : weights) {
        if (other == row.choice.node)
          return false;
        against = against || weight >= enough;
      }
      return against;
    };
    bool const filled_down = std::ranges::all_of(row.labels, &RowLabel::level1);
    return disagrees(evidence_.cues.find(row.name), filled_down ? against_fill_down : against_label) ||
           disagrees(votes(row.name), filled_down ? vote_weight : 2 * vote_weight);
  }

  GroupObservation observe(RowGroup const& row, RecordSpan const& span) const {
    GroupObservation seen;
    seen.in_place = span.in_place;
    for (auto label = row.labels.rbegin(); label != row.labels.rend(); ++label) {
      if (label->level1)
        seen.level1 = seen.level1 < 0 ? label->node : seen.level1;
      else if (std::ranges::find(seen.level2, label->node) == seen.level2.end())
        seen.level2.push_back(label->node);
    }
    seen.support = evidence_.cues.find(row.name);
    for (auto const& weight : votes(row.name))
      seen.support.push_back(weight);
    if (auto const* target = span.find(columns_, ColumnKind::target)) {
      auto const value = grammars::read_indicator_value(clean_value(page_.pieces[target->piece].text));
      for (auto const& cue : taxonomy_.kind_cues)
        if (cue.kind == value.kind)
          seen.support.emplace_back(cue.node, cue.weight);
    }
    return seen;
  }

  std::vector<GroupChoice> decode(std::span<GroupObservation> rows) const {
    std::vector<GroupChoice> choices;
    for (std::size_t first = 0; first < rows.size(); first += window) {
      auto const part = rows.subspan(first, std::min(window, rows.size() - first));
      // A window begins in the group that the one before it ended in, unless its first row says otherwise.
      if (first > 0 && part[0].level2.empty() && part[0].level1 < 0)
        part[0].support.emplace_back(choices.back().node, most_votes);
      auto const decoded = decode_groups(part, taxonomy_);
      choices.insert(choices.end(), decoded.begin(), decoded.end());
    }
    return choices;
  }

  Page const& page_;
  std::span<Column const> columns_;
  Taxonomy const& taxonomy_;
  Evidence const& evidence_;
  std::vector<RowGroup> rows_;
  bool plain_ = true;
};

} // namespace

/// 服务对象满意度 | ≥98% | 98 | 7: what says whose satisfaction it is is a name as well, where no other text of the row
/// is in the column of names, and values stand in others.
bool is_only_name(Page const& page, std::span<Column const> columns, RecordSpan const& span, std::size_t cell) {
  constexpr std::string_view satisfaction = "满意度";
  auto const text = trim(page.pieces[span.cells[cell].piece].text);
  if (!text.ends_with(satisfaction) || text == satisfaction)
    return false;
  auto const* name = span.alignment.column_of(columns, cell);
  bool value = false;
  for (std::size_t i = 0; i < span.cells.size(); ++i) {
    auto const* column = span.alignment.column_of(columns, i);
    if (i == cell || span.cells[i].blank || !column)
      continue;
    if (column == name)
      return false;
    value = value || column->kind > ColumnKind::level3;
  }
  return value;
}

std::vector<LevelCell> level_cells(Page const& page, std::span<Column const> columns, RecordSpan const& span,
                                   std::uint8_t panel) {
  bool const has_level2 = has_column(columns, ColumnKind::level2);
  bool const only_labels = is_only_offered(span.cells);
  std::vector<LevelCell> out;
  for (std::size_t i = 0; i < span.cells.size(); ++i) {
    auto const& cell = span.cells[i];
    if (cell.blank)
      continue;
    bool const is_label = cell.level1 >= 0 || cell.level2 >= 0;
    auto const* rule = span.alignment.column_of(columns, i);
    bool in_level1 = rule && rule->kind == ColumnKind::level1;
    if (only_labels) {
      in_level1 = cell.level2 < 0;
    } else if (rule) {
      bool const in_levels = in_level1 || rule->kind == ColumnKind::level2;
      // In the column of names 满意度 is a name, and so is any other label that stands there in its place.
      bool const as_name =
          has_level2 ? span.in_place || cell.also_words : cell.also_words && is_only_name(page, columns, span, i);
      bool const slid = is_label && rule->kind == ColumnKind::level3 && !as_name;
      if (rule->panel != panel || cell.look == Look::placeholder || (!in_levels && !slid))
        continue;
    } else if (page.borders != Borders::separated && page.borders != Borders::gridded) {
      continue;
    }
    auto const& piece = page.pieces[cell.piece];
    if (!is_label && (only_labels || !rule || holds_value(piece.text)))
      continue;
    bool const in_level2 = page.has_rows() && std::ranges::any_of(columns, [&](Column const& column) {
                             return column.kind == ColumnKind::level2 && overlap(cell, column);
                           });
    bool const told = page.borders == Borders::exact || page.borders >= Borders::soft;
    bool const named_level1 = told && rule && rule->kind == ColumnKind::level2 && cell.level1 >= 0 && cell.level2 < 0;
    out.push_back({cell.piece, cell.level1, cell.level2, in_level1, in_level2, clean_value(piece.text),
                   piece.label.annotation, cell.x, cell.x_end, piece.label.path, named_level1});
  }
  // Where the columns say so, the label of level 1 stands behind that of level 2.
  if (page.borders == Borders::exact)
    std::stable_partition(out.begin(), out.end(), [](LevelCell const& cell) { return cell.in_level1; });
  return out;
}

std::vector<RowGroup> decide_groups(Page const& page, std::span<Column const> columns,
                                    std::span<RecordSpan const> spans, Taxonomy const& taxonomy,
                                    Evidence const& evidence) {
  return Groups(page, columns, taxonomy, evidence).run(spans);
}

std::vector<GroupReading> weigh_row(std::span<RowGroup const> rows, std::size_t row, Taxonomy const& taxonomy) {
  if (rows[row].plain || !rows[row].is_record)
    return {};
  std::vector<GroupObservation> seen;
  std::size_t record = 0;
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (rows[i].is_record) {
      record = i == row ? seen.size() : record;
      seen.push_back(rows[i].seen);
    }
  auto const first = record - record % window;
  auto const part = std::span(seen).subspan(first, std::min(window, seen.size() - first));
  return weigh_group(part, taxonomy, record - first, taxonomy.nodes.size());
}

} // namespace jixiao::recognition
