#include "repairs/repair_table.hpp"

#include "grammars/indicator_value.hpp"
#include "repairs/repair_report.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <optional>

namespace jixiao {

namespace {

constexpr std::size_t window = 256; ///< rows decoded together, so that memory is bounded
// What makes an intact table worth a second look: a row filled down has less to say for its group than one with a
// label.
constexpr double against_label = 3;
constexpr double against_fill_down = 2;
constexpr double vote_weight = 2; ///< for one row of another form with the same name
constexpr double most_votes = 6;

/// Printed labels of an entry.
GroupObservation observe_labels(RecordEntry const& entry) {
  GroupObservation seen;
  seen.in_place = entry.aligned.in_place;
  for (auto label = entry.labels.rbegin(); label != entry.labels.rend(); ++label) {
    if ((*label)->level2 >= 0) {
      auto const known = std::find(seen.level2.begin(), seen.level2.end(), (*label)->level2);
      if (known == seen.level2.end())
        seen.level2.push_back((*label)->level2);
    } else if (seen.level1 < 0) {
      seen.level1 = (*label)->level1;
    }
  }
  return seen;
}

class TableRepair {
public:
  TableRepair(RepairContext const& context, ReadTable const& table, std::uint32_t form_index)
      : context_(context), table_(table), form_index_(form_index), taxonomy_(context.groups.taxonomy()) {}

  /// The group of each entry: by plain fill-down when the table is intact, else decoded.
  std::vector<GroupChoice> groups() {
    for (auto const& entry : table_.entries)
      rows_.push_back(observe_labels(entry));
    if (auto plain = fill_down())
      return *plain;
    for (std::size_t i = 0; i < rows_.size(); ++i)
      add_evidence(i);
    std::vector<GroupChoice> choices;
    for (std::size_t first = 0; first < rows_.size(); first += window) {
      auto const part = std::span(rows_).subspan(first, std::min(window, rows_.size() - first));
      // A window begins in the group that the one before it ended in, unless its first row says otherwise.
      if (first > 0 && part[0].level2.empty() && part[0].level1 < 0)
        part[0].support.emplace_back(choices.back().node, most_votes);
      auto decoded = decode_groups(part, taxonomy_);
      choices.insert(choices.end(), decoded.begin(), decoded.end());
    }
    return choices;
  }

private:
  /// Groups by printed labels and fill-down; nothing when a row is out of place or any evidence speaks against it.
  std::optional<std::vector<GroupChoice>> fill_down() const {
    std::vector<GroupChoice> choices;
    choices.reserve(rows_.size());
    int level1 = -1, node = -1;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      auto const& row = rows_[i];
      if (!row.in_place || row.level2.size() > 1)
        return std::nullopt;
      if (row.level1 >= 0)
        level1 = node = row.level1;
      if (!row.level2.empty())
        node = row.level2[0];
      bool const agrees = node >= 0 && (taxonomy_.is_level1(node) ? node : taxonomy_.parent(node)) == level1;
      if (!agrees || contradicted(i, node))
        return std::nullopt;
      choices.push_back({node, -1, 0, false});
    }
    return choices;
  }

  NodeWeights votes(std::string const& name) const {
    auto weights = name.empty() ? NodeWeights{} : context_.votes.of_others(name, form_index_);
    for (auto& [node, weight] : weights)
      weight = std::min(most_votes, weight * vote_weight);
    return weights;
  }

  bool contradicted(std::size_t i, int node) const {
    auto const& name = table_.entries[i].name;
    auto const disagrees = [&](NodeWeights const& weights, double enough) {
      bool against = false;
      for (auto const& [other, weight] : weights) {
        if (other == node)
          return false;
        against = against || weight >= enough;
      }
      return against;
    };
    bool const filled_down = rows_[i].level2.empty();
    return disagrees(context_.cues.find(name), filled_down ? against_fill_down : against_label) ||
           disagrees(votes(name), filled_down ? vote_weight : 2 * vote_weight);
  }

  void add_evidence(std::size_t i) {
    auto const& entry = table_.entries[i];
    auto const& name = entry.name;
    auto& support = rows_[i].support;
    for (auto const& weight : context_.cues.find(name))
      support.push_back(weight);
    for (auto const& weight : votes(name))
      support.push_back(weight);
    for (auto const& text : entry.texts) {
      if (text.field != FieldId::target)
        continue;
      auto const value = grammars::read_indicator_value(clean_value(context_.page.reading->cells[text.cells[0]].text));
      for (auto const& cue : taxonomy_.kind_cues)
        if (cue.kind == value.kind)
          support.emplace_back(cue.node, cue.weight);
    }
  }

  RepairContext const& context_;
  ReadTable const& table_;
  std::uint32_t form_index_;
  Taxonomy const& taxonomy_;
  std::vector<GroupObservation> rows_;
};

} // namespace

std::vector<Record> repair_table(RepairContext const& context, ReadTable const& table, std::uint32_t form_index,
                                 std::uint32_t first_record) {
  auto const choices = TableRepair(context, table, form_index).groups();
  auto const& taxonomy = context.groups.taxonomy();
  RepairReporter reporter(context, table, form_index, first_record);
  std::vector<Record> records;
  records.reserve(table.entries.size());
  for (std::size_t i = 0; i < table.entries.size(); ++i) {
    auto const& entry = table.entries[i];
    Record record{entry.aligned.row->row, {}, {}, entry.texts, {}};
    int const node = choices[i].node;
    if (node >= 0 && taxonomy.is_level1(node))
      record.level1 = taxonomy.name(node);
    else if (node >= 0) {
      record.level1 = taxonomy.name(taxonomy.parent(node));
      record.level2 = taxonomy.name(node);
    }
    reporter.report(i, choices, record);
    records.push_back(std::move(record));
  }
  return records;
}

} // namespace jixiao
