#include "recognition/groups/row_report.hpp"

#include <algorithm>

namespace jixiao::recognition {

namespace {

// A smaller margin is reported as ambiguous; less is doubtful in a row that reads off its columns as it was decoded,
// unless its own name speaks for the runner-up.
constexpr double close_call = 1.6;
constexpr double close_call_in_place = 1;

} // namespace

bool RowReporter::name_speaks_for(RowGroup const& row, int node) const {
  auto const speaks = [&](NodeWeights const& weights) {
    return std::ranges::any_of(weights, [&](auto const& w) { return w.first == node; });
  };
  return speaks(evidence_.cues.find(row.name)) || speaks(evidence_.votes.of_others(row.name, evidence_.form));
}

bool RowReporter::is_doubtful(std::size_t row, Indicator const& indicator) const {
  auto const& group = groups_[row];
  if (group.plain || group.choice.runner_up < 0 || group.choice.margin >= close_call)
    return false;
  bool const plain = spans_[row].in_place && indicator.repaired.empty();
  return !plain || group.choice.margin < close_call_in_place || name_speaks_for(group, group.choice.runner_up);
}

/// The label of its group stands on the row, and its name does not speak for others alone. A label further up may be
/// followed by one that was lost.
bool RowReporter::says_its_group(std::size_t row) const {
  auto const& group = groups_[row];
  bool const printed = std::ranges::any_of(
      group.labels, [&](RowLabel const& label) { return label.own_row && label.node == group.choice.node; });
  return printed && (evidence_.cues.find(group.name).empty() || name_speaks_for(group, group.choice.node));
}

std::string RowReporter::evidence_for(RowGroup const& row) const {
  auto const speaks = [&](NodeWeights const& weights) {
    return std::ranges::any_of(weights, [&](auto const& w) { return w.first == row.choice.node; });
  };
  std::string text;
  if (speaks(evidence_.votes.of_others(row.name, evidence_.form)))
    text = "the same name in other forms";
  if (speaks(evidence_.cues.find(row.name)))
    text += (text.empty() ? "" : ", ") + std::string("words in its name");
  return text.empty() ? "the order of groups" : text;
}

void RowReporter::report_group(std::size_t row, Indicator const& indicator) {
  auto const& group = groups_[row];
  if (group.plain)
    return;
  auto const& choice = group.choice;
  bool labelled = false;
  RowLabel const* overruled = nullptr;
  for (auto const& label : group.labels) {
    if (label.node == choice.node && choice.node >= 0)
      labelled = true;
    else if (!label.level1)
      overruled = &label;
  }
  bool const taken_up = overruled && std::ranges::any_of(groups_.subspan(row + 1), [&](RowGroup const& later) {
                          return later.is_record && later.choice.node == overruled->node;
                        });
  if (overruled && (labelled || taken_up))
    emit_row(Code::label_printed_early,
             {{"label", group_name(overruled->node)}, {"read_as", group_name(choice.node)}, {"cells", cells()}}, {},
             spans_[row]);
  else if (overruled)
    emit_row(Code::label_overruled,
             {{"label", group_name(overruled->node)},
              {"read_as", group_name(choice.node)},
              {"evidence", evidence_for(group)},
              {"cells", cells()}},
             {}, spans_[row]);
  else if (!labelled && choice.node != before_ && !choice.deferred)
    emit_row(Code::group_inferred,
             {{"read_as", group_name(choice.node)}, {"evidence", evidence_for(group)}, {"cells", cells()}}, {},
             spans_[row]);
  if (is_doubtful(row, indicator))
    emit_row(Code::ambiguous_group,
             {{"chosen", group_name(choice.node)}, {"runner_up", group_name(choice.runner_up)}, {"cells", cells()}}, {},
             spans_[row]);
}

} // namespace jixiao::recognition
